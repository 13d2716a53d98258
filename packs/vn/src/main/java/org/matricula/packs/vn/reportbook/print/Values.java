package org.matricula.packs.vn.reportbook.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.registry.records.spi.Part;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordContent;

/// The values of a record as they are printed.
final class Values {
    private final RecordContent content;

    Values(RecordContent content) {
        this.content = content;
    }

    Optional<Block> block(String id) {
        return content.blocks().stream().filter(b -> b.id().equals(id)).findFirst();
    }

    List<Block> blocks(String prefix) {
        return content.blocks().stream().filter(b -> b.id().startsWith(prefix)).toList();
    }

    private Optional<Block.Field> field(String block, String name) {
        return block(block)
                .flatMap(b ->
                        b.fields().stream().filter(f -> f.name().equals(name)).findFirst());
    }

    boolean has(String block, String name) {
        return !of(block, name).isBlank();
    }

    /// A value as it is printed; empty when the record does not have it.
    String of(String block, String name) {
        return field(block, name).map(Values::printed).orElse("");
    }

    /// A value with the record's own label; empty when the record does not have the field.
    Optional<Part.Pair> pair(String block, String name, int span) {
        return field(block, name).map(f -> new Part.Pair(f.label(), printed(f), span));
    }

    /// Values of the block `year` that are not empty, one after the other.
    String joined(String separator, String... names) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            if (has("year", name)) {
                values.add(of("year", name));
            }
        }
        return String.join(separator, values);
    }

    /// Dates are printed as people write them, lengths and weights with their unit unless the label says it.
    private static String printed(Block.Field field) {
        return switch (field.name()) {
            case "bornOn", "arrivedOn" -> Dates.day(field.value());
            case "heightCm" -> measured(field, "cm");
            case "weightKg" -> measured(field, "kg");
            default -> field.value();
        };
    }

    private static String measured(Block.Field field, String unit) {
        boolean told = field.value().isBlank() || field.label().contains(unit);
        return told ? field.value() : field.value() + "\u00A0" + unit;
    }
}
