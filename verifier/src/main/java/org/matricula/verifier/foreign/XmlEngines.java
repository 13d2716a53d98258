package org.matricula.verifier.foreign;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;

/// Which XML engines this process uses. The Java runtime takes what it finds on the class path, so that an accidental
/// jar decides: Saxon, which is there for XPath alone ([ForeignXPath]), offers itself as a transformer too, and with
/// it EU DSS signs six times as slowly.
public final class XmlEngines {
    private XmlEngines() {}

    /// Names the Java runtime's parser and transformer for everything in this process. The first act of a program.
    public static void pin() {
        System.setProperty(
                DocumentBuilderFactory.class.getName(),
                DocumentBuilderFactory.newDefaultInstance().getClass().getName());
        System.setProperty(
                TransformerFactory.class.getName(),
                TransformerFactory.newDefaultInstance().getClass().getName());
    }
}
