package org.matricula.verifier.foreign;

import java.io.Reader;
import java.net.URI;
import java.util.Set;
import javax.xml.transform.Source;
import net.sf.saxon.Configuration;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.CollectionFinder;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceCollection;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.lib.UnparsedTextURIResolver;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.xpath.XPathFactoryImpl;

/// The XPath engine with which EU DSS finds its way in a foreign document: Saxon, which answers on the document as it
/// is where the one of the Java runtime builds a table of the whole document for each of hundreds of questions.
///
/// Saxon's XPath can also read files, addresses and the environment. Here it cannot: DSS makes expressions out of ids
/// that a stranger has written.
///
/// Public with this constructor, because the Java runtime makes it by its name.
public final class ForeignXPath extends XPathFactoryImpl {
    /// An engine that sees the document and nothing else.
    public ForeignXPath() {
        super(closed());
    }

    private static Configuration closed() {
        Configuration configuration = new Configuration();
        Nothing nothing = new Nothing();
        configuration.setBooleanProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        configuration.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, nothing);
        configuration.setResourceResolver(nothing);
        configuration.setUnparsedTextURIResolver(nothing);
        configuration.setCollectionFinder(nothing);
        return configuration;
    }

    /// All that there is outside the document.
    private static final class Nothing
            implements ResourceResolver, UnparsedTextURIResolver, CollectionFinder, EnvironmentVariableResolver {
        @Override
        public Source resolve(ResourceRequest request) throws XPathException {
            throw refused(request.uri);
        }

        @Override
        public Reader resolve(URI uri, String encoding, Configuration configuration) throws XPathException {
            throw refused(uri.toString());
        }

        @Override
        public ResourceCollection findCollection(XPathContext context, String uri) throws XPathException {
            throw refused(uri);
        }

        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public String getEnvironmentVariable(String name) {
            return ""; // as for one that is not set
        }

        private static XPathException refused(String what) {
            return new XPathException("a foreign document does not look outside itself: " + what);
        }
    }
}
