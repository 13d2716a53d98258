package org.matricula.packs.kz.duplicates;

import java.util.List;
import java.util.Optional;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts.NotEmpty;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZD;

/// Who has to be asked for the duplicate: the institution, its successor, or the archive.
final class Route extends CatalogueDecision<Route.Asked, Route.Way> {
    Route() {
        super(
                "kz.duplicates.route",
                new Sentence("Who is asked for the duplicate?", "Телнұсқа кімнен сұралады?"),
                KZD::regulation,
                Asked.class,
                Way.class);
    }

    /// What has become of the institution that issued the document.
    enum Status {
        ACTIVE,
        CLOSED,
        RENAMED
    }

    /// Who answers.
    enum Addressee {
        INSTITUTION("the institution", "оқу орны"),
        SUCCESSOR("the successor", "мирасқор"),
        ARCHIVE("the archive of the place", "жергілікті мұрағат");

        private final Sentence name;

        Addressee(String en, String kk) {
            name = new Sentence(en, kk);
        }
    }

    /// The question.
    record Asked(
            @Says("The institution that issued the document")
            Institution institution,

            @Says("Whom the applicant turned to") Optional<Addressee> appliedTo) {}

    /// An institution.
    record Institution(
            Status status,

            @Says("Its new name or the institution that took its place") @NotEmpty
            Optional<String> successor) {}

    /// The answer.
    ///
    /// @param clockStarts whether the term of the service starts to run
    record Way(Addressee addressee, boolean clockStarts) {}

    @Override
    public Ruling<Way> decide(Asked asked, Edition edition) {
        Addressee addressee = switch (asked.institution().status()) {
            case ACTIVE -> Addressee.INSTITUTION;
            case CLOSED -> Addressee.ARCHIVE;
            case RENAMED -> Addressee.SUCCESSOR;
        };
        return new Ruling<>(
                new Way(addressee, addressee != Addressee.ARCHIVE),
                List.of(institutionServes(asked), closedGoesToTheArchive(asked), renamedGoesToTheSuccessor(asked)));
    }

    @Clause(KZD.ART_3_PROVIDER)
    private static Finding institutionServes(Asked asked) {
        return switch (asked.institution().status()) {
            case ACTIVE ->
                Finding.met(
                        KZD.ART_3_PROVIDER,
                        new Sentence(
                                "The institution exists and serves its graduates; the term runs",
                                "Оқу орны жұмыс істейді, түлегіне қызмет көрсетеді; мерзім жүреді"));
            case RENAMED ->
                Finding.met(
                        KZD.ART_3_PROVIDER,
                        new Sentence(
                                "The institution lives on under another name and serves its graduates; the term runs",
                                "Оқу орны басқа атаумен жалғасып, түлегіне қызмет көрсетеді; мерзім жүреді"));
            case CLOSED ->
                Finding.notMet(
                        KZD.ART_3_PROVIDER,
                        new Sentence(
                                "The institution is closed: nobody renders this service, no term runs",
                                "Оқу орны жабылған: бұл қызметті көрсететін ешкім жоқ, мерзім жүрмейді"));
        };
    }

    @Clause(KZD.ART_9_CLOSED)
    private static Finding closedGoesToTheArchive(Asked asked) {
        return asked.institution().status() == Status.CLOSED
                ? directed(KZD.ART_9_CLOSED, asked, Addressee.ARCHIVE)
                : Finding.doesNotApply(
                        KZD.ART_9_CLOSED, new Sentence("The institution is not closed", "Оқу орны жабылмаған"));
    }

    @Clause(KZD.A1_RENAMED)
    private static Finding renamedGoesToTheSuccessor(Asked asked) {
        if (asked.institution().status() != Status.RENAMED) {
            return Finding.doesNotApply(
                    KZD.A1_RENAMED, new Sentence("The institution was not renamed", "Оқу орнының атауы өзгермеген"));
        }
        return asked.institution().successor().isPresent()
                ? directed(KZD.A1_RENAMED, asked, Addressee.SUCCESSOR)
                : Finding.needsPerson(
                        KZD.A1_RENAMED,
                        new Sentence(
                                "The institution was renamed: what is its name and address now?",
                                "Оқу орнының атауы өзгерген: қазіргі атауы мен мекенжайы қандай?"));
    }

    private static Finding directed(String clause, Asked asked, Addressee right) {
        String successor = asked.institution().successor().map(s -> ": " + s).orElse("");
        return Finding.of(
                clause,
                asked.appliedTo().map(to -> to == right).orElse(true),
                new Sentence(
                        "To be asked: " + right.name.en() + successor,
                        "Сұралатын жер: " + right.name.local() + successor),
                new Sentence(
                        "To be asked: %s%s; the applicant turned to %s"
                                .formatted(
                                        right.name.en(),
                                        successor,
                                        asked.appliedTo().map(a -> a.name.en()).orElse("")),
                        "Сұралатын жер: %s%s; өтініш беруші барған жер: %s"
                                .formatted(
                                        right.name.local(),
                                        successor,
                                        asked.appliedTo()
                                                .map(a -> a.name.local())
                                                .orElse(""))));
    }
}
