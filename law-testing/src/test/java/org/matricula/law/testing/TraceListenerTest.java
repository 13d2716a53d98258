package org.matricula.law.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TraceListenerTest {
    @TempDir
    Path module;

    private List<String> run(Class<?>... classes) throws IOException {
        Files.createDirectories(module.resolve("target/test-classes"));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        Stream.of(classes).map(DiscoverySelectors::selectClass).toList())
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .build();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .addTestExecutionListeners(new TraceListener(module))
                        .build())
                .execute(request);
        return Files.readAllLines(module.resolve("target/traces").resolve(module.getFileName() + ".tsv")).stream()
                .map(line -> line.replaceAll("org\\S*[$]", ""))
                .toList();
    }

    @Test
    void a_test_that_passed_leaves_a_line_for_each_clause_and_kind() throws IOException {
        assertThat(run(Passing.class))
                .containsExactly(
                        "A:1\tMET\tPassing#shows_both",
                        "A:1\tNOT_MET\tPassing#shows_both",
                        "A:2\tBOUNDARY\tPassing#shows_both");
    }

    @Test
    void tests_that_failed_were_aborted_or_disabled_leave_none() throws IOException {
        assertThat(run(NotPassing.class)).isEmpty();
    }

    @Test
    void nested_dynamic_and_parameterised_tests_count_by_their_cases() throws IOException {
        assertThat(run(Kinds.class))
                .containsExactly(
                        "A:1\tMET\tInside#counts_with_the_class_around_it",
                        "A:2\tMET\tKinds#every_number",
                        "A:3\tMET\tKinds#a_factory");
    }

    @Test
    void running_one_class_keeps_the_lines_of_another_that_is_still_there() throws IOException {
        Path trace = module.resolve("target/traces").resolve(module.getFileName() + ".tsv");
        Files.createDirectories(trace.getParent());
        Files.createDirectories(module.resolve("target/test-classes/x"));
        Files.createFile(module.resolve("target/test-classes/x/Kept.class"));
        Files.write(trace, List.of("B:1\tMET\tx.Kept#m", "B:1\tMET\tx.Deleted#m"));
        assertThat(run(NotPassing.class)).containsExactly("B:1\tMET\tx.Kept#m");
    }

    static final class Passing {
        @Test
        @Proves(
                value = "A:1",
                kind = {Proves.Kind.MET, Proves.Kind.NOT_MET})
        @Proves(value = "A:2", kind = Proves.Kind.BOUNDARY)
        void shows_both() {}
    }

    @Proves(value = "A:1", kind = Proves.Kind.MET)
    static final class NotPassing {
        @Test
        void fails() {
            throw new AssertionError("on purpose");
        }

        @Test
        void is_aborted() {
            assumeTrue(false);
        }

        @Test
        @Disabled("on purpose")
        void is_disabled() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void has_only_aborted_cases(int number) {
            assumeTrue(number > 2);
        }
    }

    static final class Kinds {
        @Nested
        @Proves(value = "A:1", kind = Proves.Kind.MET)
        class Inside {
            @Test
            void counts_with_the_class_around_it() {}
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Proves(value = "A:2", kind = Proves.Kind.MET)
        void every_number(int number) {
            assertThat(number).isPositive();
        }

        @TestFactory
        @Proves(value = "A:3", kind = Proves.Kind.MET)
        Stream<DynamicTest> a_factory() {
            return Stream.of(DynamicTest.dynamicTest("one", () -> {}));
        }
    }
}
