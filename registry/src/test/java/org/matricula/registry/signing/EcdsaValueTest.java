package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

class EcdsaValueTest {
    @Provide
    Arbitrary<BigInteger> halves() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ONE, BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
    }

    @Property(tries = 300)
    void a_value_in_der_becomes_two_halves_of_32_bytes(@ForAll("halves") BigInteger r, @ForAll("halves") BigInteger s)
            throws IOException {
        ASN1EncodableVector both = new ASN1EncodableVector();
        both.add(new ASN1Integer(r));
        both.add(new ASN1Integer(s));
        byte[] raw = EcdsaValue.raw(new DERSequence(both).getEncoded(ASN1Encoding.DER));

        assertThat(raw).hasSize(64);
        assertThat(new BigInteger(1, Arrays.copyOf(raw, 32))).isEqualTo(r);
        assertThat(new BigInteger(1, Arrays.copyOfRange(raw, 32, 64))).isEqualTo(s);
    }
}
