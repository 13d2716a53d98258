package org.matricula.registry.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The values that the parts of a page take (`@template.page.part.*`); `docs/design.md` says how to use each.
///
/// Every word comes in already in the reader's language. An empty string stands for "there is none".
public final class Parts {
    private Parts() {}

    /// One of several answers.
    ///
    /// @param value what the form sends
    /// @param words what the reader sees
    /// @param hint a line below the words; empty when there is none
    public record Option(String value, String words, String hint) {
        /// An answer that explains itself.
        public Option(String value, String words) {
            this(value, words, "");
        }
    }

    /// Something wrong with a field, for the summary at the top of the page.
    ///
    /// @param field the name of the field; empty when it is about the whole form
    /// @param words what is wrong and how to put it right
    public record Fault(String field, String words) {
        /// The anchor of the field.
        public String anchor() {
            return field.isEmpty() ? "main" : id(field);
        }
    }

    /// What is wrong with a field; empty when nothing is.
    public static String faultOf(List<Fault> faults, String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::words)
                .findFirst()
                .orElse("");
    }

    /// A link, as a crumb or a tab.
    ///
    /// @param address where it leads
    /// @param words what it is called
    /// @param current whether the reader is there
    /// @param badge how much there is, for example `12`; empty when it does not matter
    public record Link(String address, String words, boolean current, String badge) {
        /// A link to another page.
        public Link(String address, String words) {
            this(address, words, false, "");
        }

        /// A link that may be to this very page.
        public Link(String address, String words, boolean current) {
            this(address, words, current, "");
        }
    }

    /// A line of a summary list.
    ///
    /// @param label what is told
    /// @param value what it is; line breaks are kept
    /// @param change where it can be changed; empty when it cannot
    /// @param lang the language of the value, when it is not the page's; else empty
    public record Row(String label, String value, String change, String lang) {
        /// A line that cannot be changed here.
        public Row(String label, String value) {
            this(label, value, "", "");
        }

        /// A line with a link to change it.
        public Row(String label, String value, String change) {
            this(label, value, change, "");
        }
    }

    /// Something to do, in a task list.
    ///
    /// @param words what is to be done
    /// @param address where it is done; empty when it cannot be done yet
    /// @param hint a line below the words; empty when there is none
    /// @param tone how it stands
    /// @param state how it stands, in words
    public record Task(String words, String address, String hint, Tone tone, String state) {}

    /// Where a step of a procedure stands.
    public enum Standing {
        DONE,
        NOW,
        AHEAD,
        STOPPED;

        /// The class of the style sheet, and the last part of its key in the shell's words.
        public String look() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A step of a procedure.
    ///
    /// @param words what it is called
    /// @param standing where it stands
    /// @param note when or by whom, or how much is missing; empty when there is nothing to say
    public record Stage(String words, Standing standing, String note) {
        /// A step without a note.
        public Stage(String words, Standing standing) {
            this(words, standing, "");
        }
    }

    /// The stages of a procedure of which exactly one is going on.
    ///
    /// @param words the stages in their order
    /// @param now the index of the stage that is going on; `words.size()` when all are done
    public static List<Stage> stages(List<String> words, int now) {
        return IntStream.range(0, words.size())
                .mapToObj(i ->
                        new Stage(words.get(i), i < now ? Standing.DONE : i == now ? Standing.NOW : Standing.AHEAD))
                .toList();
    }

    /// A column of a data table.
    ///
    /// @param words its heading
    /// @param numeric whether it holds numbers, which stand at the end of the cell
    /// @param sort the address that sorts by it; empty when one cannot
    /// @param sorted `ascending`, `descending` or empty
    public record Column(String words, boolean numeric, String sort, String sorted) {
        /// A column of words.
        public Column(String words) {
            this(words, false, "", "");
        }

        /// A column of words or of numbers.
        public Column(String words, boolean numeric) {
            this(words, numeric, "", "");
        }
    }

    /// A line of a journal.
    ///
    /// @param iso when, for programs, for example `2026-05-20T14:03+07:00`
    /// @param time when, for the reader
    /// @param words what happened
    /// @param who who did it; empty when nobody in particular
    /// @param tone how it weighs
    public record Happening(String iso, String time, String words, String who, Tone tone) {}

    /// A part of a bar that shows how many things stand how.
    ///
    /// @param count how many
    /// @param look the class of the style sheet: `sealed`, `approved`, `confirmed`, `signed`, `entered`, `missing`
    /// @param words how they stand, for the legend
    public record Segment(long count, String look, String words) {}

    /// How much stands before a segment: where it begins in the bar.
    public static long before(List<Segment> segments, int index) {
        return segments.subList(0, index).stream().mapToLong(Segment::count).sum();
    }

    /// The numbers of the pages that are offered: the first, the last and those around the present one; 0 is a gap.
    public static List<Integer> pagesAround(int at, int last) {
        List<Integer> near = IntStream.rangeClosed(1, last)
                .filter(n -> n == 1 || n == last || Math.abs(n - at) <= 1)
                .boxed()
                .toList();
        List<Integer> all = new ArrayList<>();
        for (int number : near) {
            int before = all.isEmpty() ? 0 : all.getLast();
            if (number - before == 2) {
                all.add(number - 1); // a gap of one page is that page
            } else if (number - before > 2) {
                all.add(0);
            }
            all.add(number);
        }
        return List.copyOf(all);
    }

    /// The id of the field with a name, which labels, hints, errors and the error summary share.
    public static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /// The ids that describe a field, or null, which writes no attribute.
    public static @Nullable String describedBy(String id, String hint, String error) {
        String ids = (hint.isEmpty() ? "" : id + "-hint ") + (error.isEmpty() ? "" : id + "-error");
        return ids.isEmpty() ? null : ids.strip();
    }

    /// The text, or null when it is empty, which writes no attribute.
    public static @Nullable String orNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
