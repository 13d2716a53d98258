package org.matricula.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A regulation clause by clause, in our own words.
///
/// @param regulation the regulation and its editions
/// @param entries one entry a clause, in the order of the text
public record Corpus(Regulation regulation, List<Entry> entries) {
    public Corpus {
        entries = List.copyOf(entries);
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
    public record Entry(
            String id,
            Sentence text,
            String article,
            Treatment treatment,
            @Nullable String reason,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
