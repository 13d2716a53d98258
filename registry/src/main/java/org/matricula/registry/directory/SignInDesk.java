package org.matricula.registry.directory;

import java.time.Instant;
import java.util.UUID;
import org.matricula.registry.flow.Moment;

/// What the acts of the directory need of signing in. The module that keeps passwords and second factors fills it.
///
/// Every method runs in the act's transaction.
public interface SignInDesk {
    /// What is printed for a person, once.
    ///
    /// @param code with which he or she sets a password
    /// @param until when it ends
    record OneTimeCode(String code, Instant until) {}

    /// How an account can be signed in to, for the list of people.
    enum Readiness {
        /// No password yet: the one-time code was not used.
        NO_PASSWORD,
        /// A password alone.
        PASSWORD,
        /// A password or passkey with a second factor.
        SECOND_FACTOR
    }

    /// Makes a one-time code; an older one of the account ends.
    OneTimeCode oneTimeCode(UUID account, Moment now);

    /// Takes every second factor of an account away: telephone lost.
    void takeSecondFactors(UUID account, Moment now);

    /// Signs an account out everywhere and ends the access of its programs.
    void signOutEverywhere(UUID account, Moment now);

    /// How an account can be signed in to.
    Readiness readiness(UUID account);
}
