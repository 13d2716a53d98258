package org.matricula.verifier.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.testing.SampleSchool;
import org.matricula.verifier.testing.TestPki;

class SignatureValueTest {
    private static final SampleSchool SCHOOL = SampleSchool.of(TestPki.create("Values"));
    private static final byte[] DIGEST = new byte[32];

    private final Signer signer = SCHOOL.keys().get("MATHEMATICS");
    private final PublicKey key = signer.certificate().getPublicKey();

    private boolean fits(byte[] value, byte[] digest, PublicKey of) {
        return SignatureValue.fits(value, digest, of, signer.algorithm());
    }

    @Test
    void of_the_key_of_the_certificate_fits() {
        assertThat(fits(signer.sign(List.of(DIGEST)).getFirst(), DIGEST, key)).isTrue();
    }

    @Test
    void of_another_key_over_another_digest_or_of_another_form_does_not() {
        byte[] value = signer.sign(List.of(DIGEST)).getFirst();
        byte[] other = DIGEST.clone();
        other[31] = 1;
        Signer another = SCHOOL.keys().get("VIETNAMESE");
        assertThat(fits(value, other, key)).isFalse();
        assertThat(fits(value, DIGEST, another.certificate().getPublicKey())).isFalse();
        assertThat(fits(new byte[0], DIGEST, key)).isFalse();
        assertThat(fits(new byte[64], DIGEST, key)).isFalse();
        assertThat(fits(new byte[71], DIGEST, key)).isFalse();
        assertThat(SignatureValue.fits(value, DIGEST, key, Signer.Algorithm.RSA_SHA256))
                .isFalse();
    }
}
