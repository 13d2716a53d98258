package org.matricula.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;

/// How each act of the permission table is really carried out, with everything that it needs prepared.
final class Deeds {
    private final Map<String, Deed> all = new LinkedHashMap<>();

    /// One act, about one thing.
    ///
    /// @param act the class that bears [Act]
    /// @param room the class of pupils in which teachers act
    /// @param run prepares what the act needs, and carries it out as somebody
    record Deed(Class<?> act, ClassRoom room, Function<Actor, Outcome<?>> run) {
        String name() {
            return act.getAnnotation(Act.class).value();
        }
    }

    void add(Class<?> act, String what, ClassRoom room, Function<Actor, Outcome<?>> run) {
        Deed deed = new Deed(act, room, run);
        all.put(deed.name() + ": " + what, deed);
    }

    Map<String, Deed> all() {
        return all;
    }
}
