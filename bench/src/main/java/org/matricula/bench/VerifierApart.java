package org.matricula.bench;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.signature.TrustList;

/// Our verifier a second time in the same JVM, loaded apart without the native provider: it then verifies with what the
/// Java runtime brings, as it does where the native library is missing.
final class VerifierApart implements AutoCloseable {
    private final URLClassLoader loader;
    private final Function<byte[], String> verify;

    VerifierApart(School school) throws IOException {
        loader = new URLClassLoader(classPathWithoutNative(), ClassLoader.getPlatformClassLoader());
        try {
            @SuppressWarnings("unchecked")
            Function<byte[], String> made = (Function<byte[], String>) loader.loadClass(Inside.class.getName())
                    .getDeclaredConstructor(byte[].class, Instant.class)
                    .newInstance(school.trust.toJson(), school.later());
            verify = made;
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("the verifier cannot be loaded apart", e);
        }
    }

    private static URL[] classPathWithoutNative() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!part.contains("AmazonCorrettoCryptoProvider")) {
                urls.add(new File(part).toURI().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /// The state that the verifier gives a file.
    String verify(byte[] file) {
        return verify.apply(file);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /// What is loaded apart; only types of the Java runtime cross over.
    public static final class Inside implements Function<byte[], String> {
        private final Verifier verifier;
        private final Instant at;

        /// @param trust the trust list as JSON
        /// @param at the moment for which files are judged
        public Inside(byte[] trust, Instant at) {
            this.verifier = Verifier.trusting(TrustList.read(trust));
            this.at = at;
        }

        @Override
        public String apply(byte[] file) {
            return verifier.verify(file, at).state().name();
        }
    }
}
