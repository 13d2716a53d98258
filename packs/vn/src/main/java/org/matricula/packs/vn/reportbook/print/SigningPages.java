package org.matricula.packs.vn.reportbook.print;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.Part.Align;
import org.matricula.registry.records.spi.Sealing;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordContent;

/// Who signed: the subject teachers in a list, then the homeroom teacher, the principal and the school.
final class SigningPages {
    private final RecordContent content;
    private final Values values;
    private final Sealing sealing;

    SigningPages(RecordContent content, Values values, Sealing sealing) {
        this.content = content;
        this.values = values;
        this.sealing = sealing;
    }

    void add(List<Part> parts) {
        teachers(parts);
        String place = values.of("year", "commune");
        String date = Dates.inWords(sealing.effectiveAt());
        parts.add(new Part.Signatures(
                place.isBlank() ? date : place + ", " + date,
                List.of(
                        person("GIÁO VIÊN CHỦ NHIỆM", Block.Role.HOMEROOM),
                        person("HIỆU TRƯỞNG", Block.Role.HEAD),
                        school())));
    }

    private Part.Signature person(String office, Block.Role role) {
        return sealing.first(role)
                .map(s -> new Part.Signature(office, "(ký số)", s.name(), Dates.moment(s.at()), false))
                .orElse(new Part.Signature(office, "(chưa ký)", "", "", false));
    }

    private Part.Signature school() {
        Optional<Sealing.SignedBy> seal = sealing.first(Block.Role.SEAL);
        return new Part.Signature(
                "NHÀ TRƯỜNG",
                seal.isPresent() ? "(đóng dấu số)" : "(chưa đóng dấu)",
                seal.map(Sealing.SignedBy::name).orElse(content.issuer().name()),
                seal.map(s -> Dates.moment(s.at())).orElse(""),
                true);
    }

    /// One row a teacher: in primary school one person teaches most subjects.
    private void teachers(List<Part> parts) {
        Map<String, List<Block>> taught = new LinkedHashMap<>();
        for (Block block : content.blocks()) {
            if (block.by() == Block.Role.SUBJECT) {
                String name = sealing.ofBlock(block.id())
                        .map(Sealing.SignedBy::name)
                        .orElse(values.of(block.id(), "teacher"));
                taught.computeIfAbsent(name, _ -> new ArrayList<>()).add(block);
            }
        }
        if (taught.isEmpty()) {
            return;
        }
        List<Part.Row> rows = new ArrayList<>();
        taught.forEach((name, blocks) -> rows.add(Part.Row.of(
                Part.Cell.heading(name),
                Part.Cell.of(String.join(", ", blocks.stream().map(Block::label).toList())),
                Part.Cell.of(moments(blocks)))));
        parts.add(new Part.Heading(2, "Chữ ký số của giáo viên môn học"));
        parts.add(new Part.Table(
                "Giáo viên môn học và thời điểm ký số",
                List.of(
                        new Part.Column(33, Align.LEFT),
                        new Part.Column(47, Align.LEFT),
                        new Part.Column(28, Align.LEFT)),
                List.of(Part.Row.of(
                        Part.Cell.of("Giáo viên"),
                        Part.Cell.of("Môn học, hoạt động giáo dục"),
                        Part.Cell.of("Thời điểm ký"))),
                rows,
                ""));
    }

    /// When a teacher signed: once, or from the first block to the last.
    private String moments(List<Block> blocks) {
        List<OffsetDateTime> moments = blocks.stream()
                .map(b -> sealing.ofBlock(b.id()).map(Sealing.SignedBy::at))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        if (moments.size() < blocks.size()) {
            return "chưa ký đủ";
        }
        Function<OffsetDateTime, String> hour = m -> Dates.moment(m).substring(11);
        String first = Dates.moment(moments.getFirst());
        String last = Dates.moment(moments.getLast());
        if (first.equals(last)) {
            return first;
        }
        boolean sameDay = Dates.day(moments.getFirst()).equals(Dates.day(moments.getLast()));
        return first + " – " + (sameDay ? hour.apply(moments.getLast()) : last);
    }
}
