package org.matricula.law.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;
import org.matricula.law.Edition;
import org.matricula.law.Regulation;
import org.matricula.law.yaml.YamlFault;
import org.matricula.law.yaml.YamlNode;

/// From when to when editions are in force, where an office knows better than the corpus: a day of publication that
/// was not known when the text was modelled, a repeal that came later.
///
/// The file that the system property `matricula.law.editions` names, else the variable `MATRICULA_EDITIONS`, holds one
/// line an edition; what a line does not name stays as it is, and `null` leaves a side open:
///
/// ```yaml
/// KZD/2016-01-11: {from: 2016-01-16, to: 2020-07-21}
/// VN55/2013-02-07: {to: 2022-06-30}
/// ```
///
/// @param origin where the days were read; used in complaints
/// @param byEdition the days by the id of the edition
public record EditionDates(String origin, Map<String, Span> byEdition) {
    /// The system property that names the file.
    public static final String PROPERTY = "matricula.law.editions";

    /// The variable that names the file where the property does not.
    public static final String VARIABLE = "MATRICULA_EDITIONS";

    private static final Set<String> SIDES = Set.of("from", "to");

    /// Read at most twice by two threads at once, to the same end.
    private static volatile @Nullable EditionDates ofProcess;

    /// What is set of an edition.
    ///
    /// @param sides `from`, `to` or both
    /// @param from first day in force, when it is set; null for no first day
    /// @param to last day in force, when it is set; null for no last day
    public record Span(
            Set<String> sides,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public Span {
            sides = Set.copyOf(sides);
        }

        private Edition over(Edition edition) {
            LocalDate first = sides.contains("from") ? from : edition.from();
            LocalDate last = sides.contains("to") ? to : edition.to();
            return Objects.equals(first, edition.from()) && Objects.equals(last, edition.to())
                    ? edition
                    : new Edition(edition.id(), first, last, edition);
        }
    }

    public EditionDates {
        byEdition = Map.copyOf(byEdition);
    }

    /// The days that were set when this program was started.
    ///
    /// @throws IllegalArgumentException when the file cannot be read or is not as it must be
    public static EditionDates ofProcess() {
        EditionDates dates = ofProcess;
        if (dates == null) {
            dates = named(System.getProperty(PROPERTY), System.getenv(VARIABLE));
            ofProcess = dates;
        }
        return dates;
    }

    /// The days in the file that the first given name names; none when none is given.
    static EditionDates named(@Nullable String property, @Nullable String variable) {
        String name = property == null || property.isBlank() ? variable : property;
        String by = Objects.equals(name, property) ? PROPERTY : VARIABLE;
        if (name == null || name.isBlank()) {
            return new EditionDates("", Map.of());
        }
        try {
            return read(name, Files.readString(Path.of(name)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s names the file '%s', which cannot be read; name a file with the days of editions, or none"
                            .formatted(by, name),
                    e);
        }
    }

    /// Reads the days.
    ///
    /// @param origin the name used in complaints
    /// @throws IllegalArgumentException when something in it is not as it must be
    public static EditionDates read(String origin, String text) {
        try {
            Map<String, Span> spans = new LinkedHashMap<>();
            YamlNode.parse(origin, text).fields().forEach((id, node) -> spans.put(id, span(id, node)));
            return new EditionDates(origin, spans);
        } catch (YamlFault e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; a line is 'KZD/2016-01-11: {from: 2016-01-16, to: 2020-07-21}'", e);
        }
    }

    private static Span span(String id, YamlNode node) {
        Map<String, YamlNode> f = node.fields(SIDES);
        if (f.isEmpty()) {
            throw node.fault("'%s' sets neither from nor to".formatted(id));
        }
        return new Span(f.keySet(), YamlNode.dateOrNull(f.get("from")), YamlNode.dateOrNull(f.get("to")));
    }

    /// Refuses a day for an edition that nobody has.
    ///
    /// @throws IllegalArgumentException when an id is not among the editions of the corpora
    public void check(Collection<Corpus> corpora) {
        Set<String> known = corpora.stream()
                .flatMap(corpus -> corpus.regulation().editions().stream())
                .map(Edition::id)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String id : byEdition.keySet()) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("%s: there is no edition '%s'; the editions are %s"
                        .formatted(origin, id, String.join(", ", known)));
            }
        }
    }

    /// The corpus with the days that are set.
    ///
    /// @throws IllegalArgumentException when an edition would end before it starts or run into the next
    public Corpus over(Corpus corpus) {
        Regulation was = corpus.regulation();
        if (was.editions().stream().noneMatch(edition -> byEdition.containsKey(edition.id()))) {
            return corpus;
        }
        List<Edition> editions = new ArrayList<>();
        for (Edition edition : was.editions()) {
            Span span = byEdition.get(edition.id());
            editions.add(checked(span == null ? edition : span.over(edition), editions));
        }
        Regulation now = was.with(editions);
        LocalDate first = editions.getFirst().from();
        return new Corpus(
                now,
                corpus.entries().stream()
                        .map(entry -> entry.values().isEmpty() ? entry : standing(entry, was, first))
                        .toList());
    }

    private Edition checked(Edition edition, List<Edition> earlier) {
        LocalDate from = edition.from();
        if (from != null && edition.to() != null && edition.to().isBefore(from)) {
            throw new IllegalArgumentException("%s: edition '%s' would end on %s, before it starts on %s"
                    .formatted(origin, edition.id(), edition.to(), from));
        }
        if (!earlier.isEmpty()) {
            Edition before = earlier.getLast();
            if (before.to() == null || from == null || !before.to().isBefore(from)) {
                throw new IllegalArgumentException("%s: edition '%s' (to %s) and edition '%s' (from %s) would overlap"
                        .formatted(origin, before.id(), before.to(), edition.id(), from));
            }
        }
        return edition;
    }

    /// The number of a clause stands from the first day of the first edition on, also when that day is set earlier.
    private static Entry standing(Entry entry, Regulation was, @Nullable LocalDate first) {
        LocalDate before = was.editions().getFirst().from();
        LocalDate now = first == null ? LocalDate.MIN : first;
        Map.Entry<LocalDate, Integer> begun = entry.values().floorEntry(before == null ? LocalDate.MIN : before);
        if (begun == null || !now.isBefore(begun.getKey())) {
            return entry;
        }
        NavigableMap<LocalDate, Integer> values = new TreeMap<>(entry.values());
        values.put(now, begun.getValue());
        return entry.with(values);
    }
}
