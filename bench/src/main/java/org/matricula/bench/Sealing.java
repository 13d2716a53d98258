package org.matricula.bench;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordSealing;

/// Sealing the XML of a record with four signers.
final class Sealing implements Contest {
    private static final int RECORDS = 64;

    private final School school;

    Sealing(School school) {
        this.school = school;
    }

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public String about() {
        return """
                A record is composed from its content and signed by four signers (a subject teacher, the homeroom
                teacher, the head, the institution's seal), XAdES baseline B with P-256. Raw: four signature
                operations over 1.2 KB and nothing else. Raw and digests: also SHA-256 over everything that the
                signatures of such a record cover, each part once. DSS: the same data signed four times, enveloped,
                with its defaults; its signatures cover the data only, ours also cover the signatures before them.""";
    }

    @Override
    public Outcome hold(Effort effort) throws Exception {
        List<RecordContent> contents = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            contents.add(Books.book(i, Set.of("FOREIGN_LANGUAGE_1")));
        }
        byte[] data = RecordSealing.prepare(contents.getFirst()).toBytes();
        Race race = new Race(effort);
        for (Providers providers : Providers.values()) {
            List<School.Hand> hands = school.hands(contents.getFirst(), providers);
            Race.Contestant raw = raw(hands, providers);
            Digests digests = new Digests(school.sealed(contents.getFirst(), hands));
            race.with("raw, " + providers, raw);
            race.with("raw and digests, " + providers, () -> raw.once() + digests.once());
            int[] next = {0};
            race.with("Matricula, " + providers, () -> {
                byte[] sealed = school.sealed(contents.get(next[0]++ % RECORDS), hands);
                return sealed.length;
            });
            DssSigning dss = new DssSigning(hands, providers, Date.from(school.now));
            race.with("DSS 6.4, " + providers, () -> dss.xades(data).length);
        }
        Race.Results results = race.run();
        DssJudge judge = new DssJudge(school);
        List<School.Hand> hands = school.hands(contents.getFirst(), Providers.JDK);
        byte[] ours = school.sealed(contents.getFirst(), hands);
        byte[] theirs = new DssSigning(hands, Providers.JDK, Date.from(school.now)).xades(data);
        int passed = judge.passed(ours);
        int passedTheirs = judge.passed(theirs);
        List<Goal> goals = List.of(
                share(results, Providers.JDK),
                share(results, Providers.ACCP),
                composite(results, Providers.ACCP),
                times(results, Providers.JDK, 30),
                times(results, Providers.ACCP, 150),
                Goal.single(
                        "signatures of a sealed record that DSS finds totally passed, of 4",
                        passed,
                        4,
                        Goal.Bound.AT_LEAST,
                        Goal.Unit.COUNT));
        List<String> remarks = List.of(
                ("SHA-256 over %,d bytes is what the format asks for beside the signatures; with ACCP the"
                                + " digests alone leave %.0f %% of the raw signatures' rate to any implementation.")
                        .formatted(
                                new Digests(ours).bytes(),
                                100
                                        * results.of("raw and digests, ACCP").median()
                                        / results.of("raw, ACCP").median()),
                ("Data %,d bytes, sealed record %,d bytes; what DSS makes has %,d bytes, and %d of its 4"
                                + " signatures pass.")
                        .formatted(data.length, ours.length, theirs.length, passedTheirs));
        return new Outcome("records", results.all(), goals, remarks);
    }

    private static Goal share(Race.Results results, Providers providers) {
        return Goal.share(
                "XML sealing as a share of the raw signatures, " + providers,
                results.of("Matricula, " + providers),
                results.of("raw, " + providers),
                70);
    }

    private static Goal composite(Race.Results results, Providers providers) {
        return Goal.share(
                "XML sealing as a share of the raw signatures and digests, " + providers,
                results.of("Matricula, " + providers),
                results.of("raw and digests, " + providers),
                70);
    }

    private static Goal times(Race.Results results, Providers providers, double wanted) {
        return Goal.times(
                "XML sealing against DSS, both with " + providers,
                results.of("Matricula, " + providers),
                results.of("DSS 6.4, " + providers),
                wanted);
    }

    private static Race.Contestant raw(List<School.Hand> hands, Providers providers) {
        byte[] input = new byte[1_200];
        List<Signature> engines = hands.stream()
                .map(hand -> hand.key().engine(providers, "SHA256withECDSA"))
                .toList();
        return () -> {
            int length = 0;
            for (Signature engine : engines) {
                length += signed(engine, input);
            }
            return length;
        };
    }

    private static int signed(Signature engine, byte[] input) throws GeneralSecurityException {
        engine.update(input);
        return engine.sign().length;
    }
}
