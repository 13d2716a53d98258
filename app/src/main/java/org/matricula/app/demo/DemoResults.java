package org.matricula.app.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Kind;

/// A year of results for invented pupils: the same every time, different from pupil to pupil, and such that the year
/// result follows from the rest.
final class DemoResults {
    private static final List<String> QUALITIES =
            List.of("PATRIOTISM", "KINDNESS", "DILIGENCE", "HONESTY", "RESPONSIBILITY");
    private static final String GENERAL_GROUP = "competences";

    /// How a year goes; each gives one of the four year results.
    private enum Profile {
        EXCELLENT,
        GOOD,
        COMPLETED,
        NOT_COMPLETED
    }

    private final ClassSheetForm form;
    private final DemoComments comments;

    DemoResults(ClassSheetForm form, DemoComments comments) {
        this.form = form;
        this.comments = comments;
    }

    /// The results of a pupil.
    ///
    /// @param i the place in the class list, from 0
    /// @return canonical values by column key
    Map<String, String> of(int grade, int i) {
        Map<String, String> values = new LinkedHashMap<>();
        Profile profile = profile(i);
        values.put("registerNumber", "%d/%d".formatted(412 + i, 2025 - grade + 1));
        values.put("heightCm", String.valueOf(106 + grade * 5 + i * 5 % 13));
        values.put("weightKg", String.valueOf(16 + grade * 3 + i * 7 % 9));
        values.put("health", i % 11 == 7 ? "Tốt; cận thị nhẹ" : "Tốt");
        values.put("absentExcused", String.valueOf(i * 5 % 4));
        values.put("absentUnexcused", i % 13 == 12 ? "1" : "0");
        subjects(grade, i, profile, values);
        String qualities = levels(profile, i, QUALITIES, values);
        values.put("qualities.comment", comments.of("QUALITIES", qualities, i + i / 2));
        List<String> competences = competences(grade);
        String general = levels(profile, i + 2, competences.subList(0, 3), values);
        String specific = levels(profile, i + 4, competences.subList(3, competences.size()), values);
        values.put("competences.generalComment", comments.of("GENERAL", general, i + i / 5));
        values.put("competences.specificComment", comments.of("SPECIFIC", specific, i + i / 3));
        values.put("yearResult", profile.name());
        String goesOn = grade < 5 ? "PROMOTED" : "PROGRAMME_COMPLETED";
        values.put("promotion", profile == Profile.NOT_COMPLETED ? "NOT_PROMOTED" : goesOn);
        award(profile, i, values);
        return values;
    }

    private static void award(Profile profile, int i, Map<String, String> values) {
        switch (profile) {
            case EXCELLENT -> values.put("awards", "Học sinh Xuất sắc");
            case GOOD -> {
                if (i % 2 == 0) {
                    values.put("awards", "Học sinh tiêu biểu hoàn thành tốt trong học tập và rèn luyện");
                }
            }
            case COMPLETED, NOT_COMPLETED -> {
                // No award at the end of the year.
            }
        }
    }

    private static Profile profile(int i) {
        if (i % 17 == 11) {
            return Profile.NOT_COMPLETED;
        }
        return switch (i * 5 % 7) {
            case 0, 3 -> Profile.EXCELLENT;
            case 1, 4 -> Profile.GOOD;
            default -> Profile.COMPLETED;
        };
    }

    private void subjects(int grade, int i, Profile profile, Map<String, String> values) {
        List<String> compulsory = form.columns(grade).stream()
                .filter(column -> column.key().endsWith(".level") && column.need() == Column.Need.ALWAYS)
                .map(column -> column.key().replace(".level", ""))
                .toList();
        for (int s = 0; s < compulsory.size(); s++) {
            String subject = compulsory.get(s);
            String level = level(profile, i, s);
            values.put(subject + ".level", level);
            if (isTested(grade, subject)) {
                values.put(subject + ".test", String.valueOf(mark(profile, level, i, s)));
            }
            values.put(subject + ".comment", comments.of(grade, subject, level, i * 7 + i / 3 + s * 5));
        }
    }

    private List<String> competences(int grade) {
        return form.columns(grade).stream()
                .filter(column -> column.group()
                        .filter(group -> group.code().startsWith(GENERAL_GROUP))
                        .isPresent())
                .filter(column -> column.kind() instanceof Kind.Choice)
                .map(Column::key)
                .toList();
    }

    private boolean isTested(int grade, String subject) {
        return form.columns(grade).stream()
                .anyMatch(column -> column.key().equals(subject + ".test")
                        && column.need() == Column.Need.ALWAYS
                        && column.kind() instanceof Kind.Whole);
    }

    private static String level(Profile profile, int i, int subject) {
        return switch (profile) {
            case EXCELLENT, GOOD -> "T";
            case COMPLETED -> (i + subject * 2) % 3 == 0 || subject == i % 5 ? "H" : "T";
            case NOT_COMPLETED -> subject < 2 ? "C" : "H";
        };
    }

    private static int mark(Profile profile, String level, int i, int subject) {
        int spread = (i * 3 + subject * 5) % 4;
        return switch (profile) {
            case EXCELLENT -> 9 + spread % 2;
            case GOOD -> subject == i % 2 ? 8 - spread % 2 : 8 + spread % 3;
            case COMPLETED -> level.equals("T") ? 7 + spread % 3 : 5 + spread % 3;
            case NOT_COMPLETED -> level.equals("C") ? 3 + spread % 2 : 5 + spread % 2;
        };
    }

    /// Fills in the levels and returns the lowest that was given.
    private static String levels(Profile profile, int seed, List<String> keys, Map<String, String> values) {
        String lowest = "T";
        for (int k = 0; k < keys.size(); k++) {
            String level = switch (profile) {
                case EXCELLENT, GOOD -> "T";
                case COMPLETED -> (seed + k * 3) % 4 == 0 ? "D" : "T";
                case NOT_COMPLETED -> "D";
            };
            lowest = level.equals("D") ? "D" : lowest;
            values.put(keys.get(k), level);
        }
        return lowest;
    }
}
