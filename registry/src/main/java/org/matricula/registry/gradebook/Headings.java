package org.matricula.registry.gradebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, Set<Column>> grouped = new HashMap<>();
    private final Map<String, Set<Column>> alone = new HashMap<>();
    private final Set<String> leaves = new HashSet<>();
    private final Set<String> above = new HashSet<>();
    private final Set<String> neutral = new HashSet<>();
    private final UnaryOperator<String> comparable;

    private Headings(ClassSheetForm form, List<Column> columns, UnaryOperator<String> comparable) {
        this.comparable = comparable;
        for (var group : form.neutralGroups()) {
            words(group).forEach(neutral::add);
        }
        above.addAll(neutral);
        for (var column : columns) {
            add(column);
        }
    }

    private void add(Column column) {
        var own = words(column.heading());
        leaves.addAll(own);
        if (column.group().isEmpty()) {
            own.forEach(w -> put(alone, w, column));
        } else {
            for (var group : words(column.group().get())) {
                above.add(group);
                for (var leaf : own) {
                    put(grouped, group + "\n" + leaf, column);
                    put(alone, group + " " + leaf, column);
                    put(alone, leaf + " " + group, column);
                }
            }
        }
        for (var wording : column.alone()) {
            leaves.add(comparable.apply(wording));
            put(alone, comparable.apply(wording), column);
        }
    }

    private static void put(Map<String, Set<Column>> index, String key, Column column) {
        index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(column);
    }

    private Set<String> words(Heading heading) {
        var all = new LinkedHashSet<String>();
        heading.wordings().forEach(w -> all.add(comparable.apply(w)));
        return all;
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
            var found = only(grouped.get(group + "\n" + leaf));
            if (found.isPresent()) {
                return found;
            }
        }
        steps.removeIf(neutral::contains);
        if (steps.isEmpty()) {
            return only(alone.get(leaf));
        }
        return steps.size() == 1 ? only(alone.get(steps.getFirst() + " " + leaf)) : Optional.empty();
    }

    private static Optional<Column> only(@org.jspecify.annotations.Nullable Set<Column> found) {
        return found != null && found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
