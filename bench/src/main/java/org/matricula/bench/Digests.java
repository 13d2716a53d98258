package org.matricula.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The SHA-256 digests that the format of a record asks for, and nothing else: with the raw signatures they are what no
/// implementation of the format can do without.
final class Digests {
    private static final List<Pattern> SIGNED = List.of(
            Pattern.compile("<data .*?</data>", Pattern.DOTALL),
            Pattern.compile("<block .*?</block>", Pattern.DOTALL),
            Pattern.compile("<issue .*?</issue>", Pattern.DOTALL),
            Pattern.compile("<SignedProperties .*?</SignedProperties>", Pattern.DOTALL),
            Pattern.compile("<SignatureValue .*?</SignatureValue>", Pattern.DOTALL),
            Pattern.compile("<SignedInfo>.*?</SignedInfo>", Pattern.DOTALL));

    private final List<byte[]> parts = new ArrayList<>();
    private final MessageDigest sha;

    /// @param sealed a sealed record, whose signed parts are digested each once
    Digests(byte[] sealed) throws NoSuchAlgorithmException {
        sha = MessageDigest.getInstance("SHA-256");
        String text = new String(sealed, StandardCharsets.UTF_8);
        for (Pattern pattern : SIGNED) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                parts.add(matcher.group().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// Also the file as a whole, which a verdict names by its digest.
    Digests andTheFile(byte[] file) {
        parts.add(file);
        return this;
    }

    /// How many bytes are digested for one record.
    int bytes() {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    /// Digests everything once.
    int once() {
        int last = 0;
        for (byte[] part : parts) {
            last += sha.digest(part)[0];
        }
        return last;
    }
}
