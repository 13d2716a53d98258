package org.matricula.packs.vn.reportbook.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matricula.packs.vn.reportbook.sheet.ExamplePupil.Profile;
import org.matricula.registry.gradebook.ClassSheet;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.PupilRow;

/// Makes a year of results for invented pupils: the same every time, different from pupil to pupil.
final class ExampleClass {
    private static final List<String> QUALITIES =
            List.of("PATRIOTISM", "KINDNESS", "DILIGENCE", "HONESTY", "RESPONSIBILITY");
    private static final List<String> FAMILY =
            List.of("Văn Hùng", "Đức Thắng", "Quang Huy", "Minh Tuấn", "Xuân Trường", "Ngọc Sơn", "Thành Công");
    private static final List<String> MOTHERS = List.of(
            "Nguyễn Thị Lan",
            "Trần Thị Hạnh",
            "Phạm Thu Hằng",
            "Lê Thị Mai",
            "Vũ Thị Nga",
            "Hoàng Thị Yến",
            "Bùi Thị Thảo",
            "Đặng Thị Hồng");

    private final ClassSheetForm form = new PrimaryClassSheet();
    private final int grade;
    private final List<ExamplePupil> pupils;
    private final Map<Integer, Map<String, String>> particular = new LinkedHashMap<>();

    ExampleClass(int grade, List<ExamplePupil> pupils) {
        this.grade = grade;
        this.pupils = pupils;
    }

    /// Sets values of one pupil by name.
    ExampleClass with(String name, Map<String, String> values) {
        for (int i = 0; i < pupils.size(); i++) {
            if (pupils.get(i).name().equals(name)) {
                particular.put(i, values);
            }
        }
        return this;
    }

    ClassSheet sheet(Map<String, String> info, Map<String, String> teachers) {
        var rows = new ArrayList<PupilRow>();
        for (int i = 0; i < pupils.size(); i++) {
            rows.add(new PupilRow(i + 6, inOrder(values(i))));
        }
        return new ClassSheet(new ClassInfo(grade, info, teachers), rows);
    }

    private Map<String, String> inOrder(Map<String, String> values) {
        var ordered = new LinkedHashMap<String, String>();
        form.columns(grade).stream()
                .map(Column::key)
                .filter(values::containsKey)
                .forEach(k -> ordered.put(k, values.get(k)));
        return ordered;
    }

    private Map<String, String> values(int i) {
        var pupil = pupils.get(i);
        var values = new LinkedHashMap<String, String>();
        values.put("fullName", pupil.name());
        values.put("personalNumber", pupil.number(i));
        values.put("bornOn", pupil.bornOn());
        values.put("sex", pupil.girl() ? "FEMALE" : "MALE");
        values.put("ethnicity", pupil.ethnicity());
        values.put("nationality", "Việt Nam");
        values.put("birthplace", i % 6 == 5 ? "Hải Phòng" : "Quảng Ninh");
        values.put(
                "homeTown",
                List.of("Quảng Ninh", "Hải Dương", "Thái Bình", "Nam Định", "Quảng Ninh")
                        .get(i % 5));
        values.put("address", "Tổ %d, khu %d, phường An Sen, Quảng Ninh".formatted(i % 9 + 1, i % 4 + 1));
        if (i % 17 == 16) {
            values.put("guardian", MOTHERS.get(i % MOTHERS.size()));
        } else {
            values.put("father", pupil.name().split(" ")[0] + " " + FAMILY.get(i % FAMILY.size()));
            values.put("mother", MOTHERS.get((i * 3 + 1) % MOTHERS.size()));
        }
        values.put("registerNumber", "%d/%d".formatted(412 + i, 2025 - grade + 1));
        boolean small = grade == 1;
        values.put(
                "heightCm",
                "%d.%d".formatted((small ? 112 : 127) + i * 5 % 17, i * 3 % 10).replaceAll("\\.0$", ""));
        values.put(
                "weightKg",
                "%d.%d".formatted((small ? 18 : 26) + i * 7 % 13, i % 10).replaceAll("\\.0$", ""));
        values.put("health", i % 11 == 7 ? "Tốt; cận thị nhẹ" : "Tốt");
        values.put("absentExcused", String.valueOf(i * 5 % 4));
        values.put("absentUnexcused", i % 13 == 12 ? "1" : "0");
        results(i, pupil.profile(), values);
        values.putAll(particular.getOrDefault(i, Map.of()));
        return values;
    }

    private void results(int i, Profile profile, Map<String, String> values) {
        var compulsory = form.columns(grade).stream()
                .filter(c -> c.key().endsWith(".level") && c.need() == Column.Need.ALWAYS)
                .map(c -> c.key().replace(".level", ""))
                .toList();
        for (int s = 0; s < compulsory.size(); s++) {
            var subject = compulsory.get(s);
            var level = level(profile, i, s);
            values.put(subject + ".level", level);
            if (isTested(subject)) {
                values.put(subject + ".test", String.valueOf(mark(profile, level, i, s)));
            }
            values.put(subject + ".comment", ExampleComments.of(grade, subject, level, i * 7 + i / 3 + s * 5));
        }
        var qualities = qualities(profile, i, QUALITIES, values);
        values.put("qualities.comment", ExampleComments.of("QUALITIES", qualities, i + i / 2));
        var competences = form.columns(grade).stream()
                .filter(c -> c.group()
                        .filter(g -> g.code().startsWith("competences"))
                        .isPresent())
                .filter(c -> c.kind() instanceof Kind.Choice)
                .map(Column::key)
                .toList();
        var general = qualities(profile, i + 2, competences.subList(0, 3), values);
        var specific = qualities(profile, i + 4, competences.subList(3, competences.size()), values);
        values.put("competences.generalComment", ExampleComments.of("GENERAL", general, i + i / 5));
        values.put("competences.specificComment", ExampleComments.of("SPECIFIC", specific, i + i / 3));
        values.put("yearResult", profile.name());
        // The principal has decided after the supplementary assessment: one goes on, one stays.
        values.put("promotion", profile == Profile.NOT_COMPLETED && i % 2 == 0 ? "NOT_PROMOTED" : "PROMOTED");
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

    private boolean isTested(String subject) {
        return form.columns(grade).stream()
                .anyMatch(c -> c.key().equals(subject + ".test") && c.kind() instanceof Kind.Whole);
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
    private static String qualities(Profile profile, int seed, List<String> keys, Map<String, String> values) {
        var lowest = "T";
        for (int k = 0; k < keys.size(); k++) {
            var level = switch (profile) {
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
