package org.matricula.bench;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.CryptoProvider;

/// Who computes signatures in a race. Both sides of a ratio always use the same one.
enum Providers {
    /// What the Java runtime brings.
    JDK(null),
    /// Amazon Corretto Crypto Provider, native code.
    ACCP(CryptoProvider.fast()
            .orElseThrow(() -> new IllegalStateException(
                    "Amazon Corretto Crypto Provider does not run here; it needs Linux on x86-64")));

    private final @Nullable Provider provider;

    Providers(@Nullable Provider provider) {
        this.provider = provider;
    }

    /// A signature object; not for two threads at once.
    Signature signature(String algorithm) throws GeneralSecurityException {
        return provider == null
                ? Signature.getInstance(algorithm, "SunEC")
                : Signature.getInstance(algorithm, provider);
    }

    String described() {
        return provider == null
                ? "SunEC of Java " + Runtime.version()
                : provider.getName() + " " + provider.getVersionStr();
    }
}
