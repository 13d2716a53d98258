package org.matricula.law.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Decision;
import org.matricula.law.Edition;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.Regulation;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar.YearNotLoaded;
import org.matricula.law.json.Json;
import org.matricula.law.json.JsonText;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.CountsTerms;

/// One decision with everything the desk needs to ask it: read once, used for every call.
///
/// @param clauses the clauses that its findings may cite
record Desked<F extends Record, A extends Record>(Decision<F, A> decision, Shape.Whose facts, ClauseIndex clauses) {

    /// Makes a decision ready.
    ///
    /// @throws IllegalArgumentException when its facts record has a type that is not read
    static <F extends Record, A extends Record> Desked<F, A> of(
            Decision<F, A> decision, ZoneId zone, ClauseIndex clauses) {
        return new Desked<>(decision, Shapes.of(decision.factsType(), zone), clauses);
    }

    /// The language of the regulation.
    String language() {
        return decision.regulation().language();
    }

    /// A binder whose problems are in English and in the language asked for, or the regulation's when that is English.
    FactsBinder binder(String asked) {
        return new FactsBinder("en".equals(asked) ? language() : asked);
    }

    /// Decides on facts given as JSON text.
    Result decide(String text, String asked) {
        FactsBinder binder = binder(asked);
        int largest = decision.largestFacts();
        // A character is at least one byte, so this never refuses what the limit allows.
        if (text.length() > largest) {
            binder.problem("", Say.TOO_LONG, largest);
            return new Result.BadFacts(binder.problems());
        }
        JsonText.Read read;
        try {
            read = JsonText.read(text);
        } catch (JsonText.Malformed e) {
            binder.problem("", Say.NOT_JSON, e.line(), e.column(), e.getMessage());
            return new Result.BadFacts(binder.problems());
        }
        return decide(read.value(), read.repeatedKeys(), binder);
    }

    /// Decides on facts already read as JSON, out of a text of the given length.
    Result decide(Json json, List<String> repeatedKeys, int length, String asked) {
        FactsBinder binder = binder(asked);
        if (length > decision.largestFacts() + (long) BatchLine.AROUND_FACTS) {
            binder.problem("", Say.TOO_LONG, decision.largestFacts());
            return new Result.BadFacts(binder.problems());
        }
        return decide(json, repeatedKeys, binder);
    }

    private Result decide(Json json, List<String> repeatedKeys, FactsBinder binder) {
        repeatedKeys.forEach(path -> binder.problem(path, Say.TWICE));
        boolean ownAsOf = facts.byName().containsKey("asOf");
        Optional<Record> record = binder.record(facts, json, !ownAsOf);
        LocalDate asOf = ownAsOf || !(json instanceof Json.Obj object)
                ? null
                : binder.day(object.fields().get("asOf"), "/asOf");
        if (record.isEmpty() || !binder.problems().isEmpty()) {
            return new Result.BadFacts(binder.problems());
        }
        return decide(decision.factsType().cast(record.get()), asOf);
    }

    /// Decides on a record that must be of the facts type.
    Result decideRecord(Record given, @Nullable LocalDate asOf) {
        return decide(decision.factsType().cast(given), asOf);
    }

    /// Decides on facts.
    ///
    /// @param asOf picks the edition where the facts have no relevant date; null for the latest
    Result decide(F given, @Nullable LocalDate asOf) {
        Regulation regulation = decision.regulation();
        LocalDate relevant = decision.relevantDate(given).orElse(asOf);
        Edition edition = relevant == null
                ? regulation.latest()
                : regulation.editionOn(relevant).orElse(null);
        if (edition == null) {
            return notInForce(regulation, relevant);
        }
        try {
            Ruling<A> ruling = decision.decide(given, edition);
            ruling.findings().forEach(this::check);
            return new Result.Answered(decision.id(), edition.id(), ruling.answer(), ruling.findings(), terms(given));
        } catch (YearNotLoaded e) {
            String path = YearCulprit.path(facts, given, e.year());
            return new Result.BadFacts(
                    List.of(new Problem(path, Say.YEAR_NOT_LOADED.in(languageOf(e.country()), e.country(), e.year()))));
        }
    }

    private List<CountedTerm> terms(F given) {
        if (!(decision instanceof CountsTerms<?>)) {
            return List.of();
        }
        @SuppressWarnings("unchecked") // a decision counts the terms of its own facts
        CountsTerms<F> counting = (CountsTerms<F>) decision;
        return counting.terms(given);
    }

    /// The decisions about days belong to no country's regulation: there the country asked about gives the language.
    private String languageOf(String country) {
        return switch (country) {
            case "VN" -> "vi";
            case "KZ" -> "kk";
            case "RU" -> "ru";
            default -> language();
        };
    }

    private Result notInForce(Regulation regulation, LocalDate relevant) {
        List<String> en = new ArrayList<>();
        regulation.editions().forEach(e -> en.add("%s (%s – %s)".formatted(e.id(), dots(e.from()), dots(e.to()))));
        Sentence because = Say.NOT_IN_FORCE.in(language(), regulation.id(), relevant, String.join(", ", en));
        return new Result.Answered(
                decision.id(), null, null, List.of(Finding.doesNotApply(clauses.effect(decision), because)), List.of());
    }

    private static String dots(@Nullable LocalDate day) {
        return day == null ? "…" : day.toString();
    }

    private void check(Finding finding) {
        if (!clauses.has(decision, finding.clause())) {
            throw new IllegalStateException(
                    "%s cites clause %s, which is not in the corpus".formatted(decision.id(), finding.clause()));
        }
    }
}
