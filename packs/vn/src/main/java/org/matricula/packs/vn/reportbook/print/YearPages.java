package org.matricula.packs.vn.reportbook.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
import org.matricula.registry.records.spi.Part.Tone;
import org.matricula.verifier.record.Block;

/// The pages of the school year: the pupil's health and days, then the six numbered parts of the form.
final class YearPages {
    private static final List<String> YEAR = List.of(
            "className",
            "grade",
            "heightCm",
            "weightKg",
            "absentExcused",
            "absentUnexcused",
            "health",
            "homeroomTeacher");

    /// The year result, and what stands in part 6; every other result is an award.
    private static final Set<String> NO_AWARDS = Set.of("yearResult", "completion", "promotion");

    private static final Set<String> GENERAL =
            Set.of("SELF_CONTROL_SELF_STUDY", "COMMUNICATION_COOPERATION", "PROBLEM_SOLVING_CREATIVITY");

    private static final String LEVELS = "T: Tốt · Đ: Đạt · C: Cần cố gắng";

    private static final List<Part.Column> THREE = List.of(
            new Part.Column(35, Align.LEFT), new Part.Column(17, Align.CENTRE), new Part.Column(56, Align.LEFT));

    private final Values values;
    private final List<Part> parts;

    YearPages(Values values, List<Part> parts) {
        this.values = values;
        this.parts = parts;
    }

    void add() {
        year();
        subjects();
        qualities();
        competences();
    }

    private void year() {
        parts.add(new Part.Heading(1, "Năm học " + values.of("year", "schoolYear")));
        List<Part.Pair> pairs = new ArrayList<>();
        for (String field : YEAR) {
            values.pair("year", field, 1).ifPresent(pairs::add);
        }
        parts.add(new Part.Pairs(2, pairs));
    }

    private void subjects() {
        List<Part.Row> rows = new ArrayList<>();
        for (Block block : values.blocks("subject.")) {
            rows.add(Part.Row.of(
                    Part.Cell.heading(block.label()),
                    Part.Cell.strong(values.of(block.id(), "level")),
                    Part.Cell.of(values.of(block.id(), "test")),
                    Part.Cell.of(values.of(block.id(), "comment"))));
        }
        if (rows.isEmpty()) {
            return;
        }
        parts.add(new Part.Heading(2, "1. Các môn học và hoạt động giáo dục"));
        parts.add(new Part.Table(
                "Các môn học và hoạt động giáo dục",
                List.of(
                        new Part.Column(29, Align.LEFT),
                        new Part.Column(12, Align.CENTRE),
                        new Part.Column(11, Align.CENTRE),
                        new Part.Column(56, Align.LEFT)),
                List.of(Part.Row.of(
                        Part.Cell.of("Môn học và hoạt động giáo dục"),
                        Part.Cell.of("Mức đạt được"),
                        Part.Cell.of("Điểm KTĐK"),
                        Part.Cell.of("Nhận xét"))),
                rows,
                "T: Hoàn thành tốt · H: Hoàn thành · C: Chưa hoàn thành · KTĐK: kiểm tra định kì"));
    }

    private void qualities() {
        values.block("qualities").ifPresent(block -> {
            List<Block.Field> levels = block.fields().stream()
                    .filter(f -> !f.name().equals("comment"))
                    .toList();
            List<Part.Row> rows = rows(levels, values.of("qualities", "comment"));
            if (!rows.isEmpty()) {
                parts.add(new Part.Heading(2, "2. Những phẩm chất chủ yếu"));
                parts.add(new Part.Table("Những phẩm chất chủ yếu", THREE, List.of(header("Phẩm chất")), rows, LEVELS));
            }
        });
    }

    private void competences() {
        values.block("competences").ifPresent(block -> {
            List<Block.Field> levels = block.fields().stream()
                    .filter(f -> !f.name().endsWith("Comment"))
                    .toList();
            List<Part.Row> rows = new ArrayList<>();
            group(
                    "Năng lực chung",
                    levels.stream().filter(f -> GENERAL.contains(f.name())).toList(),
                    "generalComment",
                    rows);
            group(
                    "Năng lực đặc thù",
                    levels.stream().filter(f -> !GENERAL.contains(f.name())).toList(),
                    "specificComment",
                    rows);
            if (!rows.isEmpty()) {
                parts.add(new Part.Heading(2, "3. Những năng lực cốt lõi"));
                parts.add(new Part.Table("Những năng lực cốt lõi", THREE, List.of(header("Năng lực")), rows, LEVELS));
            }
        });
    }

    private void group(String name, List<Block.Field> levels, String comment, List<Part.Row> rows) {
        if (!levels.isEmpty()) {
            rows.add(Part.Row.of(new Part.Cell(name, Tone.REMARK, true, THREE.size(), 1)));
            rows.addAll(rows(levels, values.of("competences", comment)));
        }
    }

    private static Part.Row header(String what) {
        return Part.Row.of(Part.Cell.of(what), Part.Cell.of("Mức đạt được"), Part.Cell.of("Nhận xét"));
    }

    /// One row a level; the comment on all of them stands beside them.
    private static List<Part.Row> rows(List<Block.Field> levels, String comment) {
        List<Part.Row> rows = new ArrayList<>();
        for (Block.Field level : levels) {
            List<Part.Cell> cells = new ArrayList<>();
            cells.add(Part.Cell.heading(level.label()));
            cells.add(Part.Cell.strong(level.value()));
            if (rows.isEmpty()) {
                cells.add(Part.Cell.of(comment).spanning(1, levels.size()));
            }
            rows.add(new Part.Row(cells));
        }
        return rows;
    }

    /// Parts 4 to 6, which stand above the signatures.
    Part results() {
        return new Part.Results(List.of(
                new Part.Pair("4. Đánh giá kết quả giáo dục", values.of("result", "yearResult")),
                new Part.Pair("5. Khen thưởng", awards()),
                new Part.Pair("6. Hoàn thành chương trình", completion())));
    }

    private String awards() {
        List<String> awards = new ArrayList<>();
        values.block("result")
                .ifPresent(block -> block.fields().stream()
                        .filter(f -> !NO_AWARDS.contains(f.name()) && !f.value().isBlank())
                        .forEach(f -> awards.add(f.value())));
        return String.join("\n", awards);
    }

    private String completion() {
        String completion = values.of("result", "completion");
        String promotion = values.of("result", "promotion");
        return promotion.isBlank() ? completion : (completion + "\n" + promotion).strip();
    }
}
