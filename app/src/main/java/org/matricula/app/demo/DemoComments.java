package org.matricula.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Comments as teachers write them, by subject and level: `demo/comments.tsv`.
final class DemoComments {
    private final Map<String, List<String>> byKey = new LinkedHashMap<>();

    private DemoComments() {}

    static DemoComments load() {
        DemoComments comments = new DemoComments();
        for (String line : new String(resource("comments.tsv"), StandardCharsets.UTF_8).split("\n")) {
            String[] parts = line.split("\t", 2);
            comments.byKey.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1].replace("\\n", "\n"));
        }
        return comments;
    }

    /// A file of the demo school.
    static byte[] resource(String name) {
        try (InputStream in = DemoComments.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no demo/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In grade 1 pupils learn to read, to write and to count to 100: they have comments of their own.
    String of(int grade, String subject, String level, int seed) {
        String own = grade + "/" + subject + "." + level;
        return byKey.containsKey(own) ? pick(own, seed) : of(subject, level, seed);
    }

    String of(String subject, String level, int seed) {
        return pick(subject + "." + level, seed);
    }

    private String pick(String key, int seed) {
        List<String> pool = byKey.getOrDefault(key, List.of("Hoàn thành nội dung học tập."));
        return pool.get(Math.floorMod(seed, pool.size()));
    }
}
