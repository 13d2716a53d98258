package org.matricula.registry.signing;

/// ECDSA values as the format wants them.
final class EcdsaValue {
    private EcdsaValue() {}

    /// `r || s`, 64 bytes, from the DER sequence of two integers that Java's signature objects give.
    static byte[] raw(byte[] der) {
        byte[] raw = new byte[64];
        int at = 2;
        for (int half = 1; half <= 2; half++) {
            int length = der[at + 1];
            int from = at + 2;
            // An integer has a zero in front when its first bit is set, and is shorter when its first bytes are zero.
            int digits = Math.min(length, 32);
            System.arraycopy(der, from + length - digits, raw, half * 32 - digits, digits);
            at = from + length;
        }
        return raw;
    }
}
