package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.matricula.law.testing.PageFiles;
import org.matricula.law.testing.Reactor;
import org.matricula.registry.records.RecordState;

/// The generated pages about the office. They need no traces, so they can be compared alone.
class OfficePagesTest {
    private static final PageFiles FILES = PageFiles.of(new Reactor(Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .normalize()
            .getParent()));

    /// With `-Dmatricula.pages=write` the pages are written anew; a person then reads the difference.
    @Test
    void the_generated_pages_say_what_is_so() {
        if (PageFiles.writing()) {
            FILES.write(OfficePages.all());
        }
        assertThat(FILES.compare(OfficePages.all()))
                .as("write them with 'mvn test -Dmatricula.pages=write' and read the difference")
                .isEmpty();
    }

    /// The states repeated by hand.
    @Test
    void a_record_comes_to_each_state_by_one_act() {
        assertThat(List.of(RecordState.values()))
                .extracting(state -> OfficePages.reaching(state).map(Acts::name).orElse(""))
                .containsExactly(
                        "",
                        "",
                        "sign-subject",
                        "sign-consolidation",
                        "approve-records",
                        "close-records",
                        "recall-record");
    }
}
