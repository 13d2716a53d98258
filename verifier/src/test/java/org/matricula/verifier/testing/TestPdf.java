package org.matricula.verifier.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SimpleAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// A small PDF of our profile around a record, sealed; with handles for whoever wants to spoil it.
public final class TestPdf {
    private static final int ROOM = 8_192;

    private final Map<Integer, byte[]> objects = new TreeMap<>();
    private final Map<Integer, byte[]> packed = new TreeMap<>();
    private final int catalog = 1;
    private int indexOff;
    private String indexTail = "";
    private String stated = "";

    /// The usual PDF of a record.
    ///
    /// @param stated what its metadata state: id, version, digest
    public static TestPdf of(byte[] xml, String id, int version, String digest) {
        TestPdf pdf = new TestPdf();
        pdf.pack(
                1,
                "<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R/AF[8 0 R]"
                        + "/Names<</EmbeddedFiles<</Names[(" + id + ".xml)8 0 R]>>>>"
                        + "/AcroForm<</SigFlags 3/Fields[9 0 R]>>/Perms<</DocMDP 10 0 R>>>>");
        pdf.pack(2, "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>");
        pdf.pack(3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>/Annots[9 0 R]>>");
        pdf.stream(4, "", "0 0 595 842 re n".getBytes(StandardCharsets.US_ASCII), true);
        pdf.stated = metadata(id, version, digest);
        pdf.metadata(UnaryOperator.identity());
        pdf.stream(7, "/Type/EmbeddedFile/Subtype/text#2Fxml", xml, true);
        String name = "(" + id + ".xml)";
        pdf.pack(8, "<</Type/Filespec/F" + name + "/UF" + name + "/AFRelationship/Source/EF<</F 7 0 R/UF 7 0 R>>>>");
        pdf.pack(9, "<</Type/Annot/Subtype/Widget/FT/Sig/T(seal)/F 132/V 10 0 R/P 3 0 R/Rect[0 0 0 0]>>");
        pdf.object(
                10,
                "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:20260529163100+07'00')"
                        + "/ByteRange[" + " ".repeat(40) + "]/Contents<" + "0".repeat(2 * ROOM) + ">>>");
        return pdf;
    }

    private static String metadata(String id, int version, String digest) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:matricula="urn:matricula:pdf:1">
                <matricula:recordId>%s</matricula:recordId><matricula:version>%d</matricula:version>\
                <matricula:dataDigest>%s</matricula:dataDigest>
                </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>""".formatted(id, version, digest);
    }

    /// Sets an object that stands in the file by itself.
    public TestPdf object(int number, String value) {
        packed.remove(number);
        objects.put(number, value.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /// Sets an object that is packed with others.
    public TestPdf pack(int number, String value) {
        objects.remove(number);
        packed.put(number, value.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /// Changes a packed object by replacing text in it.
    public TestPdf change(int number, String from, String to) {
        String value = new String(packed.get(number), StandardCharsets.ISO_8859_1);
        if (!value.contains(from)) {
            throw new IllegalArgumentException(from);
        }
        return pack(number, value.replace(from, to));
    }

    /// Changes an object that stands in the file by itself, the same way.
    public TestPdf changeOwn(int number, String from, String to) {
        String value = new String(objects.get(number), StandardCharsets.ISO_8859_1);
        if (!value.contains(from)) {
            throw new IllegalArgumentException(from);
        }
        return object(number, value.replace(from, to));
    }

    /// Replaces the metadata by what is made of them.
    public TestPdf metadata(UnaryOperator<String> how) {
        return stream(6, "/Type/Metadata/Subtype/XML", how.apply(stated).getBytes(StandardCharsets.UTF_8), false);
    }

    /// Lets the cross-reference name other places in the bundle than those where the objects stand.
    public TestPdf misplaced() {
        indexOff = 1;
        return this;
    }

    /// Puts something between the index of the bundle and its first object.
    public TestPdf indexTail(String text) {
        indexTail = text;
        return this;
    }

    /// Sets a stream object.
    public TestPdf stream(int number, String entries, byte[] data, boolean deflate) {
        byte[] body = deflate ? deflated(data) : data;
        String head = "<<" + entries + (deflate ? "/Filter/FlateDecode" : "") + "/Length " + body.length + ">>stream\n";
        objects.put(number, joined(ascii(head), body, ascii("\nendstream")));
        return this;
    }

    /// The file with its seal.
    public byte[] sealed(TestKey seal) {
        byte[] file = unsealed();
        String latin = new String(file, StandardCharsets.ISO_8859_1);
        int from = latin.indexOf("/Contents<") + "/Contents".length();
        int to = from + 2 * ROOM + 2;
        byte[] range = ascii("0 " + from + " " + to + " " + (file.length - to));
        System.arraycopy(range, 0, file, latin.indexOf("/ByteRange[") + "/ByteRange[".length(), range.length);
        byte[] covered = joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
        byte[] hex = ascii(HexFormat.of().withUpperCase().formatHex(cms(seal, covered)));
        System.arraycopy(hex, 0, file, from + 1, hex.length);
        return file;
    }

    /// The file without a value in its seal.
    public byte[] unsealed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
        Map<Integer, int[]> where = new TreeMap<>();
        objects.forEach((number, body) -> {
            where.put(number, new int[] {1, out.size(), 0});
            out.writeBytes(joined(ascii(number + " 0 obj\n"), body, ascii("\nendobj\n")));
        });
        int container =
                Math.max(objects.keySet().stream().mapToInt(n -> n).max().orElse(0), 20) + 1;
        bundle(container, out, where);
        int self = container + 1;
        where.put(self, new int[] {1, out.size(), 0});
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        for (int number = 0; number <= self; number++) {
            int[] entry = where.getOrDefault(number, new int[] {0, 0, 0});
            table.write(entry[0]);
            table.writeBytes(new byte[] {(byte) (entry[1] >> 16), (byte) (entry[1] >> 8), (byte) entry[1]});
            table.writeBytes(new byte[] {(byte) (entry[2] >> 8), (byte) entry[2]});
        }
        int start = out.size();
        byte[] data = deflated(table.toByteArray());
        out.writeBytes(ascii(self + " 0 obj\n<</Type/XRef/Size " + (self + 1) + "/W[1 3 2]/Root " + catalog
                + " 0 R/Filter/FlateDecode/Length " + data.length + ">>stream\n"));
        out.writeBytes(data);
        out.writeBytes(ascii("\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private void bundle(int container, ByteArrayOutputStream out, Map<Integer, int[]> where) {
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        StringBuilder index = new StringBuilder();
        int place = 0;
        for (Map.Entry<Integer, byte[]> each : packed.entrySet()) {
            index.append(each.getKey()).append(' ').append(values.size()).append(' ');
            where.put(each.getKey(), new int[] {2, container, indexOff + place++});
            values.writeBytes(each.getValue());
            values.write('\n');
        }
        index.append(indexTail);
        where.put(container, new int[] {1, out.size(), 0});
        byte[] data = deflated(joined(ascii(index.toString()), values.toByteArray()));
        out.writeBytes(ascii(container + " 0 obj\n<</Type/ObjStm/N " + packed.size() + "/First " + index.length()
                + "/Filter/FlateDecode/Length " + data.length + ">>stream\n"));
        out.writeBytes(joined(data, ascii("\nendstream\nendobj\n")));
    }

    private static byte[] cms(TestKey seal, byte[] covered) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
            attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(sha.digest(covered))));
            attributes.add(attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new SigningCertificateV2(
                            new ESSCertIDv2(sha.digest(seal.certificate().getEncoded())))));
            boolean rsa = seal.key().getAlgorithm().equals("RSA");
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new SimpleAttributeTableGenerator(new AttributeTable(attributes)))
                    .build(
                            new JcaContentSignerBuilder(rsa ? "SHA256withRSA" : "SHA256withECDSA").build(seal.key()),
                            seal.certificate()));
            generator.addCertificates(
                    new JcaCertStore(Stream.concat(Stream.of(seal.certificate()), seal.above().stream())
                            .toList()));
            return generator
                    .generate(new CMSAbsentContent(), false)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Attribute attribute(ASN1ObjectIdentifier id, ASN1Encodable value) {
        return new Attribute(id, new DERSet(value));
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
