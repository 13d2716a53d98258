package org.matricula.verifier.merkle;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The files of `vectors/log` as they are made, with the list of what each shows.
final class LogVectorFiles {
    static final SampleLog LOG = SampleLog.of("log.example/matricula", 13);
    static final SampleLog OTHER = SampleLog.of("other.example/log", 13);
    static final SampleLog REWRITTEN = LOG.rewritten(5);

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder index = new StringBuilder("""
            # Written by LogVectors (see README.md). The log's key is in log.vkey.
            """);

    void text(String file, String text) {
        bytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(String file, byte[] bytes) {
        files.put(file, bytes);
    }

    /// A file that is in the list.
    ///
    /// @param more further members, each a line with two blanks before it
    void listed(String file, String text, String shows, String more, String why) {
        text(file, text);
        index.append("- file: %s\n  shows: %s\n%s  why: \"%s\"\n".formatted(file, shows, more, why));
    }

    static String text(SignedNote note) {
        return new String(note.toBytes(), StandardCharsets.UTF_8);
    }

    /// Every file by its name below the folder, the list among them.
    Map<String, byte[]> all() {
        text("vectors.yaml", index.toString());
        return files;
    }
}
