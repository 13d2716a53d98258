package org.matricula.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.matricula.verifier.State;
import org.matricula.verifier.Verifier;

/// Whether we and EU DSS ever disagree on a file.
final class Agreement implements Contest {
    private final School school;

    Agreement(School school) {
        this.school = school;
    }

    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public String about() {
        return """
                Sealed records, and what was done to them, judged by us and by DSS with its defaults. They agree
                when we say GENUINE exactly if DSS finds every signature totally passed and these are the signatures
                of the profile, each over the parts that it has to cover. A file that we refuse although DSS passes
                it is counted apart only when a general canonicaliser finds everything that is signed unchanged in
                it: then the change is where no signature looks, and we are the stricter one. Of files that are not
                ours, whole and changed, we have to tell the same signatures, signers, times and soundness as DSS with
                its own defaults, and of the same files that they cannot be read; a file of which we tell a broken signature may be
                one of which DSS makes no report.""";
    }

    private enum How {
        AGREE_GENUINE,
        AGREE_NOT,
        STRICTER,
        DISAGREE
    }

    @Override
    public Outcome hold(Effort effort) throws Exception {
        List<byte[]> sealed = sealed(effort.quick() ? 4 : 12);
        List<byte[]> strangers = strangers();
        Verifier verifier = Verifier.trusting(school.trust);
        DssJudge dss = new DssJudge(school);
        Map<String, Map<How, Integer>> table = new LinkedHashMap<>();
        List<String> disagreements = new ArrayList<>();
        int files = 0;
        for (byte[] file : sealed) {
            Set<String> coverage = dss.opinion(file).coverage();
            count(table, "untouched", judge(file, file, coverage, verifier, dss), disagreements);
            files++;
        }
        for (byte[] file : strangers) {
            Set<String> coverage = dss.opinion(file).coverage();
            count(table, "by another authority", judge(file, file, coverage, verifier, dss), disagreements);
            files++;
        }
        List<Set<String>> coverages =
                sealed.stream().map(file -> dss.opinion(file).coverage()).toList();
        Random random = new Random(2026);
        int each = effort.quick() ? 1 : 6;
        for (Mutation mutation : Mutation.all()) {
            int repeats = mutation.name().startsWith("one ") ? each * 5 : each;
            for (int i = 0; i < repeats; i++) {
                byte[] file = sealed.get(i % sealed.size());
                byte[] other = sealed.get((i + 1) % sealed.size());
                Optional<byte[]> changed = mutation.maker().of(file, other, random);
                if (changed.isPresent()) {
                    Set<String> coverage = coverages.get(i % sealed.size());
                    How how = judge(changed.get(), file, coverage, verifier, dss);
                    count(table, mutation.name(), how, disagreements);
                    files++;
                }
            }
        }
        int foreign = foreign(effort, dss, disagreements);
        return outcome(table, disagreements, files, foreign);
    }

    /// Compares what is told of foreign files.
    ///
    /// @return how many
    private int foreign(Effort effort, DssJudge dss, List<String> disagreements) throws Exception {
        ForeignFiles maker = new ForeignFiles(school);
        List<byte[]> originals = new ArrayList<>(maker.xml(effort.quick() ? 2 : 6));
        originals.addAll(maker.pdf(effort.quick() ? 1 : 3));
        List<Mutation> anywhere =
                Mutation.all().stream().filter(Mutation::fitsAnyFile).toList();
        Random random = new Random(2026);
        int files = 0;
        try (ForeignApart ours = new ForeignApart(true)) {
            for (byte[] original : originals) {
                List<byte[]> made = new ArrayList<>(List.of(original));
                for (Mutation mutation : anywhere) {
                    for (int i = 0; i < (effort.quick() ? 2 : 8); i++) {
                        mutation.maker().of(original, original, random).ifPresent(made::add);
                    }
                }
                for (byte[] file : made) {
                    files++;
                    String told = ours.signatures(file);
                    String theirs = dss.told(file);
                    boolean bothRefuse = theirs.equals("unreadable") && told.contains("broken");
                    if (!told.equals(theirs) && !bothRefuse) {
                        disagreements.add("foreign file: '%s' instead of '%s'".formatted(told, theirs));
                    }
                }
            }
        }
        return files;
    }

    private static void count(Map<String, Map<How, Integer>> table, String what, How how, List<String> disagreements) {
        table.computeIfAbsent(what, _ -> new TreeMap<>()).merge(how, 1, Integer::sum);
        if (how == How.DISAGREE) {
            disagreements.add(what);
        }
    }

    private How judge(byte[] file, byte[] original, Set<String> coverage, Verifier verifier, DssJudge dss) {
        boolean ours = verifier.verify(file, school.later()).state() == State.GENUINE;
        DssJudge.Opinion opinion = dss.opinion(file);
        boolean theirs = opinion.allPassed() && opinion.coverage().equals(coverage);
        if (ours == theirs) {
            return ours ? How.AGREE_GENUINE : How.AGREE_NOT;
        }
        boolean unchanged = file != original && SignedContent.of(file).equals(SignedContent.of(original));
        return theirs && unchanged ? How.STRICTER : How.DISAGREE;
    }

    private static Outcome outcome(
            Map<String, Map<How, Integer>> table, List<String> disagreements, int files, int foreign) {
        List<String> remarks = new ArrayList<>();
        int stricter = table.values().stream()
                .mapToInt(counts -> counts.getOrDefault(How.STRICTER, 0))
                .sum();
        remarks.add("%,d files: %d genuine for both, %d refused by both, %d refused by us alone, %d disagreements."
                .formatted(
                        files,
                        sum(table, How.AGREE_GENUINE),
                        sum(table, How.AGREE_NOT),
                        stricter,
                        disagreements.size()));
        remarks.add("Refused by both: " + kinds(table, How.AGREE_NOT) + ".");
        remarks.add("Refused by us alone, because a record has exactly one form in bytes, nothing stands beside it, and"
                + " its signatures have one order; everything signed is unchanged in these files, so DSS cannot"
                + " object: "
                + kinds(table, How.STRICTER) + ".");
        if (!disagreements.isEmpty()) {
            remarks.add("Disagreements: " + String.join(", ", disagreements) + ".");
        }
        Goal none = Goal.single(
                "disagreements with DSS over %,d valid and changed files and %,d foreign ones"
                        .formatted(files, foreign),
                disagreements.size(),
                0,
                Goal.Bound.AT_MOST,
                Goal.Unit.COUNT);
        return new Outcome("files", List.of(), List.of(none), remarks);
    }

    private static int sum(Map<String, Map<How, Integer>> table, How how) {
        return table.values().stream()
                .mapToInt(counts -> counts.getOrDefault(how, 0))
                .sum();
    }

    private static String kinds(Map<String, Map<How, Integer>> table, How how) {
        return table.entrySet().stream()
                .filter(e -> e.getValue().containsKey(how))
                .map(e -> e.getKey() + " (" + e.getValue().get(how) + ")")
                .collect(Collectors.joining(", "));
    }

    private List<byte[]> sealed(int count) {
        List<Set<String>> who = List.of(
                Set.of("FOREIGN_LANGUAGE_1"),
                Set.of("MATHEMATICS", "MUSIC"),
                Books.SUBJECTS.stream().map(Books.Subject::code).collect(Collectors.toSet()),
                Set.of());
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var content = Books.book(i, who.get(i % who.size()), 1 + i % 4);
            files.add(school.sealed(content, school.hands(content, Providers.ACCP)));
        }
        return files;
    }

    /// Records by a school of the same name whose keys another authority issued.
    private static List<byte[]> strangers() {
        School other = School.open();
        var content = Books.book(7, Set.of("FOREIGN_LANGUAGE_1"));
        return List.of(other.sealed(content, other.hands(content, Providers.ACCP)));
    }
}
