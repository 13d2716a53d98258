package org.matricula.verifier.foreign;

import eu.europa.esig.dss.xml.common.DocumentBuilderFactoryBuilder;
import eu.europa.esig.dss.xml.common.TransformerFactoryBuilder;
import eu.europa.esig.dss.xml.common.XmlDefinerUtils;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.lang.invoke.MethodHandles;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.helpers.DefaultHandler;

/// The XML engines of EU DSS: the Java runtime's parser and transformer, and for XPath Saxon ([ForeignXPath]), with
/// which a large document takes less than half the time.
final class DssEngines {
    private static final String XPATH =
            XPathFactory.DEFAULT_PROPERTY_NAME + ":" + XPathFactory.DEFAULT_OBJECT_MODEL_URI;

    private DssEngines() {}

    /// Gives EU DSS its engines, whatever else is set. DSS looks for an XPath engine when its class is first used, and
    /// has no other way to be told; the setting is taken back, so that it holds for nobody else.
    static synchronized void settle() {
        Thread here = Thread.currentThread();
        ClassLoader loader = here.getContextClassLoader();
        String before = System.getProperty(XPATH);
        here.setContextClassLoader(XmlEngines.class.getClassLoader());
        System.setProperty(XPATH, ForeignXPath.class.getName());
        try {
            MethodHandles.lookup().ensureInitialized(DomUtils.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("this version of EU DSS keeps its XPath elsewhere", e);
        } finally {
            here.setContextClassLoader(loader);
            if (before == null) {
                System.clearProperty(XPATH);
            } else {
                System.setProperty(XPATH, before);
            }
        }
        XmlDefinerUtils.getInstance().setDocumentBuilderFactoryBuilder(new Documents());
        XmlDefinerUtils.getInstance().setTransformerFactoryBuilder(new Transformers());
    }

    /// DSS's own settings for safe parsing, on the Java runtime's parser.
    private static final class Documents extends DocumentBuilderFactoryBuilder {
        @Override
        protected DocumentBuilderFactory instantiateFactory() {
            return new Quiet(DocumentBuilderFactory.newDefaultInstance());
        }
    }

    /// DSS's own settings for safe transforming, on the Java runtime's transformer.
    private static final class Transformers extends TransformerFactoryBuilder {
        @Override
        protected TransformerFactory instantiateFactory() {
            return TransformerFactory.newDefaultInstance();
        }
    }

    /// Makes parsers that throw at a fault without writing to the error stream first.
    private static final class Quiet extends DocumentBuilderFactory {
        private final DocumentBuilderFactory loud;

        Quiet(DocumentBuilderFactory loud) {
            this.loud = loud;
        }

        @Override
        public DocumentBuilder newDocumentBuilder() throws ParserConfigurationException {
            DocumentBuilder builder = loud.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        }

        @Override
        public void setAttribute(String name, Object value) {
            loud.setAttribute(name, value);
        }

        @Override
        public Object getAttribute(String name) {
            return loud.getAttribute(name);
        }

        @Override
        public void setFeature(String name, boolean value) throws ParserConfigurationException {
            loud.setFeature(name, value);
        }

        @Override
        public boolean getFeature(String name) throws ParserConfigurationException {
            return loud.getFeature(name);
        }
    }
}
