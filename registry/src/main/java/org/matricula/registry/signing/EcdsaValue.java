package org.matricula.registry.signing;

import java.util.Optional;

/// ECDSA values as the format wants them.
final class EcdsaValue {
    private EcdsaValue() {}

    /// `r || s`, 64 bytes, from the DER sequence of two integers that Java's signature objects give.
    static byte[] raw(byte[] der) {
        return fromDer(der).orElseThrow(() -> new IllegalArgumentException("not the DER of two integers below 2^256"));
    }

    /// The same from somewhere that may answer anything; 64 bytes are taken to be `r || s` already.
    static Optional<byte[]> read(byte[] value) {
        return value.length == 64 ? Optional.of(value.clone()) : fromDer(value);
    }

    private static Optional<byte[]> fromDer(byte[] value) {
        if (value.length < 8 || value[0] != 0x30 || value[1] != value.length - 2) {
            return Optional.empty();
        }
        byte[] raw = new byte[64];
        int at = 2;
        for (int half = 1; half <= 2; half++) {
            int length = at + 1 < value.length && value[at] == 0x02 ? value[at + 1] : 0;
            int from = at + 2;
            if (length < 1 || length > 33 || from + length > value.length || length == 33 && value[from] != 0) {
                return Optional.empty();
            }
            // An integer has a zero in front when its first bit is set, and is shorter when its first bytes are zero.
            int digits = Math.min(length, 32);
            System.arraycopy(value, from + length - digits, raw, half * 32 - digits, digits);
            at = from + length;
        }
        return at == value.length ? Optional.of(raw) : Optional.empty();
    }
}
