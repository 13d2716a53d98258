package org.matricula.packs.kz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.Pack;
import org.matricula.law.Regulation;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.yaml.YamlNode;
import tools.jackson.databind.json.JsonMapper;

/// New law is a new edition, new numbers and a new class. The rules of the pack are here the very classes that were
/// compiled for the law in force, over a corpus with an invented second edition: nothing in them was touched.
class NewLawTest {
    private static final String NEW = "KZD/2017-01-01";

    private static final String TELEPHONE = "KZD:4.1.telephone";

    @TempDir
    Path folder;

    private Loader loader;
    private DecisionDesk before;
    private DecisionDesk after;

    /// Loads the classes of the pack anew, and the corpus of duplicates from elsewhere.
    private static final class Loader extends URLClassLoader {
        private final Path corpus;

        Loader(URL classes, Path corpus) {
            super(new URL[] {classes}, NewLawTest.class.getClassLoader());
            this.corpus = corpus;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.matricula.packs.kz.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            try {
                return name.equals("law/KZD.yaml") ? Files.newInputStream(corpus) : super.getResourceAsStream(name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// What the new edition adds in code: one class, put before the decision that stands.
    ///
    /// @param old the decision as it was compiled for the first edition
    private record TermFrom2017<F extends Record, A extends Record>(Decision<F, A> old) implements Decision<F, A> {
        @Override
        public String id() {
            return old.id();
        }

        @Override
        public Sentence title() {
            return old.title();
        }

        @Override
        public Regulation regulation() {
            return old.regulation();
        }

        @Override
        public Class<F> factsType() {
            return old.factsType();
        }

        @Override
        public Class<A> answerType() {
            return old.answerType();
        }

        @Override
        public Optional<LocalDate> relevantDate(F facts) {
            return old.relevantDate(facts);
        }

        @Override
        public Ruling<A> decide(F facts, Edition edition) {
            Ruling<A> ruling = old.decide(facts, edition);
            if (!edition.id().equals(NEW)) {
                return ruling;
            }
            List<Finding> findings = new ArrayList<>(ruling.findings());
            findings.add(
                    Finding.needsPerson(TELEPHONE, new Sentence("Was the applicant called?", "Қоңырау шалынды ма?")));
            return new Ruling<>(ruling.answer(), findings);
        }
    }

    /// The pack as it is, with the new class put in.
    private record NewPack(Pack old) implements Pack {
        @Override
        public String country() {
            return old.country();
        }

        @Override
        public List<Corpus> corpora() {
            return old.corpora();
        }

        @Override
        public List<Decision<?, ?>> decisions() {
            List<Decision<?, ?>> decisions = new ArrayList<>();
            old.decisions()
                    .forEach(decision -> decisions.add(
                            decision.id().equals("kz.duplicates.term") ? new TermFrom2017<>(decision) : decision));
            return decisions;
        }

        @Override
        public List<WorkingCalendar> calendars() {
            return old.calendars();
        }
    }

    @BeforeEach
    void an_edition_is_added() throws Exception {
        Path corpus = Files.writeString(folder.resolve("KZD.yaml"), newCorpus());
        loader = new Loader(
                KazakhstanPack.class.getProtectionDomain().getCodeSource().getLocation(), corpus);
        Pack pack = (Pack) loader.loadClass(KazakhstanPack.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        before = new DecisionDesk(List.of(new KazakhstanPack()));
        after = new DecisionDesk(List.of(new NewPack(pack)));
    }

    @AfterEach
    void the_classes_are_given_back() throws IOException {
        loader.close();
    }

    private static String newCorpus() {
        YamlNode added = YamlNode.parse("KZD-2017.yaml", text("invented/KZD-2017.yaml"));
        Map<String, YamlNode> parts = added.fields();
        String corpus = text("law/KZD.yaml")
                .replaceFirst("(?m)^  editions:\n.*\n", "  editions: " + json(parts.get("editions")) + "\n");
        for (Map.Entry<String, YamlNode> values : parts.get("values").fields().entrySet()) {
            corpus = corpus.replaceFirst(
                    "(?s)(- id: \"%s\"\n.*?values: )\\{[^}]*}".formatted(values.getKey()),
                    "$1" + json(values.getValue()));
        }
        return corpus + parts.get("clause").text().indent(2);
    }

    private static String json(YamlNode node) {
        return JsonMapper.shared().writeValueAsString(node.plain());
    }

    private static String text(String resource) {
        try (InputStream in = NewLawTest.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(DecisionDesk desk, String decision, String facts) {
        return desk.answerLine("{\"decision\":\"%s\",\"facts\":%s}".formatted(decision, facts), "en");
    }

    private static String filedOn(LocalDate day) {
        return "{\"channel\":\"PROVIDER\",\"submittedAt\":\"%sT10:00:00\"}".formatted(day);
    }

    @Test
    void a_request_of_the_last_old_day_has_thirty_days_and_one_of_the_next_day_twenty() {
        assertThat(line(after, "kz.duplicates.term", filedOn(LocalDate.of(2016, 12, 31))))
                .contains("\"edition\":\"KZD/2016-01-11\"", "\"due\":\"2017-01-30\"")
                .doesNotContain(TELEPHONE);
        assertThat(line(after, "kz.duplicates.term", filedOn(LocalDate.of(2017, 1, 1))))
                .contains("\"edition\":\"KZD/2017-01-01\"", "\"due\":\"2017-01-21\"", TELEPHONE);
    }

    @Test
    void every_golden_case_of_the_old_edition_is_decided_as_before() {
        int old = 0;
        for (String file : List.of("cases/duplicates-term.yaml", "cases/duplicates-desk.yaml")) {
            for (YamlNode item : YamlNode.parse(file, text(file)).items()) {
                Map<String, YamlNode> golden = item.fields();
                String facts = json(golden.get("facts"));
                String decision = golden.get("decision").text();
                if (facts.contains("\"2016-") && !facts.matches(".*\"20(1[789]|2[0-9])-.*")) {
                    old++;
                    assertThat(told(line(after, decision, facts)))
                            .as(golden.get("case").text())
                            .isEqualTo(told(line(before, decision, facts)));
                }
            }
        }
        assertThat(old).isGreaterThan(60);
    }

    /// The sentences name the last day of the edition, which is another one now.
    private static String told(String line) {
        return line.replace("2016-12-31)", "2020-07-10)").replaceAll("known are: [^\"]*", "known are");
    }
}
