package org.matricula.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.matricula.law.Sentence;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Texts;
import org.matricula.registry.records.RecordsFsck;
import org.matricula.registry.records.RecordsFsck.Fault;
import org.matricula.registry.transparency.LogFsck;

/// What the people of one school read of a check of the whole register.
class CheckOfOneSchoolTest {
    private static final UUID OURS = UUID.randomUUID();
    private static final UUID OTHERS = UUID.randomUUID();
    private static final Pattern NAME = Pattern.compile("faults\\.of(?:Leaf)?\\(\\s*\"([a-z-]+)\"");

    private static Fault fault(String record, Optional<UUID> institution) {
        return new Fault("xml-digest", record, institution, new Sentence("wrong", "sai"), Optional.empty());
    }

    private static Fsck.Report report(List<Fault> faults, List<Fault> unchecked) {
        return new Fsck.Report(new LogFsck.Report(3, 1, List.of()), new RecordsFsck.Report(3, 6, 0, faults, unchecked));
    }

    @Test
    void faults_of_their_own_records_and_of_the_register_are_told() {
        Fsck.Report seen = report(List.of(fault("HB-1", Optional.of(OURS)), fault("", Optional.empty())), List.of())
                .of(Set.of(OURS));
        assertThat(seen.records().faults()).extracting(Fault::record).containsExactly("HB-1", "");
        assertThat(seen.faulty()).isTrue();
    }

    @Test
    void faults_of_another_school_are_not_told_and_their_own_books_are_sound() {
        Fsck.Report seen = report(
                        List.of(fault("HB-2", Optional.of(OTHERS))), List.of(fault("HB-3", Optional.of(OTHERS))))
                .of(Set.of(OURS));
        assertThat(seen.records().faults()).isEmpty();
        assertThat(seen.records().unchecked()).isEmpty();
        assertThat(seen.sound()).isTrue();
    }

    @Test
    void every_kind_of_fault_has_words_in_every_language() throws IOException {
        Set<String> names = new TreeSet<>(Set.of(
                "xml-altered",
                "xml-not-genuine",
                "pdf-altered",
                "pdf-not-genuine",
                "issue-leaf",
                "recall-leaf",
                "leaf-without-record"));
        Path records = Path.of(System.getProperty("basedir", ""), "../registry/src/main/java")
                .resolve("org/matricula/registry/records");
        try (Stream<Path> files = Files.list(records)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("FsckOf"))
                    .toList()) {
                NAME.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
        }
        assertThat(names).hasSizeGreaterThan(20);
        Texts texts = Texts.load("check");
        assertThat(Arrays.stream(Language.values())
                        .flatMap(language ->
                                names.stream().map(name -> texts.get(language, "fault." + name, "HB-1", "7"))))
                .allSatisfy(words -> assertThat(words).containsAnyOf("HB-1", "7"));
    }
}
