package org.matricula.registry.lawbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The code of each clause and the tests that prove it, from the generated pages that the gate compares with the code
/// at every build. The build copies them beside the templates; a regulation without a page has no proofs to show.
final class Proofs {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern KIND = Pattern.compile("\\*\\*(MET|NOT_MET|BOUNDARY)\\*\\* (.*)");
    private static final Pattern ROW = Pattern.compile("\\| <a id=\"[^\"]*\"></a>`([^`]+)` .*");

    private final Map<String, Map<String, Row>> pages = new ConcurrentHashMap<>();

    /// What is known of a clause.
    ///
    /// @param code the places that apply it, for example `ExamRoute.regularOwn`
    /// @param tests for MET, NOT_MET and BOUNDARY the tests that prove it, in English
    record Row(List<String> code, Map<String, String> tests) {
        Row {
            code = List.copyOf(code);
            tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
        }
    }

    /// The row of a clause; empty when nothing is known of it.
    Optional<Row> of(String clause) {
        String regulation = clause.substring(0, Math.max(0, clause.indexOf(':')));
        return Optional.ofNullable(
                pages.computeIfAbsent(regulation, Proofs::load).get(clause));
    }

    private static Map<String, Row> load(String regulation) {
        try (InputStream in = Proofs.class.getResourceAsStream("/lawbook/clauses/" + regulation + ".md")) {
            return in == null ? Map.of() : read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the proofs of " + regulation, e);
        }
    }

    /// Reads a generated page: one row a clause, with code and proofs in the last two cells.
    static Map<String, Row> read(String page) {
        Map<String, Row> rows = new HashMap<>();
        page.lines().filter(line -> ROW.matcher(line).matches()).forEach(line -> {
            var row = ROW.matcher(line);
            String[] cells = line.split("(?<!\\\\)\\|", -1);
            if (row.matches() && cells.length == 7) {
                rows.put(row.group(1), new Row(code(cells[4]), tests(cells[5].strip())));
            }
        });
        return Map.copyOf(rows);
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    private static Map<String, String> tests(String cell) {
        Map<String, String> tests = new LinkedHashMap<>();
        List<MatchResult> kinds = new ArrayList<>();
        for (String part : cell.split("<br>")) {
            KIND.matcher(part).results().forEach(kinds::add);
        }
        kinds.forEach(kind ->
                tests.put(kind.group(1), kind.group(2).replace("\\|", "|").replace("&lt;", "<")));
        return tests;
    }
}
