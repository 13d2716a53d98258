package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.matricula.law.testing.Gate;
import org.matricula.law.testing.Reactor;
import org.matricula.registry.flow.Refusal;

/// The gate between the law and the refusals. It needs no traces, so it can be run alone.
class RefusalGateTest {
    private static final Reactor REACTOR = new Reactor(Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .normalize()
            .getParent());

    @Test
    void every_refusal_stands_on_a_clause_or_says_why_on_none() {
        assertThat(Gate.refusals(REACTOR.code(), Refusal.class)).isEmpty();
    }
}
