package org.matricula.bench;

import eu.europa.esig.dss.xml.utils.DomUtils;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.verifier.foreign.ForeignReader;

/// How our verifier reads foreign files, loaded apart: it gives EU DSS its XPath engine, and the DSS that we race
/// against has to keep the Java runtime's.
final class ForeignApart implements AutoCloseable {
    private final Apart apart;

    /// @param saxon false to leave DSS the engine of the Java runtime, which it finds when it is used first
    ForeignApart(boolean saxon) throws IOException {
        apart = new Apart(_ -> true, Inside.class, saxon);
    }

    /// Has the DSS of the races look for its XPath engine now, before anything else can tell it of another.
    static void keepStock() {
        try {
            MethodHandles.lookup().ensureInitialized(DomUtils.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("this version of EU DSS keeps its XPath elsewhere", e);
        }
        if (engine().startsWith("net.sf.saxon")) {
            throw new IllegalStateException("the DSS to race against has Saxon already");
        }
    }

    private static String engine() {
        return DomUtils.createXPathExpression("//*").getClass().getName();
    }

    /// The signatures of a file, in words; see [#said].
    String signatures(byte[] file) {
        return apart.say(file);
    }

    /// One signature in words. Who made one that does not hold is nothing but a claim.
    static String said(String by, String at, boolean intact) {
        return intact ? "%s at %s intact".formatted(by, at) : "somebody at %s broken".formatted(at);
    }

    @Override
    public void close() throws IOException {
        apart.close();
    }

    /// What is loaded apart.
    public static final class Inside implements Function<byte[], String> {
        private final boolean saxon;

        /// @param saxon whether DSS gets Saxon
        public Inside(boolean saxon) {
            this.saxon = saxon;
            if (!saxon) {
                keepStock();
            }
        }

        @Override
        public String apply(byte[] file) {
            ForeignReader.Result result = ForeignReader.read(file, Duration.ofSeconds(20));
            if (engine().startsWith("net.sf.saxon") != saxon) {
                throw new IllegalStateException("DSS works with " + engine());
            }
            return switch (result.outcome()) {
                case READ ->
                    result.signatures().stream()
                            .map(each -> said(each.by(), each.at(), each.intact()))
                            .collect(Collectors.joining("; "));
                case UNREADABLE -> "unreadable";
                case TOO_SLOW, BUSY, NOT_INSTALLED ->
                    throw new IllegalStateException(result.outcome().name());
            };
        }
    }
}
