package org.matricula.verifier.record;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.NodeSetData;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// The Java runtime's own XML, as a judge of ours.
final class JdkXml {
    private JdkXml() {}

    static Document parse(byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && element.hasAttribute("Id")) {
                element.setIdAttribute("Id", true);
            }
        }
        return document;
    }

    static Element byId(Document document, String id) {
        Element element = document.getElementById(id);
        if (element == null) {
            throw new AssertionError("no element has the id " + id);
        }
        return element;
    }

    /// Exclusive canonicalisation of an element, as the runtime's XML signature engine does it.
    static byte[] exclusive(Element apex) throws Exception {
        TransformService c14n = TransformService.getInstance(CanonicalizationMethod.EXCLUSIVE, "DOM");
        c14n.init((C14NMethodParameterSpec) null);
        List<Node> nodes = new ArrayList<>();
        collect(apex, nodes);
        NodeSetData<Node> set = () -> nodes.iterator();
        OctetStreamData out = (OctetStreamData) c14n.transform(set, null);
        return out.getOctetStream().readAllBytes();
    }

    private static void collect(Node node, List<Node> into) {
        into.add(node);
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            into.add(attributes.item(i));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, into);
        }
    }
}
