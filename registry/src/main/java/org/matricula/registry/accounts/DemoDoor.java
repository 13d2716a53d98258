package org.matricula.registry.accounts;

/// Whether this node shows a demo school whose logins anybody may use. The application fills it; where nobody does,
/// there is none.
@FunctionalInterface
public interface DemoDoor {
    /// Whether the page `/demo` lists logins now. Asked for each page of the sign-in, so it must be cheap.
    boolean open();
}
