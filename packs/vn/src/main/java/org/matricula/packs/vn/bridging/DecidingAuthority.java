package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;
import org.matricula.packs.vn.bridging.Pathway.Decider;

/// Who decides on a bridging pathway, whether the ministry needs a dossier, and whether the pathway is authorised.
final class DecidingAuthority extends BridgingDecision<DecidingAuthority.Given, DecidingAuthority.Answer> {
    DecidingAuthority() {
        super(
                "authority",
                new Sentence("Who decides on a bridging pathway", "Ai quyết định một hướng liên thông"),
                Given.class,
                Answer.class);
    }

    /// Who may decide; nobody where the regulation has no clause for the pathway.
    enum Authority {
        HEAD,
        MINISTER,
        NONE
    }

    record Given(
            @Facts.Says("Kind of diploma the pathway starts from")
            DiplomaKind from,

            @Facts.Says("Level the pathway leads to") Level to,

            @Facts.Says("Who decided; absent when nobody has")
            Optional<Decider> decidedBy,

            @Facts.Says("Day of that decision") Optional<LocalDate> decidedOn,

            @Facts.Says("Day of the intake for which the decision is needed")
            Optional<LocalDate> intakeOn,

            @Facts.Says("Whether a dossier was sent to the ministry, when that is known")
            Optional<Boolean> dossierSent)
            implements Facts.Checked {
        @Override
        public List<Facts.Problem> impossible() {
            List<Facts.Problem> problems = new ArrayList<>();
            if (decidedOn.isPresent() && decidedBy.isEmpty()) {
                problems.add(new Facts.Problem(
                        "/decidedOn",
                        say(
                                "there is a day of decision, %s, but nobody who decided; name decidedBy",
                                "có ngày quyết định %s nhưng không có người quyết định; hãy nêu decidedBy",
                                decidedOn.get())));
            }
            if (intakeOn.isPresent() && decidedBy.isPresent() && decidedOn.isEmpty()) {
                problems.add(new Facts.Problem(
                        "/decidedOn",
                        say(
                                "to compare the decision with the intake of %s its day is needed",
                                "cần ngày quyết định để so với khóa tuyển ngày %s", intakeOn.get())));
            }
            return problems;
        }

        Optional<Pathway> pathway() {
            return Pathway.of(from, to);
        }

        /// Whether the decision was there on the day of the intake; the day itself is early enough.
        boolean inTime() {
            return intakeOn.isEmpty() || decidedOn.isEmpty() || !decidedOn.get().isAfter(intakeOn.get());
        }

        boolean decidedBy(Decider decider) {
            return decidedBy.equals(Optional.of(decider));
        }
    }

    /// @param ministryDossier whether a registration dossier goes to the ministry
    /// @param authorised whether the one who decides has decided, in time for the intake when its day is told
    record Answer(Authority authority, boolean ministryDossier, boolean authorised) {}

    @Override
    public Optional<LocalDate> relevantDate(Given facts) {
        return facts.intakeOn().or(facts::decidedOn);
    }

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        List<Finding> findings = List.of(
                ministryDossier(facts),
                professionalSecondaryToCollege(facts),
                collegeToUniversity(facts),
                professionalSecondaryToUniversity(facts),
                vocationalSecondaryToUniversity(facts),
                vocationalSecondaryToCollege(facts),
                vocationalCollegeToUniversity(facts));
        boolean authorised = facts.pathway()
                .map(pathway -> findings.stream().anyMatch(f -> f.clause().equals(pathway.clause()) && f.isMet()))
                .orElse(false);
        return new Ruling<>(new Answer(authority(facts), needsDossier(facts), authorised), findings);
    }

    private static Authority authority(Given facts) {
        return facts.pathway()
                .map(pathway -> switch (pathway.decider()) {
                    case HEAD -> Authority.HEAD;
                    case MINISTER -> Authority.MINISTER;
                })
                .orElse(Authority.NONE);
    }

    private static boolean needsDossier(Given facts) {
        return facts.pathway().map(Pathway::decider).equals(Optional.of(Decider.MINISTER));
    }

    @Clause(VN55.ART_5_1)
    private static Finding ministryDossier(Given facts) {
        Sentence way = way(facts);
        if (!needsDossier(facts)) {
            return Finding.doesNotApply(
                    VN55.ART_5_1,
                    say("no dossier to the ministry is asked for %s", "hướng %s không cần hồ sơ gửi Bộ", way));
        }
        return Finding.of(
                VN55.ART_5_1,
                facts.dossierSent().orElse(true),
                say(
                        "%s is one of the four pathways with a dossier to the ministry",
                        "%s là một trong bốn hướng phải có hồ sơ gửi Bộ", way),
                say(
                        "%s needs a dossier to the ministry, and none was sent",
                        "%s cần hồ sơ gửi Bộ nhưng chưa gửi", way));
    }

    @Clause(VN55.ART_6_1_1)
    private static Finding professionalSecondaryToCollege(Given facts) {
        return decided(Pathway.PROFESSIONAL_SECONDARY_TO_COLLEGE, facts);
    }

    @Clause(VN55.ART_6_1_2)
    private static Finding collegeToUniversity(Given facts) {
        return decided(Pathway.COLLEGE_TO_UNIVERSITY, facts);
    }

    @Clause(VN55.ART_6_2_1)
    private static Finding professionalSecondaryToUniversity(Given facts) {
        return decided(Pathway.PROFESSIONAL_SECONDARY_TO_UNIVERSITY, facts);
    }

    @Clause(VN55.ART_6_2_2)
    private static Finding vocationalSecondaryToUniversity(Given facts) {
        return decided(Pathway.VOCATIONAL_SECONDARY_TO_UNIVERSITY, facts);
    }

    @Clause(VN55.ART_6_2_3)
    private static Finding vocationalSecondaryToCollege(Given facts) {
        return decided(Pathway.VOCATIONAL_SECONDARY_TO_COLLEGE, facts);
    }

    @Clause(VN55.ART_6_2_4)
    private static Finding vocationalCollegeToUniversity(Given facts) {
        return decided(Pathway.VOCATIONAL_COLLEGE_TO_UNIVERSITY, facts);
    }

    private static Finding decided(Pathway pathway, Given facts) {
        if (!facts.pathway().equals(Optional.of(pathway))) {
            return Finding.doesNotApply(pathway.clause(), say("the pathway is %s", "hướng đang xét là %s", way(facts)));
        }
        if (facts.decidedBy().isEmpty()) {
            return Finding.notMet(
                    pathway.clause(),
                    say(
                            "%s decides on %s, and has not",
                            "%s quyết định hướng %s nhưng chưa quyết định", pathway.decider(), pathway));
        }
        if (!facts.decidedBy(pathway.decider())) {
            return Finding.notMet(
                    pathway.clause(),
                    say(
                            "%s decides on %s, not %s",
                            "%s mới được quyết định hướng %s, không phải %s",
                            pathway.decider(),
                            pathway,
                            facts.decidedBy().get()));
        }
        return facts.inTime()
                ? Finding.met(pathway.clause(), decision(pathway, facts))
                : Finding.notMet(
                        pathway.clause(),
                        say(
                                "%s decided on %s only on %s, after the intake of %s",
                                "%s đến ngày %3$s mới quyết định hướng %2$s, sau khóa tuyển ngày %4$s",
                                pathway.decider(),
                                pathway,
                                facts.decidedOn().orElseThrow(),
                                facts.intakeOn().orElseThrow()));
    }

    private static Sentence decision(Pathway pathway, Given facts) {
        return facts.decidedOn()
                .map(on -> say(
                        "%s decided on %s on %s", "%s đã quyết định hướng %s ngày %s", pathway.decider(), pathway, on))
                .orElseGet(() -> say("%s decided on %s", "%s đã quyết định hướng %s", pathway.decider(), pathway));
    }

    private static Sentence way(Given facts) {
        return say("%s to %s", "%s lên %s", facts.from(), facts.to());
    }
}
