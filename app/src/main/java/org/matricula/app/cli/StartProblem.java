package org.matricula.app.cli;

import java.net.UnknownHostException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.matricula.app.database.DatabaseUnavailable;
import org.matricula.app.ops.BadSetting;
import org.matricula.registry.transparency.LogInDoubt;
import org.springframework.boot.context.properties.bind.BindException;

/// Why a node does not start, when that is for its keeper to mend and no fault of ours.
final class StartProblem {
    private StartProblem() {}

    /// What is wrong and what to do; empty when nobody but us can tell.
    static Optional<String> words(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            Optional<String> words = own(cause);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> own(Throwable cause) {
        return switch (cause) {
            case DatabaseUnavailable unavailable -> Optional.of(unavailable.getMessage());
            case LogInDoubt doubt -> Optional.of("the log is in doubt. " + doubt.getMessage());
            case BadSetting bad -> Optional.of(bad.getMessage());
            case FlywayException flyway ->
                Optional.of(
                        "the database cannot be brought up to date. %s (MATRICULA_DB_URL, MATRICULA_DB_USER and MATRICULA_DB_PASSWORD name it and its owner)"
                                .formatted(firstLine(flyway)));
            case BindException bound -> Optional.of("a setting cannot be understood: %s".formatted(deepest(bound)));
            case UnknownHostException host ->
                Optional.of("there is no address '%s' on this machine (--address)".formatted(host.getMessage()));
            default -> Optional.empty();
        };
    }

    private static String firstLine(Throwable fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }

    private static String deepest(Throwable fault) {
        Throwable last = fault;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }
}
