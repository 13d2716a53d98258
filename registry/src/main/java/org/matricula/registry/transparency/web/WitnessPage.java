package org.matricula.registry.transparency.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.matricula.registry.transparency.LogInDoubt;
import org.matricula.registry.transparency.Witness;
import org.matricula.registry.transparency.Witness.Answer;
import org.matricula.registry.transparency.WitnessRole;
import org.matricula.verifier.merkle.CheckpointGrowth;
import org.matricula.verifier.merkle.SignedNote;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/witness`: this register as a witness of others' logs, by the protocol of C2SP tlog-witness. Nobody signs in: the
/// log's signature on the checkpoint is what counts.
@RestController
final class WitnessPage {
    private static final MediaType SIZE = MediaType.parseMediaType("text/x.tlog.size");

    private final Optional<Witness> witness;
    private final InstantSource clock;
    private final Answers answers;

    WitnessPage(WitnessRole role, InstantSource clock, Answers answers) {
        this.witness = role.witness();
        this.clock = clock;
        this.answers = answers;
    }

    @PostMapping("/witness/add-checkpoint")
    ResponseEntity<byte[]> add(HttpServletRequest request) throws IOException {
        if (witness.isEmpty()) {
            return answers.problem(request, HttpStatus.NOT_FOUND, "not-found", "witness.none");
        }
        byte[] body = request.getInputStream().readNBytes(CheckpointGrowth.MOST_BYTES + 1);
        return switch (witness.get().add(body, clock.instant())) {
            case Answer.Cosigned(SignedNote.Signature line) ->
                ResponseEntity.ok()
                        .contentType(Answers.TEXT)
                        .cacheControl(CacheControl.noStore())
                        .body(line.line().getBytes(StandardCharsets.UTF_8));
            case Answer.OtherSize(long size) ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .contentType(SIZE)
                        .cacheControl(CacheControl.noStore())
                        .body((size + "\n").getBytes(StandardCharsets.US_ASCII));
            case Answer.Malformed(String why) ->
                answers.problem(request, HttpStatus.BAD_REQUEST, "not-readable", "witness.malformed", why);
            case Answer.NotSigned() ->
                answers.problem(request, HttpStatus.FORBIDDEN, "not-signed-by-the-log", "witness.unsigned");
            case Answer.UnknownLog() ->
                answers.problem(request, HttpStatus.NOT_FOUND, "unknown-log", "witness.unknown");
            case Answer.NotProved() ->
                answers.problem(request, HttpStatus.UNPROCESSABLE_CONTENT, "not-consistent", "witness.unproved");
        };
    }

    @GetMapping("/witness/{origin}/checkpoint")
    ResponseEntity<byte[]> checkpoint(HttpServletRequest request, @PathVariable String origin) {
        return witness.flatMap(each -> each.checkpoint(origin))
                .map(note -> Answers.file(
                        note.toBytes(), Answers.TEXT, CacheControl.noCache().cachePublic()))
                .orElseGet(() -> answers.nothing(request));
    }

    @ExceptionHandler(LogInDoubt.class)
    ResponseEntity<byte[]> doubt(HttpServletRequest request) {
        return answers.doubt(request);
    }
}
