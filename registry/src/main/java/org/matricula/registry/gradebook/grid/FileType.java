package org.matricula.registry.gradebook.grid;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a file is, by its content.
enum FileType {
    /// A ZIP archive; [XlsxFile] looks inside.
    XLSX,
    /// Text.
    CSV;

    static FileType of(byte[] file) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable(FileWords.empty());
        }
        if (file.length > GridFile.MOST_BYTES) {
            throw new Unreadable(FileWords.tooLarge(file.length, GridFile.MOST_BYTES));
        }
        if (begins(file, 0x50, 0x4B, 0x03, 0x04) || begins(file, 0x50, 0x4B, 0x05, 0x06)) {
            return XLSX;
        }
        if (begins(file, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            throw new Unreadable(holds(file, "EncryptedPackage") ? FileWords.password() : FileWords.oldExcel());
        }
        if (begins(file, 0x25, 0x50, 0x44, 0x46)) {
            throw new Unreadable(FileWords.pdf());
        }
        if (begins(file, 0x89, 0x50, 0x4E, 0x47) || begins(file, 0xFF, 0xD8, 0xFF) || begins(file, 0x47, 0x49, 0x46)) {
            throw new Unreadable(FileWords.picture());
        }
        if (begins(file, 0x52, 0x61, 0x72, 0x21) || begins(file, 0x37, 0x7A, 0xBC, 0xAF) || begins(file, 0x1F, 0x8B)) {
            throw new Unreadable(FileWords.archive());
        }
        if (startsAsPage(file)) {
            throw new Unreadable(FileWords.webPage());
        }
        return CSV;
    }

    private static boolean begins(byte[] file, int... magic) {
        if (file.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((file[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /// Old school software "exports to Excel" by giving an HTML table the name .xls.
    private static boolean startsAsPage(byte[] file) {
        var start = new String(file, 0, Math.min(file.length, 200), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<") || start.startsWith("ï»¿<");
    }

    /// Whether the directory of an old compound file names a stream; its names are UTF-16 without a mark.
    private static boolean holds(byte[] file, String stream) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .contains(new String(stream.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}
