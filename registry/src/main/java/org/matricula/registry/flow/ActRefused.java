package org.matricula.registry.flow;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// An act that was refused, for the Java Flight Recorder: which refusals people meet, without a word about whom they
/// were about. The tests record it to compare [Refuses] with the refusals that were really produced.
@Name("org.matricula.ActRefused")
@Label("Act refused")
@Category("Matricula")
@Description("An act was refused for one reason; an act with several reasons leaves several events")
@StackTrace(false)
final class ActRefused extends Event {
    @Label("Act")
    @Description("The class of the act")
    private final String act;

    @Label("Reason")
    @Description("The class of the refusal")
    private final String reason;

    private ActRefused(Class<?> act, Refusal reason) {
        this.act = act.getName();
        this.reason = reason.getClass().getName();
    }

    static void tell(Class<?> act, Refusal reason) {
        new ActRefused(act, reason).commit();
    }
}
