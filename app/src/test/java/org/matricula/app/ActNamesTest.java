package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.matricula.registry.flow.Act;
import org.matricula.registry.page.Texts;

class ActNamesTest {
    private static final Set<String> ACTS = new ClassFileImporter()
            .importPackages("org.matricula.registry").stream()
                    .filter(type ->
                            !type.getSource().map(Object::toString).orElse("").contains("test-classes"))
                    .filter(type -> type.isAnnotatedWith(Act.class))
                    .map(ActNamesTest::act)
                    .collect(Collectors.toCollection(TreeSet::new));

    private static String act(JavaClass type) {
        return type.getAnnotationOfType(Act.class).value();
    }

    @Test
    void every_act_has_a_name_in_the_journal_in_every_language() {
        Texts names = Texts.load("acts"); // refuses a language that lacks one
        assertThat(ACTS).hasSizeGreaterThan(15).allMatch(names::has, "is in texts/acts.<language>.properties");
    }
}
