package org.matricula.registry.records.pdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.Deflater;

/// The signed XML that travels inside the file, compressed once so that the same bytes can also be stored.
///
/// @param zlib the XML compressed in the zlib format
/// @param size the length of the plain XML in bytes
/// @param md5 the check sum of the plain XML that PDF prescribes; it protects against nothing, the seal does
public record AttachedXml(byte[] zlib, int size, byte[] md5) {
    /// Compresses and sums an XML file.
    public static AttachedXml of(byte[] xml) {
        Deflater deflater = new Deflater();
        try {
            return new AttachedXml(Bytes.deflated(deflater, xml, xml.length), xml.length, md5(xml));
        } finally {
            deflater.end();
        }
    }

    private static byte[] md5(byte[] xml) {
        try {
            return MessageDigest.getInstance("MD5").digest(xml);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
