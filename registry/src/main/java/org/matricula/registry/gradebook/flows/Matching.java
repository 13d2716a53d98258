package org.matricula.registry.gradebook.flows;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.PupilRow;

/// Finds out which pupil of the class a row of a sheet is: by personal number; without one, by name and day of birth;
/// without either, by a name that only one pupil bears.
final class Matching {
    private final List<Pupil> pupils;

    Matching(List<Pupil> pupils) {
        this.pupils = List.copyOf(pupils);
    }

    /// The pupil of each row; a row that is nobody, or might be two, or is a pupil whom another row is too, is absent.
    ///
    /// @param unsure receives the rows that might be two pupils or a second time the same
    Map<PupilRow, Pupil> match(List<PupilRow> rows, Set<PupilRow> unsure) {
        Map<PupilRow, Pupil> matched = new HashMap<>();
        Map<UUID, PupilRow> taken = new HashMap<>();
        Set<UUID> twice = new HashSet<>();
        for (PupilRow row : rows) {
            List<Pupil> could = candidates(row);
            if (could.size() > 1) {
                unsure.add(row);
            } else if (could.size() == 1) {
                Pupil pupil = could.getFirst();
                matched.put(row, pupil);
                Optional.ofNullable(taken.put(pupil.id(), row)).ifPresent(_ -> twice.add(pupil.id()));
            }
        }
        matched.entrySet().removeIf(each -> {
            boolean doubled = twice.contains(each.getValue().id());
            if (doubled) {
                unsure.add(each.getKey());
            }
            return doubled;
        });
        return matched;
    }

    private List<Pupil> candidates(PupilRow row) {
        Optional<String> number = row.value(ClassSheetForm.PERSONAL_NUMBER);
        if (number.isPresent()) {
            List<Pupil> numbered = pupils.stream()
                    .filter(pupil -> pupil.personalNumber().equals(number))
                    .toList();
            if (!numbered.isEmpty()) {
                return numbered;
            }
        }
        Optional<String> born = row.value(ClassSheetForm.BORN_ON);
        String name = plain(row.value(ClassSheetForm.FULL_NAME).orElse(""));
        return pupils.stream()
                .filter(pupil -> plain(pupil.fullName()).equals(name))
                .filter(pupil -> number.isEmpty() || pupil.personalNumber().isEmpty())
                .filter(pupil -> born.isEmpty()
                        || Optional.ofNullable(pupil.values().get(ClassSheetForm.BORN_ON))
                                .map(day -> day.equals(born.get()))
                                .orElse(true))
                .toList();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
