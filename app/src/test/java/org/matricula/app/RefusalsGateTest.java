package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.matricula.law.testing.RefusalTrace;
import org.matricula.law.testing.RefusalTrace.Refused;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.SecondFactorNeeded;

/// The gate between what acts say they refuse and what they refused in the tests of the registry and of this module.
/// Only the whole suite can pass it.
@Tag("node")
@Order(Integer.MAX_VALUE)
class RefusalsGateTest {
    private static final Set<String> OF_EVERY_ACT =
            Set.of(NotYours.class.getName(), SecondFactorNeeded.class.getName());

    private static Set<Refused> produced;
    private static Set<Refused> declared;

    @BeforeAll
    static void read() {
        Path module =
                Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
        Set<String> acts = Acts.all().stream().map(Class::getName).collect(Collectors.toSet());
        produced = Stream.concat(
                        RefusalTrace.of(module.resolveSibling("registry")).stream(),
                        RefusalTrace.ofThisProcess().stream())
                .filter(refused -> acts.contains(refused.act()) && !OF_EVERY_ACT.contains(refused.reason()))
                .collect(Collectors.toCollection(TreeSet::new));
        declared = Acts.all().stream()
                .filter(act -> act.isAnnotationPresent(Refuses.class))
                .flatMap(RefusalsGateTest::declared)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Refused> declared(Class<?> act) {
        return Arrays.stream(act.getAnnotation(Refuses.class).value())
                .map(refusal -> new Refused(act.getName(), refusal.getName()))
                .filter(refused -> !OF_EVERY_ACT.contains(refused.reason()));
    }

    @Test
    void no_act_refuses_for_a_reason_that_it_does_not_declare() {
        Set<Refused> undeclared = new TreeSet<>(produced);
        undeclared.removeAll(declared);
        assertThat(undeclared).isEmpty();
    }

    @Test
    void a_test_meets_every_refusal_that_an_act_declares() {
        Set<Refused> unmet = new TreeSet<>(declared);
        unmet.removeAll(produced);
        assertThat(unmet).isEmpty();
    }
}
