package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.matricula.registry.page.Texts;

class ActNamesTest {
    @Test
    void every_act_has_a_name_in_the_journal_in_every_language() {
        Texts names = Texts.load("acts"); // refuses a language that lacks one
        assertThat(Acts.all())
                .hasSizeGreaterThan(15)
                .extracting(Acts::name)
                .doesNotHaveDuplicates()
                .allMatch(names::has, "is in texts/acts.<language>.properties");
    }
}
