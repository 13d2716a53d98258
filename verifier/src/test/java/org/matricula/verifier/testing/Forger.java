package org.matricula.verifier.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs a record's XML anew after it was edited, as a tool that does whatever SignedInfo says: every digest is made
/// again, then every value, in the order of the signatures.
final class Forger {
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final List<String> KEYS =
            List.of("subject.MATHEMATICS", "subject.VIETNAMESE", "HOMEROOM", "HEAD", "SEAL");
    private static final Pattern REFERENCE =
            Pattern.compile("(<Reference [^>]*URI=\"([^\"]*)\"[^>]*>.*?<DigestValue>)[^<]*(</DigestValue>)");

    private final Key key;
    private final String digest;
    private String text;

    /// How a value is made.
    interface Key {
        /// @param role whose signature it is: `MATHEMATICS`, …, `SEAL`
        /// @param bytes SignedInfo in canonical form
        byte[] sign(String role, byte[] bytes) throws GeneralSecurityException;
    }

    private Forger(byte[] file, String digest, Key key) {
        this.text = new String(file, StandardCharsets.UTF_8);
        this.digest = digest;
        this.key = key;
    }

    /// @param digest the algorithm of the references' digests, as Java names it
    static byte[] signedAgain(byte[] edited, String digest, Key key) throws GeneralSecurityException {
        Forger forger = new Forger(edited, digest, key);
        forger.stateDigestOfData();
        for (String each : KEYS) {
            forger.sign(each);
        }
        return forger.text.getBytes(StandardCharsets.UTF_8);
    }

    private void stateDigestOfData() throws GeneralSecurityException {
        String field = "name=\"dataDigest\">";
        int from = text.indexOf(field) + field.length();
        byte[] value =
                MessageDigest.getInstance("SHA-256").digest(canonical("data").getBytes(StandardCharsets.UTF_8));
        text = text.substring(0, from)
                + Base64.getEncoder().encodeToString(value)
                + text.substring(text.indexOf('<', from));
    }

    private void sign(String id) throws GeneralSecurityException {
        int start = text.indexOf("Id=\"sig." + id + "\">");
        int from = text.indexOf("<SignedInfo>", start);
        int to = text.indexOf("</SignedInfo>", from) + "</SignedInfo>".length();
        Matcher reference = REFERENCE.matcher(text.substring(from, to));
        StringBuilder info = new StringBuilder();
        while (reference.find()) {
            byte[] content = dropped(canonical(target(reference.group(2))), reference.group())
                    .getBytes(StandardCharsets.UTF_8);
            String value = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(digest).digest(content));
            reference.appendReplacement(
                    info, Matcher.quoteReplacement(reference.group(1) + value + reference.group(3)));
        }
        reference.appendTail(info);
        byte[] canonical = info.toString()
                .replaceFirst("<SignedInfo>", "<SignedInfo xmlns=\"" + DSIG + "\">")
                .getBytes(StandardCharsets.UTF_8);
        String value = Base64.getEncoder().encodeToString(key.sign(id.substring(id.indexOf('.') + 1), canonical));
        text = text.substring(0, from) + info + text.substring(to);
        String open = "Id=\"val." + id + "\">";
        int at = text.indexOf(open, start) + open.length();
        text = text.substring(0, at) + value + text.substring(text.indexOf('<', at));
    }

    private static String target(String uri) {
        return uri.replaceAll("^#(xpointer\\(id\\(')?|'\\)\\)$", "");
    }

    /// What the transforms of a reference leave: an XPath of ours drops every field.
    private static String dropped(String canonical, String reference) {
        return reference.contains("<XPath>") ? canonical.replaceAll("<field .*?</field>", "") : canonical;
    }

    private String canonical(String id) {
        int at = text.indexOf("Id=\"" + id + "\"");
        int from = text.lastIndexOf('<', at);
        String name = text.substring(from + 1, text.indexOf(' ', from));
        String end = "</" + name + ">";
        String element = text.substring(from, text.indexOf(end, from) + end.length());
        String namespace = switch (name) {
            case "data", "block", "issue" -> "urn:matricula:record:1";
            case "SignedProperties" -> "http://uri.etsi.org/01903/v1.3.2#";
            default -> DSIG;
        };
        return element.startsWith("<" + name + " xmlns=")
                ? element
                : element.replaceFirst("<" + name, "<" + name + " xmlns=\"" + namespace + "\"");
    }
}
