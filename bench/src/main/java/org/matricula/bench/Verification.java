package org.matricula.bench;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.matricula.verifier.State;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.record.RecordContent;

/// Verifying sealed records with four signatures.
final class Verification implements Contest {
    private static final int RECORDS = 64;

    private final School school;

    Verification(School school) {
        this.school = school;
    }

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public String about() {
        return """
                A sealed record with four signatures is verified whole: form, digests, signatures, certificate
                paths, institution, names, order. Raw: four signature verifications over 1.2 KB, with the keys made
                ready before, and nothing else. Raw and digests: also SHA-256 over everything that the signatures
                cover, each part once, and over the file, whose digest the verdict states. DSS: its default
                validation with all reports, which does not know the institution or who has to sign.""";
    }

    @Override
    public Outcome hold(Effort effort) throws Exception {
        List<byte[]> files = new ArrayList<>();
        RecordContent first = Books.book(0, Set.of("FOREIGN_LANGUAGE_1"));
        List<School.Hand> hands = school.hands(first, Providers.ACCP);
        for (int i = 0; i < RECORDS; i++) {
            files.add(school.sealed(Books.book(i, Set.of("FOREIGN_LANGUAGE_1")), hands));
        }
        Verifier verifier = Verifier.trusting(school.trust);
        DssJudge dss = new DssJudge(school);
        int[] next = {0};
        try (VerifierApart apart = new VerifierApart(school)) {
            for (byte[] file : files) {
                genuine(apart.verify(file));
                genuine(verifier.verify(file, school.later()).state().name());
            }
            Race.Contestant rawJdk = raw(hands, Providers.JDK);
            Race.Contestant rawAccp = raw(hands, Providers.ACCP);
            Digests digests = new Digests(files.getFirst()).andTheFile(files.getFirst());
            Race.Results results = new Race(effort)
                    .with("raw, JDK", rawJdk)
                    .with("raw and digests, JDK", () -> rawJdk.once() + digests.once())
                    .with("raw and digests, ACCP", () -> rawAccp.once() + digests.once())
                    .with("Matricula, JDK", () -> genuine(apart.verify(files.get(next[0]++ % RECORDS))))
                    .with("raw, ACCP", rawAccp)
                    .with(
                            "Matricula, ACCP",
                            () -> genuine(verifier.verify(files.get(next[0]++ % RECORDS), school.later())
                                    .state()
                                    .name()))
                    .with("DSS 6.4", () -> dss.passed(files.get(next[0]++ % RECORDS)))
                    .run();
            List<Goal> goals = new ArrayList<>();
            for (Providers providers : Providers.values()) {
                goals.add(Goal.share(
                        "verification as a share of the raw verifications, " + providers,
                        results.of("Matricula, " + providers),
                        results.of("raw, " + providers),
                        80));
            }
            goals.add(Goal.share(
                    "verification as a share of the raw verifications and digests, ACCP",
                    results.of("Matricula, ACCP"),
                    results.of("raw and digests, ACCP"),
                    80));
            for (Providers providers : Providers.values()) {
                goals.add(Goal.times(
                        "verification against DSS, ours with " + providers,
                        results.of("Matricula, " + providers),
                        results.of("DSS 6.4"),
                        50));
            }
            List<String> remarks = List.of(
                    ("Sealed record %,d bytes. DSS chooses its providers itself; the signatures take a few per cent"
                                    + " of its time.")
                            .formatted(files.getFirst().length),
                    ("SHA-256 over %,d bytes for one record; with ACCP the digests alone leave %.0f %% of the raw"
                                    + " verifications' rate to any implementation.")
                            .formatted(
                                    digests.bytes(),
                                    100
                                            * results.of("raw and digests, ACCP")
                                                    .median()
                                            / results.of("raw, ACCP").median()));
            return new Outcome("records", results.all(), goals, remarks);
        }
    }

    private static int genuine(String state) {
        if (!state.equals(State.GENUINE.name())) {
            throw new IllegalStateException("a sealed record is " + state);
        }
        return state.length();
    }

    /// As a fast verifier would do it: an object for each key, made ready once.
    private static Race.Contestant raw(List<School.Hand> hands, Providers providers) throws GeneralSecurityException {
        byte[] input = new byte[1_200];
        List<Signature> engines = new ArrayList<>();
        List<byte[]> values = new ArrayList<>();
        for (School.Hand hand : hands) {
            Signature sign = hand.key().engine(providers, "SHA256withECDSA");
            sign.update(input);
            values.add(sign.sign());
            Signature verify = providers.signature("SHA256withECDSA");
            verify.initVerify(hand.key().certificate().getPublicKey());
            engines.add(verify);
        }
        return () -> {
            int valid = 0;
            for (int i = 0; i < engines.size(); i++) {
                engines.get(i).update(input);
                valid += engines.get(i).verify(values.get(i)) ? 1 : 0;
            }
            if (valid != engines.size()) {
                throw new IllegalStateException("a raw signature does not verify");
            }
            return valid;
        };
    }
}
