package org.matricula.verifier.record;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Every fixed piece of the byte grammar of `urn:matricula:record:1`, used by writer and reader alike.
///
/// The file is its own canonical form: one default namespace at a time, attributes sorted, end tags written out. The
/// canonical bytes of a signed element are therefore the file's own bytes with one namespace declaration inserted
/// after the element's name: the `*_APEX` constants are the element's start with that declaration.
final class Xml {
    static final String RECORD_NAMESPACE = "urn:matricula:record:1";
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";

    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    static final byte[] ROOT = bytes("<record xmlns=\"" + RECORD_NAMESPACE + "\">");
    static final byte[] ROOT_END = bytes("</record>");

    static final byte[] DATA = bytes("<data");
    static final byte[] DATA_APEX = bytes("<data xmlns=\"" + RECORD_NAMESPACE + "\"");
    static final byte[] DATA_FORM = bytes("<data Id=\"data\" form=\"");
    static final byte[] DATA_ISSUER = bytes("\" issuer=\"");
    static final byte[] DATA_ISSUER_NAME = bytes("\" issuerName=\"");
    static final byte[] DATA_RECORD = bytes("\" record=\"");
    static final byte[] DATA_VERSION = bytes("\" version=\"");
    static final byte[] DATA_END = bytes("</data>");

    static final byte[] BLOCK = bytes("<block");
    static final byte[] BLOCK_APEX = bytes("<block xmlns=\"" + RECORD_NAMESPACE + "\"");
    static final byte[] BLOCK_ID = bytes("<block Id=\"");
    static final byte[] BLOCK_BY = bytes("\" by=\"");
    static final byte[] BLOCK_LABEL = bytes("\" label=\"");
    static final byte[] BLOCK_OF = bytes("\" of=\"");
    static final byte[] BLOCK_END = bytes("</block>");

    static final byte[] FIELD_LABEL = bytes("<field label=\"");
    static final byte[] FIELD_NAME = bytes("\" name=\"");
    static final byte[] FIELD_END = bytes("</field>");
    static final byte[] TAG_END = bytes("\">");

    static final byte[] ISSUE = bytes("<issue");
    static final byte[] ISSUE_APEX = bytes("<issue xmlns=\"" + RECORD_NAMESPACE + "\"");
    static final byte[] ISSUE_OF = bytes("<issue Id=\"issue\" of=\"");
    static final byte[] LOOKUP_CODE = bytes("\"><field name=\"lookupCode\">");
    static final byte[] CONFIRMATION_CODE = bytes("</field><field name=\"confirmationCode\">");
    static final byte[] EFFECTIVE_AT = bytes("</field><field name=\"effectiveAt\">");
    static final byte[] DATA_DIGEST = bytes("</field><field name=\"dataDigest\">");
    static final byte[] ISSUE_END = bytes("</field></issue>");

    static final byte[] SIGNATURE = bytes("<Signature xmlns=\"" + DSIG + "\" Id=\"sig.");
    static final byte[] SIGNED_INFO = bytes("<SignedInfo");
    static final byte[] SIGNED_INFO_APEX = bytes("<SignedInfo xmlns=\"" + DSIG + "\"");
    static final byte[] SIGNED_INFO_START = bytes("<SignedInfo><CanonicalizationMethod Algorithm=\"" + EXCLUSIVE
            + "\"></CanonicalizationMethod><SignatureMethod Algorithm=\"");
    static final byte[] METHOD_END = bytes("\"></SignatureMethod>");
    static final byte[] REFERENCE_ID = bytes("<Reference Id=\"ref.");
    static final byte[] REFERENCE_URI = bytes("\" URI=\"#");
    static final byte[] REFERENCE_DIGEST =
            bytes("\"><Transforms><Transform Algorithm=\"" + EXCLUSIVE + "\"></Transform></Transforms>"
                    + "<DigestMethod Algorithm=\"" + SHA256 + "\"></DigestMethod><DigestValue>");
    static final byte[] REFERENCE_END = bytes("</DigestValue></Reference>");
    static final byte[] REFERENCE_PROPERTIES =
            bytes("<Reference Type=\"http://uri.etsi.org/01903#SignedProperties\" URI=\"#sp.");
    static final byte[] SIGNED_INFO_END = bytes("</SignedInfo>");
    static final byte[] VALUE = bytes("<SignatureValue");
    static final byte[] VALUE_APEX = bytes("<SignatureValue xmlns=\"" + DSIG + "\"");
    static final byte[] VALUE_ID = bytes("<SignatureValue Id=\"val.");
    static final byte[] VALUE_END = bytes("</SignatureValue>");
    static final byte[] KEY_INFO = bytes("<KeyInfo><X509Data>");
    static final byte[] CERTIFICATE = bytes("<X509Certificate>");
    static final byte[] CERTIFICATE_END = bytes("</X509Certificate>");
    static final byte[] KEY_INFO_END =
            bytes("</X509Data></KeyInfo><Object><QualifyingProperties xmlns=\"" + XADES + "\" Target=\"#sig.");
    static final byte[] PROPERTIES = bytes("<SignedProperties");
    static final byte[] PROPERTIES_APEX = bytes("<SignedProperties xmlns=\"" + XADES + "\"");
    static final byte[] PROPERTIES_ID = bytes("<SignedProperties Id=\"sp.");
    static final byte[] SIGNING_TIME = bytes("\"><SignedSignatureProperties><SigningTime>");
    static final byte[] CERT_DIGEST =
            bytes("</SigningTime><SigningCertificateV2><Cert><CertDigest><DigestMethod xmlns=\"" + DSIG
                    + "\" Algorithm=\"" + SHA256 + "\"></DigestMethod><DigestValue xmlns=\"" + DSIG + "\">");
    static final byte[] CLAIMED_ROLE = bytes(
            "</DigestValue></CertDigest></Cert></SigningCertificateV2>" + "<SignerRoleV2><ClaimedRoles><ClaimedRole>");
    static final byte[] CLAIMED_ROLE_END = bytes("</ClaimedRole></ClaimedRoles></SignerRoleV2>"
            + "</SignedSignatureProperties><SignedDataObjectProperties>");
    static final byte[] DATA_OBJECT = bytes("<DataObjectFormat ObjectReference=\"#ref.");
    static final byte[] DATA_OBJECT_END = bytes("\"><MimeType>text/xml</MimeType></DataObjectFormat>");
    static final byte[] PROPERTIES_END = bytes("</SignedDataObjectProperties></SignedProperties>");
    static final byte[] STAMP = bytes("<UnsignedProperties><UnsignedSignatureProperties><SignatureTimeStamp>"
            + "<CanonicalizationMethod xmlns=\"" + DSIG + "\" Algorithm=\"" + EXCLUSIVE
            + "\"></CanonicalizationMethod><EncapsulatedTimeStamp>");
    static final byte[] STAMP_END = bytes("</EncapsulatedTimeStamp></SignatureTimeStamp>");
    static final byte[] REVOCATIONS = bytes("<RevocationValues>");
    static final byte[] CRLS = bytes("<CRLValues>");
    static final byte[] CRL = bytes("<EncapsulatedCRLValue>");
    static final byte[] CRL_END = bytes("</EncapsulatedCRLValue>");
    static final byte[] CRLS_END = bytes("</CRLValues>");
    static final byte[] OCSPS = bytes("<OCSPValues>");
    static final byte[] OCSP = bytes("<EncapsulatedOCSPValue>");
    static final byte[] OCSP_END = bytes("</EncapsulatedOCSPValue>");
    static final byte[] OCSPS_END = bytes("</OCSPValues>");
    static final byte[] REVOCATIONS_END = bytes("</RevocationValues>");
    static final byte[] EVIDENCE_END = bytes("</UnsignedSignatureProperties></UnsignedProperties>");
    static final byte[] SIGNATURE_END = bytes("</QualifyingProperties></Object></Signature>");

    static final byte[] ECDSA_SHA256 = bytes("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
    static final byte[] RSA_SHA256 = bytes("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");

    private static final byte[] AMP = bytes("&amp;");
    private static final byte[] LT = bytes("&lt;");
    private static final byte[] GT = bytes("&gt;");
    private static final byte[] QUOT = bytes("&quot;");
    private static final byte[] TAB = bytes("&#x9;");
    private static final byte[] LF = bytes("&#xA;");
    private static final byte[] CR = bytes("&#xD;");

    /// The ASCII characters that text holds as they are.
    static final boolean[] PLAIN_IN_TEXT = plain(false);

    /// The ASCII characters that an attribute holds as they are.
    static final boolean[] PLAIN_IN_ATTRIBUTES = plain(true);

    private Xml() {}

    private static boolean[] plain(boolean attribute) {
        boolean[] plain = new boolean[128];
        for (char c = 0; c < plain.length; c++) {
            plain[c] = RecordText.allowed(c) && escape(c, attribute) == null;
        }
        return plain;
    }

    /// What canonical XML writes instead of a character; null when it writes the character itself.
    static byte @Nullable [] escape(char c, boolean attribute) {
        return switch (c) {
            case '&' -> AMP;
            case '<' -> LT;
            case '>' -> attribute ? null : GT;
            case '"' -> attribute ? QUOT : null;
            case '\t' -> attribute ? TAB : null;
            case '\n' -> attribute ? LF : null;
            case '\r' -> CR;
            default -> null;
        };
    }

    static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
