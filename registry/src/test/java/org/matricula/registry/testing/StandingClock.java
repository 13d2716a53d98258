package org.matricula.registry.testing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until it is set.
public final class StandingClock implements InstantSource {
    private final AtomicReference<Instant> now;

    public StandingClock(String at) {
        this.now = new AtomicReference<>(Instant.parse(at));
    }

    public void set(String at) {
        now.set(Instant.parse(at));
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
