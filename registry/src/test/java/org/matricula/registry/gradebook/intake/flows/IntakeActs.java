package org.matricula.registry.gradebook.intake.flows;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.matricula.registry.directory.SignInDesk;
import org.matricula.registry.flow.Moment;

/// Every act of the imports with its helpers.
public final class IntakeActs {
    public static final List<Class<?>> ALL = List.of(
            CheckIntake.class,
            LookAtIntake.class,
            ExplainColumns.class,
            DropIntake.class,
            ApplyIntake.class,
            PrintCodes.class,
            LookAtNumberless.class,
            PupilsTaken.class,
            TeachingTaken.class,
            Desk.class);

    private IntakeActs() {}

    /// Nobody has signed in yet.
    static final class Desk implements SignInDesk {
        @Override
        public OneTimeCode oneTimeCode(UUID account, Moment now) {
            return new OneTimeCode("ABCD-EFGH", now.at().plus(Duration.ofDays(7)));
        }

        @Override
        public void takeSecondFactors(UUID account, Moment now) {
            throw new IllegalStateException("not the office's");
        }

        @Override
        public void signOutEverywhere(UUID account, Moment now) {
            throw new IllegalStateException("not the office's");
        }

        @Override
        public Readiness readiness(UUID account) {
            return Readiness.NO_PASSWORD;
        }
    }
}
