package org.matricula.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.matricula");

    @Nested
    class The_registry {
        @Test
        void keeps_the_arrows_that_its_modules_declare() {
            ApplicationModules.of("org.matricula.registry").verify();
        }

        @Test
        void has_no_module_that_leaves_its_arrows_unsaid() {
            Set<String> silent = new TreeSet<>();
            for (JavaPackage module : OURS.getPackage("org.matricula.registry").getSubpackages()) {
                boolean declared = module.tryGetAnnotationOfType(ApplicationModule.class)
                        .map(a -> !Set.of(a.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN))
                        .orElse(false);
                if (!declared) {
                    silent.add(module.getName());
                }
            }
            assertThat(silent)
                    .as(
                            "every module says what it may use, even if nothing: @ApplicationModule(allowedDependencies = ...)")
                    .isEmpty();
        }
    }

    @Nested
    class The_law_and_the_verifier {
        @Test
        void stand_alone_without_spring_sql_or_anything_else_of_ours() {
            noClasses()
                    .that()
                    .resideInAPackage("org.matricula.law..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "java.sql..",
                            "org.matricula.registry..",
                            "org.matricula.packs..",
                            "org.matricula.verifier..",
                            "org.matricula.app..")
                    .check(OURS);
            noClasses()
                    .that()
                    .resideInAPackage("org.matricula.verifier..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "java.sql..",
                            "org.matricula.registry..",
                            "org.matricula.packs..",
                            "org.matricula.law..",
                            "org.matricula.app..")
                    .check(OURS);
        }
    }

    @Nested
    class A_pack {
        @Test
        void uses_the_law_the_record_format_and_what_modules_offer_to_packs_and_nothing_else() {
            classes()
                    .that()
                    .resideInAPackage("org.matricula.packs..")
                    .should()
                    .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "are libraries, law, record values, '<module>.spi' or the same pack",
                            (JavaClass c) -> !c.getPackageName().startsWith("org.matricula")
                                    || c.getPackageName().startsWith("org.matricula.law")
                                    || c.getPackageName().equals("org.matricula.verifier.record")
                                    || c.getPackageName().startsWith("org.matricula.packs")
                                    || c.getPackageName().matches("org\\.matricula\\.registry\\.\\w+\\.spi")))
                    .check(OURS);
        }

        @Test
        void does_not_know_another_pack() {
            for (String country : Set.of("vn", "kz", "ru")) {
                noClasses()
                        .that()
                        .resideInAPackage("org.matricula.packs." + country + "..")
                        .should()
                        .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                                "belong to another pack",
                                (JavaClass c) -> c.getPackageName().startsWith("org.matricula.packs.")
                                        && !c.getPackageName().startsWith("org.matricula.packs." + country)))
                        .allowEmptyShould(true)
                        .check(OURS);
            }
        }

        @Test
        void knows_no_spring_and_no_sql() {
            noClasses()
                    .that()
                    .resideInAPackage("org.matricula.packs..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "java.sql..")
                    .check(OURS);
        }
    }

    @Test
    void every_package_says_that_nothing_in_it_is_null() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass c : OURS) {
            JavaPackage p = c.getPackage();
            boolean generated = p.getName().startsWith("org.matricula.templates");
            if (!generated && !p.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(p.getName());
            }
        }
        assertThat(unmarked)
                .as("packages without @NullMarked in package-info.java")
                .isEmpty();
    }
}
