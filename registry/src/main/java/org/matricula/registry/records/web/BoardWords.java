package org.matricula.registry.records.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Segment;
import org.matricula.registry.page.Tone;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.LookAtBoard.Row;
import org.matricula.registry.records.flows.LookAtBoard.Unsigned;

/// How the pages of the board say what comes from elsewhere: refusals, words of forms, states, times.
///
/// @param subjects the subjects of the class by code; empty on pages of more than one class
public record BoardWords(Page page, ZoneId zone, Map<String, Sentence> subjects) {
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DOTS = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final List<RecordState> FURTHEST_FIRST = List.of(
            RecordState.CLOSED,
            RecordState.APPROVED,
            RecordState.HOMEROOM_SIGNED,
            RecordState.SUBJECT_SIGNED,
            RecordState.ENTERED,
            RecordState.DRAFT);

    public BoardWords {
        subjects = Map.copyOf(subjects);
    }

    static BoardWords of(Page page, ZoneId zone, List<Heading> subjects) {
        return new BoardWords(
                page,
                zone,
                subjects.stream()
                        .collect(
                                java.util.stream.Collectors.toMap(Heading::code, Heading::label, (first, _) -> first)));
    }

    /// A sentence of a form or a regulation: it knows English and the language of its country. Who reads that language
    /// gets it, everybody else English.
    public String say(Sentence sentence) {
        return say(sentence, page.language());
    }

    private static String say(Sentence sentence, Language language) {
        return language == Language.VI ? sentence.local() : sentence.en();
    }

    /// The language in which a form speaks on this page, when it is not the page's; else empty.
    public String lang() {
        return page.language() == Language.VI || page.language() == Language.EN ? "" : "en";
    }

    /// Why something was not done.
    public String say(Refusal refusal) {
        return refusal(refusal, page.language());
    }

    static String refusal(Refusal refusal, Language language) {
        return refusal instanceof CloseRecords.LawForbidsClosing(String number, Finding finding)
                ? "%s: %s (%s)".formatted(number, say(finding.because(), language), finding.clause())
                : RefusalWords.of(refusal, language);
    }

    public String state(RecordState state) {
        return page.say("state." + state.name());
    }

    public static Tone tone(RecordState state) {
        return switch (state) {
            case DRAFT -> Tone.CALM;
            case ENTERED, SUBJECT_SIGNED, HOMEROOM_SIGNED, APPROVED -> Tone.INFO;
            case CLOSED -> Tone.GOOD;
            case RECALLED -> Tone.BAD;
        };
    }

    /// How many books are how far, the furthest first.
    ///
    /// @param counts how many are in a state
    public List<Segment> segments(ToIntFunction<RecordState> counts) {
        return FURTHEST_FIRST.stream()
                .map(state -> new Segment(counts.applyAsInt(state), look(state), state(state)))
                .toList();
    }

    private static String look(RecordState state) {
        return switch (state) {
            case DRAFT, RECALLED -> "missing";
            case ENTERED -> "entered";
            case SUBJECT_SIGNED -> "signed";
            case HOMEROOM_SIGNED -> "confirmed";
            case APPROVED -> "approved";
            case CLOSED -> "sealed";
        };
    }

    /// A school year as people write it.
    public static String year(String year) {
        return year.replace('-', '–');
    }

    /// How a class stands against the end of entry.
    public String time(Row row) {
        return switch (row.time()) {
            case CALM -> row.closed() ? page.say("time.closed") : page.say("time.calm");
            case OPEN -> page.say("time.open");
            case SOON -> row.daysLeft() < 1 ? page.say("time.today") : page.say("time.soon", row.daysLeft());
            case LATE -> page.say("time.late", -row.daysLeft());
        };
    }

    public static Tone tone(Row row) {
        return switch (row.time()) {
            case CALM -> row.closed() ? Tone.GOOD : Tone.CALM;
            case OPEN -> Tone.CALM;
            case SOON -> Tone.WARN;
            case LATE -> Tone.BAD;
        };
    }

    /// What has not been signed.
    public String what(Unsigned unsigned) {
        return unsigned.subject().map(this::say).orElseGet(() -> page.say("key.HOMEROOM"));
    }

    public String who(String name) {
        return name.isEmpty() ? page.say("nobody") : name;
    }

    /// What a signature is under.
    public String key(String key) {
        if (key.equals(WorkingRecord.HOMEROOM) || key.equals(WorkingRecord.HEAD)) {
            return page.say("key." + key);
        }
        Sentence subject = subjects.get(key.substring(key.lastIndexOf('.') + 1));
        return subject == null ? key : say(subject);
    }

    public String day(LocalDate day) {
        return (page.language() == Language.VI || page.language() == Language.EN ? SLASHES : DOTS).format(day);
    }

    public String time(Instant at) {
        return day(LocalDate.ofInstant(at, zone)) + " " + CLOCK.format(at.atZone(zone));
    }
}
