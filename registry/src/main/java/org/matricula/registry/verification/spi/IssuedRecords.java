package org.matricula.registry.verification.spi;

import java.util.Optional;

/// The issued records of a register, as the public page may ask for them: never by a name, never as a list.
///
/// Codes and numbers are found however they were typed: signs, spaces and case do not count, and the letters O, I and L
/// are read as 0, 1 and 1.
public interface IssuedRecords {
    /// A register that holds nothing: for a page that is deployed alone.
    IssuedRecords NONE = new IssuedRecords() {
        @Override
        public Optional<Issued> byLookupCode(String code) {
            return Optional.empty();
        }

        @Override
        public Optional<Issued> byNumber(String number, String confirmationCode) {
            return Optional.empty();
        }

        @Override
        public Optional<Issued> byNumber(String number, int version) {
            return Optional.empty();
        }

        @Override
        public Optional<Issued> byFile(byte[] sha256) {
            return Optional.empty();
        }

        @Override
        public Optional<Issued> any() {
            return Optional.empty();
        }
    };

    /// The version with a lookup code.
    Optional<Issued> byLookupCode(String code);

    /// The version of a record with a confirmation code, or else its newest one. Nothing is compared here but the
    /// number: whoever asks compares all five items.
    Optional<Issued> byNumber(String number, String confirmationCode);

    /// A version of a record.
    Optional<Issued> byNumber(String number, int version);

    /// The version one of whose two files has this SHA-256.
    Optional<Issued> byFile(byte[] sha256);

    /// Some record: with it the same work is done for a number that does not exist, so that the time taken tells
    /// nothing. Empty only when nothing was ever issued.
    Optional<Issued> any();

    /// Every version that was issued under a number, for whoever has shown that they hold one of them.
    default Family family(Issued one) {
        return Family.NONE;
    }
}
