package org.matricula.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The table of `permissions.txt` as people wrote it: who may do what. What its columns and cells mean stands in it.
///
/// @param rows in their order
record PermissionTable(List<Row> rows) {
    PermissionTable {
        rows = List.copyOf(rows);
    }

    /// A column: somebody in one relation to the place of the act.
    enum Who {
        OFFICE("office"),
        TEACHER("teacher"),
        HOMEROOM("homeroom"),
        PRINCIPAL("principal"),
        ADMINISTRATOR("administrator"),
        INSPECTOR("inspector"),
        NOBODY("nobody"),
        OTHER_SUBJECT("other subject"),
        OTHER_CLASS("other class"),
        ELSEWHERE("elsewhere"),
        OVER("over"),
        NOT_BEGUN("not begun"),
        ONE_FACTOR("one factor");

        final String title;

        Who(String title) {
            this.title = title;
        }
    }

    /// A row.
    ///
    /// @param chapter the heading above it
    /// @param what what the act is about
    record Row(String chapter, String act, String what, Map<Who, String> cells) {
        String key() {
            return act + ": " + what;
        }

        boolean may(Who who) {
            return cells.get(who).equals("yes");
        }
    }

    static PermissionTable read() {
        List<Row> rows = new ArrayList<>();
        String chapter = "";
        List<String> titles = List.of();
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                chapter = line.substring(3);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<String> cells =
                        Arrays.stream(line.split("\\|")).map(String::strip).toList();
                if (titles.isEmpty()) {
                    titles = cells;
                } else {
                    rows.add(row(chapter, titles, cells));
                }
            }
        }
        return new PermissionTable(rows);
    }

    private static Row row(String chapter, List<String> titles, List<String> cells) {
        if (cells.size() != titles.size()) {
            throw new IllegalStateException("a row has %d cells under %d titles: %s"
                    .formatted(cells.size(), titles.size(), String.join(" | ", cells)));
        }
        Map<Who, String> by = new EnumMap<>(Who.class);
        for (Who who : Who.values()) {
            by.put(who, cells.get(titles.indexOf(who.title)));
        }
        return new Row(chapter, cells.get(0), cells.get(1), by);
    }

    private static List<String> lines() {
        try (InputStream in = PermissionTable.class.getResourceAsStream("/permissions.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
