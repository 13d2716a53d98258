package org.matricula.law.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.json.Pointer;

/// Finds the fact that led into a year without a calendar.
final class YearCulprit {
    private record Dated(String path, int year) {}

    private YearCulprit() {}

    /// The path of the one fact of that year, else of the latest fact before it within a year, else the whole.
    static String path(Shape.Whose shape, Record facts, int year) {
        List<Dated> dated = new ArrayList<>();
        for (Shape.Field field : shape.fields()) {
            Object value = AnswerWriter.get(field.getter(), facts);
            Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            String path = Pointer.member("", field.name());
            switch (inner) {
                case LocalDate day -> dated.add(new Dated(path, day.getYear()));
                case LocalDateTime moment -> dated.add(new Dated(path, moment.getYear()));
                case Integer number when field.name().equals("year") -> dated.add(new Dated(path, number));
                case null, default -> {}
            }
        }
        for (int near : new int[] {year, year - 1, year + 1}) {
            List<Dated> same = dated.stream().filter(d -> d.year() == near).toList();
            if (!same.isEmpty()) {
                return same.size() == 1 ? same.getFirst().path() : "";
            }
        }
        return dated.size() == 1 ? dated.getFirst().path() : "";
    }
}
