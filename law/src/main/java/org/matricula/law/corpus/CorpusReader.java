package org.matricula.law.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;
import org.matricula.law.Corpus.Treatment;
import org.matricula.law.Edition;
import org.matricula.law.Regulation;
import org.matricula.law.Sentence;
import org.matricula.law.yaml.YamlNode;

/// Reads `law/<id>.yaml`: the regulation with its editions, then its clauses in the order of the text.
///
/// Strict: an unknown key, a repeated id, an id without the prefix of the regulation or a missing language is a
/// [org.matricula.law.yaml.YamlFault] that names the file and the line.
final class CorpusReader {
    private static final Set<String> LANGUAGES = Set.of("vi", "kk", "ru");
    private static final Set<String> ROOT = Set.of("regulation", "clauses");
    private static final Set<String> REGULATION =
            Set.of("id", "title", "language", "kind", "source", "effect", "editions");
    private static final Set<String> EDITION = Set.of("id", "from", "to");
    private static final Set<String> CLAUSE =
            Set.of("id", "text", "article", "treatment", "reason", "from", "to", "boundary", "values");
    private static final Pattern WITHOUT_BOUNDARY = Pattern.compile("none \\((.*\\S.*)\\)");
    /// Instead of a day, for guidance whose editions have none.
    private static final String UNDATED = "always";

    private CorpusReader() {}

    /// Reads a corpus.
    ///
    /// @param file the name used in complaints
    /// @param text the content
    static Corpus read(String file, String text) {
        YamlNode root = YamlNode.parse(file, text);
        Map<String, YamlNode> parts = root.fields(ROOT);
        Regulation regulation = regulation(root.required(parts, "regulation"));
        List<Entry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode item : root.required(parts, "clauses").items()) {
            Entry entry = entry(item, regulation);
            if (!ids.add(entry.id())) {
                throw item.fault("clause id '%s' is given twice".formatted(entry.id()));
            }
            entries.add(entry);
        }
        String effect = regulation.effect();
        if (effect != null && !ids.contains(effect)) {
            throw root.fault("effect '%s' is not among the clauses".formatted(effect));
        }
        return new Corpus(regulation, entries);
    }

    private static Regulation regulation(YamlNode node) {
        Map<String, YamlNode> f = node.fields(REGULATION);
        String id = node.required(f, "id").text();
        YamlNode languageNode = node.required(f, "language");
        String language = languageNode.text();
        if (!LANGUAGES.contains(language)) {
            throw languageNode.fault("language '%s' is not one of vi, kk, ru".formatted(language));
        }
        List<Edition> editions = new ArrayList<>();
        for (YamlNode item : node.required(f, "editions").items()) {
            editions.add(edition(item, id, editions));
        }
        if (editions.isEmpty()) {
            throw node.fault("the regulation has no edition");
        }
        return new Regulation(
                id,
                sentence(node.required(f, "title"), language),
                language,
                editions,
                kind(node.required(f, "kind")),
                node.required(f, "source").text(),
                textOrNull(f.get("effect")));
    }

    private static Edition edition(YamlNode item, String regulation, List<Edition> earlier) {
        Map<String, YamlNode> f = item.fields(EDITION);
        String id = item.required(f, "id").text();
        if (!id.equals(regulation) && !id.startsWith(regulation + "/")) {
            throw item.fault("edition '%s' does not start with '%s/'".formatted(id, regulation));
        }
        if (earlier.stream().anyMatch(e -> e.id().equals(id))) {
            throw item.fault("edition '%s' is given twice".formatted(id));
        }
        Edition edition = new Edition(id, YamlNode.dateOrNull(f.get("from")), YamlNode.dateOrNull(f.get("to")));
        if (edition.from() != null && edition.to() != null && edition.to().isBefore(edition.from())) {
            throw item.fault("edition '%s' ends before it starts".formatted(id));
        }
        return edition;
    }

    private static Regulation.Kind kind(YamlNode node) {
        return switch (node.text()) {
            case "law" -> Regulation.Kind.LAW;
            case "guidance" -> Regulation.Kind.GUIDANCE;
            default -> throw node.fault("kind '%s' is neither law nor guidance".formatted(node.text()));
        };
    }

    private static Entry entry(YamlNode item, Regulation regulation) {
        Map<String, YamlNode> f = item.fields(CLAUSE);
        String id = item.required(f, "id").text();
        if (!id.startsWith(regulation.id() + ":")
                || id.length() == regulation.id().length() + 1) {
            throw item.fault("clause id '%s' does not start with '%s:'".formatted(id, regulation.id()));
        }
        Treatment treatment = treatment(item.required(f, "treatment"));
        String reason = textOrNull(f.get("reason"));
        if ((reason != null) != (treatment == Treatment.NOT_OURS)) {
            throw item.fault("'%s': a reason is given with 'not ours', and only then".formatted(id));
        }
        YamlNode boundary = f.get("boundary");
        String without = boundary == null ? null : withoutBoundary(boundary);
        return new Entry(
                id,
                sentence(item.required(f, "text"), regulation.language()),
                item.required(f, "article").text(),
                treatment,
                reason,
                YamlNode.dateOrNull(f.get("from")),
                YamlNode.dateOrNull(f.get("to")),
                boundary != null && without == null && boundary.flag(),
                without,
                values(f.get("values"), regulation));
    }

    /// The reason in `boundary: none (reason)`; null for a flag.
    private static @Nullable String withoutBoundary(YamlNode node) {
        Matcher none = WITHOUT_BOUNDARY.matcher(String.valueOf(node.plain()));
        if (none.matches()) {
            return none.group(1);
        }
        if (!(node.plain() instanceof Boolean)) {
            throw node.fault("boundary is true or false, or 'none (reason)' with the reason why there is none to show");
        }
        return null;
    }

    /// Numbers by the first day on which each stands; there is one from the first day of the first edition on.
    private static NavigableMap<LocalDate, Integer> values(@Nullable YamlNode node, Regulation regulation) {
        NavigableMap<LocalDate, Integer> values = new TreeMap<>();
        if (node == null) {
            return values;
        }
        node.fields().forEach((day, value) -> values.put(firstDay(day, value), value.number()));
        LocalDate from = regulation.editions().getFirst().from();
        if (values.floorEntry(from == null ? LocalDate.MIN : from) == null) {
            throw node.fault("no value stands when the first edition starts; give one from "
                    + (from == null ? UNDATED : from) + " on");
        }
        return values;
    }

    private static LocalDate firstDay(String day, YamlNode value) {
        if (day.equals(UNDATED)) {
            return LocalDate.MIN;
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException _) {
            throw value.fault("'%s' is neither a date such as 2016-03-01 nor '%s'".formatted(day, UNDATED));
        }
    }

    private static Treatment treatment(YamlNode node) {
        for (Treatment treatment : Treatment.values()) {
            if (treatment.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(node.text())) {
                return treatment;
            }
        }
        throw node.fault(
                "treatment '%s' is not one of: rule, person decides, form, duty, not ours".formatted(node.text()));
    }

    private static Sentence sentence(YamlNode node, String language) {
        Map<String, YamlNode> f = node.fields(Set.of("en", language));
        return new Sentence(
                node.required(f, "en").text(), node.required(f, language).text());
    }

    private static @Nullable String textOrNull(@Nullable YamlNode node) {
        return node == null || node.isNull() ? null : node.text();
    }
}
