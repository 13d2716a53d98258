package org.matricula.registry.flow;

import java.util.List;

/// What came of an act: done, or refused with every reason. A fault of a machine is an exception, never a refusal.
public sealed interface Outcome<T> {
    /// The act was carried out.
    record Done<T>(T value) implements Outcome<T> {}

    /// The act was not carried out; nothing has changed.
    ///
    /// @param reasons all of them, at least one
    record Refused<T>(List<Refusal> reasons) implements Outcome<T> {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /// Refused for one reason.
    static <T> Outcome<T> refused(Refusal reason) {
        return new Refused<>(List.of(reason));
    }
}
