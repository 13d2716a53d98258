package org.matricula.packs.vn.reportbook;

import java.util.List;
import java.util.stream.Stream;
import org.matricula.registry.records.spi.Part;
import org.matricula.registry.records.spi.PrintedForm;

/// Every text that a printed form shows, in reading order.
final class PrintedTexts {
    private PrintedTexts() {}

    static List<String> of(PrintedForm form) {
        return form.parts().stream().flatMap(PrintedTexts::texts).toList();
    }

    private static Stream<String> texts(Part part) {
        return switch (part) {
            case Part.Masthead head -> Stream.concat(head.left().stream(), head.right().stream());
            case Part.Title title -> Stream.of(title.text(), title.below());
            case Part.Heading heading -> Stream.of(heading.text());
            case Part.Paragraph paragraph -> Stream.of(paragraph.text());
            case Part.Pairs pairs -> pairs.pairs().stream().flatMap(p -> Stream.of(p.label(), p.value()));
            case Part.Results results -> results.results().stream().flatMap(p -> Stream.of(p.label(), p.value()));
            case Part.Table table ->
                Stream.concat(table.header().stream(), table.rows().stream())
                        .flatMap(row -> row.cells().stream())
                        .map(Part.Cell::text);
            case Part.Signatures signatures ->
                signatures.signatures().stream().flatMap(s -> Stream.of(s.office(), s.how(), s.name(), s.when()));
            case Part.Verification verification ->
                Stream.concat(
                        Stream.of(verification.heading(), verification.explanation()),
                        verification.codes().stream().flatMap(c -> Stream.of(c.label(), c.value())));
            case Part.Together together -> together.parts().stream().flatMap(PrintedTexts::texts);
            case Part.Foot foot -> foot.parts().stream().flatMap(PrintedTexts::texts);
            case Part.PageBreak _ -> Stream.empty();
        };
    }
}
