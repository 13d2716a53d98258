package org.matricula.app.cli;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Keeps the framework from printing a stack trace where [RunCommand] says in words why a node does not start.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartReporter implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        return StartProblem.words(failure).isPresent() || RunCommand.portTaken(failure);
    }
}
