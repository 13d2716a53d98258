package org.matricula.bench;

import java.util.ArrayList;
import java.util.List;
import org.matricula.bench.Race.Contestant;

/// Reading the signatures of files that are not ours.
final class Foreign implements Contest {
    private static final int FILES = 8;

    /// DSS is large: each of its copies reads so many files before anything counts, or its compilation would.
    private static final int WARM_UP = 100;

    private static final int QUICK_WARM_UP = 30;

    private final School school;

    Foreign(School school) {
        this.school = school;
    }

    @Override
    public String name() {
        return "foreign";
    }

    @Override
    public String about() {
        return """
                XML documents of another format with four XAdES signatures, and PDFs with one seal, all made by DSS.
                Stock: DSS validates with its defaults and all reports. Ours is what the verifier does with a foreign
                file: the same DSS reads and computes every signature, with Saxon for XPath, and is not asked for
                paths, policies, reports or a comparison of pages, since no foreign file is ever called genuine.
                Without Saxon: the same, with the XPath engine of the Java runtime. The processor
                time of the whole process is counted, since the verifier reads foreign files on threads of its own.""";
    }

    @Override
    public Outcome hold(Effort effort) throws Exception {
        ForeignFiles foreign = new ForeignFiles(school);
        DssJudge dss = new DssJudge(school);
        int[] next = {0};
        try (ForeignApart ours = new ForeignApart(true);
                ForeignApart plain = new ForeignApart(false)) {
            Race race = Race.byTheProcess(effort);
            for (String kind : List.of("XML", "PDF")) {
                List<byte[]> files = kind.equals("XML") ? foreign.xml(FILES) : foreign.pdf(FILES);
                Contestant reading = read(ours, files, next);
                Contestant slow = read(plain, files, next);
                Contestant stock = () -> dss.passed(files.get(next[0]++ % FILES));
                for (int i = 0; i < (effort.quick() ? QUICK_WARM_UP : WARM_UP); i++) {
                    reading.once();
                    slow.once();
                    stock.once();
                }
                race.with("Matricula, " + kind, reading)
                        .with("the same without Saxon, " + kind, slow)
                        .with("DSS 6.4, " + kind, stock);
            }
            Race.Results results = race.run();
            List<Goal> goals = new ArrayList<>();
            for (String kind : List.of("XML", "PDF")) {
                goals.add(Goal.times(
                        "reading a foreign " + kind + " file against stock DSS",
                        results.of("Matricula, " + kind),
                        results.of("DSS 6.4, " + kind),
                        3));
            }
            List<String> remarks = List.of("Saxon alone makes XML %.1f × as fast, PDF %.1f ×."
                    .formatted(alone(results, "XML"), alone(results, "PDF")));
            return new Outcome("files", results.all(), goals, remarks);
        }
    }

    private static double alone(Race.Results results, String kind) {
        return results.of("Matricula, " + kind).median()
                / results.of("the same without Saxon, " + kind).median();
    }

    private static Contestant read(ForeignApart reader, List<byte[]> files, int[] next) {
        return () -> {
            String said = reader.signatures(files.get(next[0]++ % FILES));
            if (!said.endsWith("intact") || said.contains("broken")) {
                throw new IllegalStateException("a foreign file is " + said);
            }
            return said.length();
        };
    }
}
