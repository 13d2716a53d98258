package org.matricula.verifier.signature;

import java.lang.reflect.InvocationTargetException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;

/// Who computes signatures: the Java runtime, or Amazon Corretto Crypto Provider when it is on the class path and
/// works
/// on this machine (P-256 is seven times faster with it). Nothing is installed globally, and results are the same.
public final class CryptoProvider {
    private static final Optional<Provider> FAST = corretto();

    private CryptoProvider() {}

    /// The native provider; empty when the Java runtime does the work.
    public static Optional<Provider> fast() {
        return FAST;
    }

    /// The name and version of what computes signatures here, for reports and benchmarks.
    public static String described() {
        return FAST.map(p -> p.getName() + " " + p.getVersionStr())
                .orElseGet(() -> "Java " + Runtime.version().feature());
    }

    /// A signature object of the fastest provider that offers the algorithm. Not thread-safe; keep one for each
    /// thread.
    ///
    /// @throws IllegalStateException when no provider offers it
    public static Signature signature(String algorithm) {
        try {
            if (FAST.isPresent() && FAST.get().getService("Signature", algorithm) != null) {
                return Signature.getInstance(algorithm, FAST.get());
            }
            return Signature.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime does not offer " + algorithm, e);
        }
    }

    private static Optional<Provider> corretto() {
        try {
            Class<?> type = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            // Loading can fail on a platform without its native library; then it says so here and we do without.
            Object failure = type.getMethod("getLoadingError").invoke(provider);
            return failure == null ? Optional.of(provider) : Optional.empty();
        } catch (ClassNotFoundException _) {
            return Optional.empty();
        } catch (NoSuchFieldException | NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("this version of Amazon Corretto Crypto Provider is not known to us", e);
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            throw new IllegalStateException(
                    "Amazon Corretto Crypto Provider does not start; take it off the class path", e);
        }
    }
}
