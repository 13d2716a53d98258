package org.matricula.verifier.record;

import org.matricula.verifier.signature.RevocationData;
import org.matricula.verifier.signature.TimeStamp;

/// How large a record may be. The writer keeps to it, so the reader can refuse what goes beyond.
public final class Limits {
    /// Bytes of a record file.
    public static final int FILE_BYTES = 16 * 1024 * 1024;
    /// Blocks of a record.
    public static final int BLOCKS = 512;
    /// Fields of a block.
    public static final int FIELDS = 1024;
    /// UTF-16 units of one text.
    public static final int TEXT = 65_536;
    /// Certificates in one signature, the signer's included.
    public static final int CERTIFICATES = 5;
    /// Bytes of one certificate.
    public static final int CERTIFICATE_BYTES = 16_384;

    /// Bytes of a time-stamp token.
    public static final int TIME_STAMP_BYTES = TimeStamp.MOST_BYTES;
    /// Bytes of one list or answer about revocation.
    public static final int REVOCATION_BYTES = RevocationData.MOST_IN_FILE;
    /// Lists and answers about revocation beside one signature.
    public static final int REVOCATIONS = RevocationData.MOST;

    private Limits() {}
}
