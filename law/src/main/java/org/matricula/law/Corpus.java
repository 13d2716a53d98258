package org.matricula.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A regulation clause by clause, in our own words.
///
/// @param regulation the regulation and its editions
/// @param entries one entry a clause, in the order of the text
public record Corpus(Regulation regulation, List<Entry> entries) {
    public Corpus {
        entries = List.copyOf(entries);
    }

    /// The clause of the id.
    public Optional<Entry> entry(String id) {
        return entries.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /// The numbers that the clauses set.
    public Numbers numbers() {
        return new Numbers(entries.stream()
                .filter(entry -> !entry.values().isEmpty())
                .collect(Collectors.toMap(Entry::id, Entry::values)));
    }

    /// What the software does about a clause.
    public enum Treatment {
        /// Code applies it; tests prove it.
        RULE,
        /// The law leaves it to a person; the software asks and records.
        PERSON_DECIDES,
        /// It prescribes the shape of a document or a field.
        FORM,
        /// A deadline or publication that the system tracks.
        DUTY,
        /// Not for this software, with the reason.
        NOT_OURS
    }

    /// One clause.
    ///
    /// @param id the clause id
    /// @param text our own paraphrase, in English and in the language of the regulation
    /// @param article where it stands, for example `5(6)(a)`
    /// @param treatment what the software does about it
    /// @param reason why it is not ours; null for the other treatments
    /// @param from first day in force when it differs from the regulation's
    /// @param to last day in force when it differs from the regulation's
    /// @param boundary whether tests must show the last value on one side and the first on the other, as for dates,
    /// counts, sizes and minutes
    /// @param withoutBoundary why a clause with a date or a figure has no boundary to show; null when nobody had
    ///     to say
    /// @param values the number that the clause sets, by the first day on which it stands; empty when it sets none
    public record Entry(
            String id,
            Sentence text,
            String article,
            Treatment treatment,
            @Nullable String reason,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean boundary,
            @Nullable String withoutBoundary,
            NavigableMap<LocalDate, Integer> values) {
        public Entry {
            values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
        }

        /// A clause that sets no number.
        public Entry(
                String id,
                Sentence text,
                String article,
                Treatment treatment,
                @Nullable String reason,
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                boolean boundary) {
            this(id, text, article, treatment, reason, from, to, boundary, null, Collections.emptyNavigableMap());
        }

        /// A clause that sets no number and has no boundary to prove.
        public Entry(
                String id,
                Sentence text,
                String article,
                Treatment treatment,
                @Nullable String reason,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {
            this(id, text, article, treatment, reason, from, to, false);
        }

        /// The same clause with these numbers.
        public Entry with(NavigableMap<LocalDate, Integer> other) {
            return new Entry(id, text, article, treatment, reason, from, to, boundary, withoutBoundary, other);
        }

        /// Whether the clause is in force on the day, as far as its own dates say.
        public boolean inForceOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }
}
