package org.matricula.law.time;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.TableCalendar.Special;
import org.matricula.law.time.TableCalendar.WeekRule;
import org.matricula.law.yaml.YamlNode;

/// Reads `calendar/<country>.yaml`.
///
/// `sources` names the instruments; `weeks` gives the rule of the five-day and the six-day week; `years` lists, year
/// by year, the days that depart from it. A day with `week` concerns only that week; without it, both.
final class CalendarReader {
    private static final Set<String> ROOT = Set.of("country", "language", "sources", "words", "weeks", "years");
    private static final Set<String> WORDS = Set.of("workday", "saturday", "sunday");
    private static final Set<String> DAY = Set.of("date", "working", "week", "reason", "source");

    private final String language;
    private final Map<String, String> sources = new HashMap<>();

    private CalendarReader(String language) {
        this.language = language;
    }

    static WorkingCalendar read(String file, String text) {
        YamlNode root = YamlNode.parse(file, text);
        Map<String, YamlNode> f = root.fields(ROOT);
        CalendarReader reader = new CalendarReader(root.required(f, "language").text());
        root.required(f, "sources").fields().forEach((key, value) -> reader.sources.put(key, value.text()));

        YamlNode wordsNode = root.required(f, "words");
        Map<String, YamlNode> words = wordsNode.fields(WORDS);
        YamlNode weeksNode = root.required(f, "weeks");
        Map<String, YamlNode> weeks = weeksNode.fields(Set.of("FIVE", "SIX"));
        Map<Week, WeekRule> rules = new EnumMap<>(Week.class);
        for (Week week : Week.values()) {
            rules.put(
                    week,
                    new WeekRule(
                            reader.sentence(wordsNode.required(words, "workday")),
                            reader.sentence(wordsNode.required(words, "saturday")),
                            reader.sentence(wordsNode.required(words, "sunday")),
                            reader.source(weeksNode.required(weeks, week.name()))));
        }
        return reader.years(root.required(f, "country").text(), rules, root.required(f, "years"));
    }

    private WorkingCalendar years(String country, Map<Week, WeekRule> rules, YamlNode years) {
        Map<Week, Map<LocalDate, Special>> specials = new EnumMap<>(Week.class);
        for (Week week : Week.values()) {
            specials.put(week, new HashMap<>());
        }
        Map<Integer, YamlNode> loaded = new LinkedHashMap<>();
        years.fields().forEach((key, value) -> {
            int year = year(key, value);
            loaded.put(year, value);
            value.items().forEach(item -> day(item, year, specials));
        });
        return new TableCalendar(country, loaded.keySet(), rules, specials);
    }

    private static int year(String key, YamlNode value) {
        if (!key.matches("[0-9]{4}")) {
            throw value.fault("'%s' is not a year".formatted(key));
        }
        return Integer.parseInt(key);
    }

    private void day(YamlNode item, int year, Map<Week, Map<LocalDate, Special>> specials) {
        Map<String, YamlNode> f = item.fields(DAY);
        Special special = new Special(
                item.required(f, "working").flag(),
                sentence(item.required(f, "reason")),
                source(item.required(f, "source")));
        for (YamlNode dateNode : dates(item.required(f, "date"))) {
            LocalDate date = dateNode.date();
            if (date.getYear() != year) {
                throw dateNode.fault("%s stands under the year %d".formatted(date, year));
            }
            for (Week week : weeks(f.get("week"))) {
                if (specials.get(week).put(date, special) != null) {
                    throw dateNode.fault("%s is given twice for the week of %s".formatted(date, week));
                }
            }
        }
    }

    private static List<YamlNode> dates(YamlNode node) {
        return node.isList() ? node.items() : List.of(node);
    }

    private static List<Week> weeks(@Nullable YamlNode node) {
        if (node == null) {
            return List.of(Week.values());
        }
        return switch (node.text()) {
            case "FIVE" -> List.of(Week.FIVE);
            case "SIX" -> List.of(Week.SIX);
            default -> throw node.fault("'%s' is neither FIVE nor SIX".formatted(node.text()));
        };
    }

    private String source(YamlNode node) {
        String source = sources.get(node.text());
        if (source == null) {
            throw node.fault("source '%s' is not among the sources".formatted(node.text()));
        }
        return source;
    }

    private Sentence sentence(YamlNode node) {
        Map<String, YamlNode> f = node.fields(Set.of("en", language));
        return new Sentence(
                node.required(f, "en").text(), node.required(f, language).text());
    }
}
