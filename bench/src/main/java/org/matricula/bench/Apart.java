package org.matricula.bench;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Something of ours a second time in the same JVM, with libraries that choose their engines anew: loaded apart, so
/// that both can race. Only types of the Java runtime cross over.
final class Apart implements AutoCloseable {
    private final URLClassLoader loader;
    private final Function<byte[], String> inside;

    /// @param wanted which parts of the class path are there
    /// @param type public, with a public constructor of these arguments
    @SuppressWarnings("unchecked")
    Apart(Predicate<String> wanted, Class<? extends Function<byte[], String>> type, Object... arguments)
            throws IOException {
        loader = new URLClassLoader(classPath(wanted), ClassLoader.getPlatformClassLoader());
        try {
            inside = (Function<byte[], String>) loader.loadClass(type.getName())
                    .getDeclaredConstructors()[0]
                    .newInstance(arguments);
        } catch (ClassNotFoundException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(type.getSimpleName() + " cannot be loaded apart", e);
        }
    }

    private static URL[] classPath(Predicate<String> wanted) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (wanted.test(part)) {
                urls.add(new File(part).toURI().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /// What it says of a file. Libraries look for their own parts where it was loaded.
    String say(byte[] file) {
        Thread here = Thread.currentThread();
        ClassLoader outside = here.getContextClassLoader();
        here.setContextClassLoader(loader);
        try {
            return inside.apply(file);
        } finally {
            here.setContextClassLoader(outside);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
