package org.matricula.packs.ru.diploma;

import static org.matricula.law.Finding.doesNotApply;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.CountsTerms;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term.CalendarDays;
import org.matricula.packs.ru.RUD;
import org.matricula.packs.ru.facts.Order;

/// Whether a temporary certificate stands on a day.
///
/// Thirty calendar days count from the day after issue. From the day the duplicate is handed over it stands no more,
/// whatever is printed on it.
final class TemporaryCertificateDecision
        extends CatalogueDecision<TemporaryCertificateDecision.Certificate, TemporaryCertificateDecision.Answer>
        implements CountsTerms<TemporaryCertificateDecision.Certificate> {
    private final Terms terms;

    TemporaryCertificateDecision(WorkingCalendar calendar) {
        super(
                "ru.diploma.temporary-certificate",
                new Sentence(
                        "Does a temporary certificate stand on a day?", "Действует ли временная справка в этот день?"),
                RUD::regulation,
                Certificate.class,
                Answer.class);
        terms = new Terms(calendar);
    }

    /// What the verification page says.
    enum Status {
        VALID("valid", "действует"),
        EXPIRED("expired", "срок истёк"),
        ANNULLED("annulled", "аннулирована");

        private final Sentence label;

        Status(String en, String ru) {
            label = new Sentence(en, ru);
        }
    }

    /// @param issuedOn the day it was issued
    /// @param duplicateHandedOn the day the duplicate was handed over, if it was
    /// @param on the day for which it is asked
    /// @param sentOn the day the request for the certificate was sent
    /// @param paidOn the day its duty was paid; the term of the service starts there
    /// @param annulledOn the day the holder annulled it in the service
    /// @param week the working week of the office; five days when absent
    record Certificate(
            @Facts.Says("day of issue") LocalDate issuedOn,
            @Facts.Says("day the duplicate was handed over") Optional<LocalDate> duplicateHandedOn,
            @Facts.Says("day for which it is asked") LocalDate on,
            @Facts.Says("day the request for it was sent") Optional<LocalDate> sentOn,
            @Facts.Says("day its duty was paid") Optional<LocalDate> paidOn,

            @Facts.Says("day the holder annulled it in the service")
            Optional<LocalDate> annulledOn,

            @Facts.Says("working week of the office: FIVE (default) or SIX")
            Optional<Week> week)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            Optional<LocalDate> issued = Optional.of(issuedOn);
            return new Order()
                    .notBefore("issuedOn", issued, "duplicateHandedOn", duplicateHandedOn)
                    .notBefore("issuedOn", issuedOn, "on", on)
                    .notAfter("issuedOn", issuedOn, "sentOn", sentOn)
                    .notAfter("issuedOn", issuedOn, "paidOn", paidOn)
                    .notBefore("issuedOn", issued, "annulledOn", annulledOn)
                    .problems();
        }

        private int number(String clause) {
            return RUD.number(clause, issuedOn);
        }

        private CountedTerm validity() {
            return LegalClock.ofPlainDays().count("validThrough", new CalendarDays(number(RUD.TEMP_8)), issuedOn);
        }

        private LocalDate validThrough() {
            return validity().due();
        }

        /// The first day on which it is annulled, by the hand-over or by the holder before that.
        private Optional<LocalDate> endsOn() {
            return Stream.of(duplicateHandedOn, annulledOn)
                    .flatMap(Optional::stream)
                    .min(LocalDate::compareTo);
        }

        private Status status() {
            if (endsOn().filter(day -> !on.isBefore(day)).isPresent()) {
                return Status.ANNULLED;
            }
            return on.isAfter(validThrough()) ? Status.EXPIRED : Status.VALID;
        }

        /// Nothing runs before the duty is paid; where it was paid before sending, sending is the later.
        private Optional<LocalDate> linkClock() {
            return paidOn.map(paid -> sentOn.filter(sent -> sent.isAfter(paid)).orElse(paid));
        }
    }

    /// @param validThrough the last day on which it is good if no duplicate comes before
    /// @param linkDue the last good day for the download link; null while the duty is not paid
    record Answer(
            Status status, LocalDate validThrough, @Nullable LocalDate linkDue) {}

    @Override
    public List<CountedTerm> terms(Certificate certificate) {
        return List.of(certificate.validity());
    }

    @Override
    public Ruling<Answer> decide(Certificate certificate, Edition edition) {
        Terms in = terms.in(certificate.week());
        LocalDate linkDue = in.workingDays(certificate.linkClock(), certificate.number(RUD.TEMP_7));
        return new Ruling<>(
                new Answer(certificate.status(), certificate.validThrough(), linkDue),
                List.of(
                        termRunsOncePaid(certificate),
                        linkComesInTime(in, certificate, linkDue),
                        certificateIsGoodForItsTerm(certificate),
                        certificateMayBeShown(certificate),
                        duplicateEndsTheCertificate(certificate)));
    }

    @Clause(RUD.TEMP_6)
    private static Finding termRunsOncePaid(Certificate certificate) {
        if (certificate.sentOn().isEmpty() && certificate.paidOn().isEmpty()) {
            return doesNotApply(
                    RUD.TEMP_6, new Sentence("nothing is said of the request", "о запросе ничего не сказано"));
        }
        return Finding.of(
                RUD.TEMP_6,
                certificate.paidOn().isPresent(),
                Sentence.of(
                        "the duty was paid on %1$tF",
                        "пошлина уплачена %1$td.%1$tm.%1$tY",
                        certificate.paidOn().orElse(certificate.issuedOn())),
                new Sentence("no payment is known, so no term runs", "об оплате сведений нет, срок не идёт"));
    }

    @Clause(RUD.TEMP_7)
    private static Finding linkComesInTime(Terms in, Certificate certificate, @Nullable LocalDate linkDue) {
        return Terms.judge(
                RUD.TEMP_7,
                new Sentence("the download link", "ссылка для скачивания"),
                new Sentence("the paid request", "оплаченный запрос"),
                certificate.linkClock(),
                in.working(certificate.number(RUD.TEMP_7)),
                linkDue,
                Optional.of(certificate.issuedOn()));
    }

    @Clause(RUD.TEMP_8)
    private static Finding certificateIsGoodForItsTerm(Certificate certificate) {
        LocalDate through = certificate.validThrough();
        return Finding.of(
                RUD.TEMP_8,
                !certificate.on().isAfter(through),
                Sentence.of(
                        "issued on %1$tF, %4$d days reach through %2$tF; asked for %3$tF",
                        "выдана %1$td.%1$tm.%1$tY, срок (дней: %4$d) — по %2$td.%2$tm.%2$tY; вопрос о %3$td.%3$tm.%3$tY",
                        certificate.issuedOn(),
                        through,
                        certificate.on(),
                        certificate.number(RUD.TEMP_8)),
                Sentence.of(
                        "issued on %1$tF, %4$d days ended on %2$tF; asked for %3$tF",
                        "выдана %1$td.%1$tm.%1$tY, срок (дней: %4$d) кончился %2$td.%2$tm.%2$tY; вопрос о %3$td.%3$tm.%3$tY",
                        certificate.issuedOn(),
                        through,
                        certificate.on(),
                        certificate.number(RUD.TEMP_8)));
    }

    @Clause(RUD.TEMP_9)
    private static Finding certificateMayBeShown(Certificate certificate) {
        return Finding.of(
                RUD.TEMP_9,
                certificate.status() == Status.VALID,
                Sentence.of(
                        "on %1$tF it may be shown in place of the diploma",
                        "%1$td.%1$tm.%1$tY её можно предъявить вместо диплома", certificate.on()),
                Sentence.of(
                        "on %1$tF it is %2$s and may not be shown any more",
                        "состояние справки на %1$td.%1$tm.%1$tY: %3$s; предъявлять её больше нельзя",
                        certificate.on(),
                        certificate.status().label.en(),
                        certificate.status().label.local()));
    }

    @Clause(RUD.TEMP_10)
    private static Finding duplicateEndsTheCertificate(Certificate certificate) {
        Optional<LocalDate> handed =
                certificate.duplicateHandedOn().filter(day -> !certificate.on().isBefore(day));
        if (handed.isEmpty()) {
            return doesNotApply(
                    RUD.TEMP_10,
                    Sentence.of(
                            "by %1$tF no duplicate was handed over",
                            "до %1$td.%1$tm.%1$tY дубликат не передан", certificate.on()));
        }
        LocalDate day = handed.orElseThrow();
        return Finding.of(
                RUD.TEMP_10,
                certificate.annulledOn().filter(own -> own.isAfter(day)).isEmpty(),
                Sentence.of(
                        "the duplicate was handed over on %1$tF, and with that the certificate is annulled",
                        "дубликат передан %1$td.%1$tm.%1$tY, и с этого дня справка аннулирована", day),
                Sentence.of(
                        "the duplicate was handed over on %1$tF and the holder annulled the certificate only on %2$tF;"
                                + " it counts as annulled from the hand-over",
                        "дубликат передан %1$td.%1$tm.%1$tY, а владелец аннулировал справку лишь %2$td.%2$tm.%2$tY;"
                                + " она считается аннулированной со дня передачи",
                        day,
                        certificate.annulledOn().orElse(day)));
    }
}
