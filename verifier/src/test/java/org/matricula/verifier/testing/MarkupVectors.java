package org.matricula.verifier.testing;

import static org.matricula.verifier.testing.Edits.before;
import static org.matricula.verifier.testing.Edits.bytes;
import static org.matricula.verifier.testing.Edits.cut;
import static org.matricula.verifier.testing.Edits.replaced;
import static org.matricula.verifier.testing.Edits.replacedAll;
import static org.matricula.verifier.testing.Edits.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.matricula.verifier.State;

/// Records that say the same to an XML parser, or nearly, in bytes that the format does not have.
final class MarkupVectors {
    private static final String DATA = "<data Id=\"data\"";
    private static final String EXCLUSIVE =
            "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></Transform>";

    private final List<Vector> vectors = new ArrayList<>();
    private final byte[] good;

    MarkupVectors(SampleSchool school) {
        this.good = school.sealed();
    }

    List<Vector> all() {
        markup();
        algorithms();
        form();
        return vectors;
    }

    private void bad(String file, String check, String why, byte[] bytes) {
        vectors.add(new Vector("bad/" + file, State.ALTERED, check, why, bytes));
    }

    private void markup() {
        bad("doctype.xml", "STRUCTURE", "a document type declaration", before(good, "<record", "<!DOCTYPE record>"));
        bad(
                "xxe.xml",
                "STRUCTURE",
                "an external entity that reads a file of the verifier's machine",
                replaced(
                        before(good, "<record", "<!DOCTYPE record [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
                        "name=\"mark\">9<",
                        "name=\"mark\">&x;<"));
        StringBuilder laughs = new StringBuilder("<!DOCTYPE record [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        bad(
                "billion-laughs.xml",
                "STRUCTURE",
                "entities that grow to a hundred thousand million words",
                replaced(before(good, "<record", laughs + "]>"), "name=\"mark\">9<", "name=\"mark\">&a11;<"));
        bad(
                "character-reference-in-mark.xml",
                "STRUCTURE",
                "the mark written as a character reference: the signature holds, but a reader may see other text",
                replaced(good, "name=\"mark\">9<", "name=\"mark\">&#57;<"));
        bad(
                "comment-in-mark.xml",
                "STRUCTURE",
                "a comment splits the text: canonicalisation drops it, so the signature holds, but readers may see half",
                replaced(good, "Hoàn thành tốt", "Hoàn thành<!-- --> tốt"));
        bad(
                "cdata-in-mark.xml",
                "STRUCTURE",
                "the mark in a CDATA section: the signature holds",
                replaced(good, "name=\"mark\">9<", "name=\"mark\"><![CDATA[9]]><"));
        bad(
                "processing-instruction.xml",
                "STRUCTURE",
                "an instruction to a style sheet that may show other values",
                before(good, "<record", "<?xml-stylesheet href=\"x.xsl\"?>"));
        bad(
                "xml-declaration.xml",
                "STRUCTURE",
                "an XML declaration",
                before(good, "<record", "<?xml version=\"1.0\"?>"));
        bad("byte-order-mark.xml", "STRUCTURE", "a byte order mark", before(good, "<record", "\uFEFF"));
        bad("utf-16.xml", "STRUCTURE", "the record in UTF-16", text(good).getBytes(StandardCharsets.UTF_16));
        bad(
                "extra-element.xml",
                "STRUCTURE",
                "an element that the format does not have",
                before(good, "</data>", "<note></note>"));
        bad(
                "extra-attribute.xml",
                "STRUCTURE",
                "an attribute that the format does not have",
                replaced(good, "label=\"Toán\"", "hidden=\"1\" label=\"Toán\""));
        bad(
                "second-namespace.xml",
                "STRUCTURE",
                "a namespace declaration that canonicalisation would drop",
                replaced(good, DATA, "<data xmlns:x=\"urn:x\" Id=\"data\""));
    }

    private void algorithms() {
        bad(
                "added-transform.xml",
                "STRUCTURE",
                "a transform that drops content before it is digested",
                replaced(
                        good,
                        EXCLUSIVE,
                        EXCLUSIVE + "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">"
                                + "<XPath>not(ancestor-or-self::field)</XPath></Transform>"));
        bad(
                "removed-transform.xml",
                "STRUCTURE",
                "a reference without canonicalisation",
                replaced(good, "<Transforms>" + EXCLUSIVE + "</Transforms>", ""));
        bad(
                "external-reference.xml",
                "STRUCTURE",
                "a reference that leads out of the file",
                replaced(good, "URI=\"#data\"", "URI=\"http://attacker.test/data\""));
        bad(
                "digest-sha1.xml",
                "STRUCTURE",
                "a digest by SHA-1",
                replaced(good, "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1"));
        bad(
                "signature-sha1.xml",
                "STRUCTURE",
                "a signature by ECDSA with SHA-1",
                replaced(good, "xmldsig-more#ecdsa-sha256", "xmldsig-more#ecdsa-sha1"));
        bad(
                "signature-hmac.xml",
                "STRUCTURE",
                "a signature by HMAC, whose key could be the public certificate",
                replaced(
                        good,
                        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"));
        bad(
                "signature-method-of-another-key.xml",
                "STRUCTURE",
                "an ECDSA value said to be RSA",
                replaced(good, "xmldsig-more#ecdsa-sha256", "xmldsig-more#rsa-sha256"));
    }

    private void form() {
        bad("truncated-in-the-data.xml", "STRUCTURE", "the file ends in the middle of the data", cut(good, 900));
        bad(
                "truncated-in-a-signature.xml",
                "STRUCTURE",
                "the file ends in the middle of a signature",
                cut(good, good.length / 2));
        bad("truncated-last-byte.xml", "STRUCTURE", "the last byte is missing", cut(good, good.length - 1));
        bad(
                "trailing-line-feed.xml",
                "STRUCTURE",
                "a line feed behind the end",
                replaced(good, "</record>", "</record>\n"));
        bad(
                "line-feed-between-elements.xml",
                "STRUCTURE",
                "an editor put a line feed between elements",
                replaced(good, "</block><block", "</block>\n<block"));
        bad(
                "decomposed-text.xml",
                "STRUCTURE",
                "the pupil's name with separate marks (NFD), which looks the same",
                replaced(good, "Phạm Gia Bảo", Normalizer.normalize("Phạm Gia Bảo", Normalizer.Form.NFD)));
        bad(
                "right-to-left-override.xml",
                "STRUCTURE",
                "a character that turns the mark 19 into 91 on screen",
                replaced(good, "name=\"mark\">9<", "name=\"mark\">\u202E19<"));
        bad(
                "attributes-reordered.xml",
                "STRUCTURE",
                "attributes in another order: the signature holds",
                replaced(
                        good,
                        "Id=\"subject.MATHEMATICS\" by=\"SUBJECT\"",
                        "by=\"SUBJECT\" Id=\"subject.MATHEMATICS\""));
        bad(
                "prefixed-names.xml",
                "STRUCTURE",
                "the same record with a prefix for its namespace",
                replacedAll(replaced(good, "<record xmlns=", "<r:record xmlns:r="), "</record>", "</r:record>"));
        bad(
                "single-quotes.xml",
                "STRUCTURE",
                "an attribute in single quotes: the signature holds",
                replaced(good, "by=\"SUBJECT\"", "by='SUBJECT'"));
        byte[] broken = good.clone();
        broken[text(good).indexOf("Toán")] = (byte) 0xC0;
        bad("not-utf-8.xml", "STRUCTURE", "bytes that are not UTF-8", broken);
    }
}
