package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;

/// Which column a heading means.
///
/// A heading is a path: the texts over a column from the top heading row to the lowest, for example
/// `Subjects › Mathematics › Mark`. The lowest text names the column and one above it the group; or one text names
/// both (`Mathematics - mark`). Texts above that change nothing must be known as neutral: under `Father`, the
/// heading `Full name` is not the pupil's.
final class Headings {
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> leaves = new HashSet<>();
    private final Set<String> above = new HashSet<>();
    private final Set<String> neutral = new HashSet<>();
    private final UnaryOperator<String> comparable;
    private final Map<Heading, Set<String>> words = new HashMap<>();

    /// A column with all its wordings in comparable form.
    ///
    /// @param groups of the heading over it; empty when it has none
    /// @param own of its own heading
    /// @param alone that name it without its group
    private record Entry(Column column, Set<String> groups, Set<String> own, Set<String> alone) {

        boolean isNamedBy(String text) {
            return alone.contains(text) || groups.stream().anyMatch(g -> joins(g, text));
        }

        /// `mathematics mark` or `mark mathematics`.
        private boolean joins(String group, String text) {
            int rest = text.length() - group.length() - 1;
            return rest > 0
                    && (text.startsWith(group + " ") && own.contains(text.substring(group.length() + 1))
                            || text.endsWith(" " + group) && own.contains(text.substring(0, rest)));
        }
    }

    private Headings(ClassSheetForm form, List<Column> columns, UnaryOperator<String> comparable) {
        this.comparable = comparable;
        form.neutralGroups().forEach(h -> neutral.addAll(words(h)));
        above.addAll(neutral);
        columns.forEach(this::add);
    }

    private void add(Column column) {
        var own = words(column.heading());
        var groups = column.group().map(this::words).orElse(Set.of());
        var alone = new HashSet<String>();
        column.alone().forEach(w -> alone.add(comparable.apply(w)));
        if (groups.isEmpty()) {
            alone.addAll(own);
        }
        entries.add(new Entry(column, groups, own, alone));
        leaves.addAll(own);
        leaves.addAll(alone);
        above.addAll(groups);
    }

    /// Several columns share a heading, so its wordings are made comparable once.
    private Set<String> words(Heading heading) {
        return words.computeIfAbsent(heading, h -> {
            var all = new LinkedHashSet<String>();
            h.wordings().forEach(w -> all.add(comparable.apply(w)));
            return all;
        });
    }

    /// Headings as written.
    static Headings exact(ClassSheetForm form, List<Column> columns) {
        return new Headings(form, columns, Wording::plain);
    }

    /// Headings without their diacritics, for sheets typed in a hurry.
    static Headings withoutDiacritics(ClassSheetForm form, List<Column> columns) {
        return new Headings(form, columns, Wording::bare);
    }

    /// Whether a text stands over other headings.
    boolean standsAbove(String text) {
        return above.contains(comparable.apply(text));
    }

    /// Whether a text is the lowest part of some heading.
    boolean isLeaf(String text) {
        return leaves.contains(comparable.apply(text));
    }

    /// The column that a path means; empty when it means none, or more than one.
    Optional<Column> column(List<String> path) {
        var steps = new ArrayList<String>();
        for (var text : path) {
            var step = comparable.apply(text);
            if (!step.isEmpty() && (steps.isEmpty() || !steps.getLast().equals(step))) {
                steps.add(step);
            }
        }
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var leaf = steps.removeLast();
        for (var group : steps.reversed()) {
            var found = only(e -> e.groups().contains(group) && e.own().contains(leaf));
            if (found.isPresent()) {
                return found;
            }
        }
        steps.removeIf(neutral::contains);
        return switch (steps.size()) {
            case 0 -> only(e -> e.isNamedBy(leaf));
            case 1 -> only(e -> e.isNamedBy(steps.getFirst() + " " + leaf));
            default -> Optional.empty();
        };
    }

    private Optional<Column> only(Predicate<Entry> wanted) {
        var found = entries.stream().filter(wanted).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst().column()) : Optional.empty();
    }
}
