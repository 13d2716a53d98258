package org.matricula.registry.verification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.matricula.registry.verification.spi.Family;
import org.matricula.registry.verification.spi.FiveItems;
import org.matricula.registry.verification.spi.Issued;
import org.matricula.registry.verification.spi.IssuedRecords;
import org.matricula.verifier.Standing;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The three ways to a verdict: a file, the code on the paper, the five items. Pages and HTTP interface use these.
@Component
class Lookups {
    private final TrustFile trust;
    private final IssuedRecords register;
    private final boolean registered;
    private final Tries tries;
    private final InstantSource clock;

    Lookups(TrustFile trust, ObjectProvider<IssuedRecords> register, Tries tries, InstantSource clock) {
        this.trust = trust;
        this.register = register.getIfAvailable(() -> IssuedRecords.NONE);
        this.registered = this.register != IssuedRecords.NONE;
        this.tries = tries;
        this.clock = clock;
    }

    /// A verdict, and the record when the register issued it.
    ///
    /// @param proof the proof that the issue is in the log
    record Judged(Verdict verdict, Optional<Issued> issued, Optional<LogProof> proof) {}

    /// What a look-up gives.
    sealed interface Answer {
        /// All five items are right.
        record Match(Judged judged) implements Answer {}

        /// A record has this code; nothing personal is told.
        record Known(Issued issued) implements Answer {}

        /// There is none, or an item is wrong: never which.
        record NoMatch() implements Answer {}

        /// Too many wrong tries.
        record Wait(Duration remaining) implements Answer {}
    }

    /// Judges a file by itself, then by what the register knows of it.
    Judged file(byte[] bytes) {
        Optional<Issued> issued = register.byFile(Hash.sha256(bytes).bytes());
        if (issued.isPresent()) {
            return judge(bytes, issued.get());
        }
        return new Judged(
                asRegistered(trust.verifier().verify(bytes, clock.instant())), Optional.empty(), Optional.empty());
    }

    /// Step 2 of the verification for a file whose bytes the register does not hold: are its data those of
    /// the register? Evidence can be cut off a file, so that it can no longer be checked: that the register
    /// took it back is said all the same. Whether there is another record under its number is told to the
    /// holder of a genuine file only, since any other can be made for the question.
    private Verdict asRegistered(Verdict verdict) {
        if (!registered || verdict.content().isEmpty()) {
            return verdict;
        }
        return switch (verdict.state()) {
            case GENUINE -> verdict.asRegistered(standing(verdict.content().get()));
            case COULD_NOT_CHECK ->
                switch (standing(verdict.content().get())) {
                    case Standing.Different _, Standing.Unknown _ -> verdict;
                    case Standing.InForce says -> verdict.asRegistered(says);
                    case Standing.Superseded says -> verdict.asRegistered(says);
                    case Standing.Cancelled says -> verdict.asRegistered(says);
                };
            case ALTERED, NOT_OURS, SUPERSEDED, CANCELLED -> verdict;
        };
    }

    private Standing standing(RecordContent content) {
        return register.byNumber(content.id(), content.version())
                .map(held -> RecordReader.read(held.xml()) instanceof Reading.Accepted(var file)
                                && file.content().equals(content)
                        ? held.standing()
                        : new Standing.Different())
                .orElseGet(Standing.Unknown::new);
    }

    /// Says whether a record has a code. The register gets letters and digits only: a database cannot keep every sign
    /// that a stranger can send.
    ///
    /// @param address who asks
    Answer code(String code, String address) {
        return switch (tries.look(address, () -> register.byLookupCode(Codes.plain(code)))) {
            case Tries.Looked.Found<Issued>(Issued issued) -> new Answer.Known(issued);
            case Tries.Looked.Nothing<Issued>() -> new Answer.NoMatch();
            case Tries.Looked.Wait<Issued>(Duration remaining) -> new Answer.Wait(remaining);
        };
    }

    /// Looks a record up by its five items. The same work is done whatever is wrong, and the answer is the same.
    ///
    /// @param address who asks
    Answer items(TypedItems typed, String address) {
        return switch (tries.ask(address, typed.identifier())) {
            case Tries.Answer.Wait(Duration remaining) -> new Answer.Wait(remaining);
            case Tries.Answer.Granted granted -> {
                Optional<Issued> other = register.any();
                Optional<Issued> issued =
                        register.byNumber(Codes.plain(typed.identifier()), Codes.plain(typed.confirmationCode()));
                FiveItems held =
                        issued.or(() -> other).map(i -> i.items().get()).orElse(FiveItems.NONE);
                if (!typed.match(held) | issued.isEmpty()) {
                    yield new Answer.NoMatch();
                }
                tries.good(granted);
                yield new Answer.Match(judge(issued.get().xml(), issued.get()));
            }
        };
    }

    /// An issued version by its lookup code, for who has a pass to its files.
    Optional<Issued> passed(String lookupCode) {
        return register.byLookupCode(lookupCode);
    }

    /// The family of an issued version.
    Family family(Issued issued) {
        return register.family(issued);
    }

    /// The institution that issued a record.
    static String issuer(Issued issued) {
        return RecordReader.issuer(issued.xml()).map(RecordContent.Issuer::name).orElse("");
    }

    private Judged judge(byte[] bytes, Issued issued) {
        Optional<LogProof> proof = issued.proof().get();
        Verdict verdict = trust.verifier().verify(bytes, proof, clock.instant());
        return new Judged(verdict.asRegistered(issued.standing()), Optional.of(issued), proof);
    }
}
