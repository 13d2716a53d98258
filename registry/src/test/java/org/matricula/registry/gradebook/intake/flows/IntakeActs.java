package org.matricula.registry.gradebook.intake.flows;

import java.util.List;

/// Every act of the imports with its helpers.
public final class IntakeActs {
    public static final List<Class<?>> ALL = List.of(
            CheckIntake.class,
            LookAtIntake.class,
            ExplainColumns.class,
            DropIntake.class,
            ApplyIntake.class,
            PupilsTaken.class,
            TeachingTaken.class);

    private IntakeActs() {}
}
