package org.matricula.registry.transparency.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.matricula.registry.transparency.LogInDoubt;
import org.matricula.registry.transparency.PublicLog;
import org.matricula.registry.transparency.PublicLog.Consistency;
import org.matricula.registry.transparency.PublicLog.Inclusion;
import org.matricula.verifier.merkle.CheckpointGrowth;
import org.matricula.verifier.merkle.Hash;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Proofs of the log for programs that do not want to read tiles. They are to be checked against signed checkpoints, as
/// everything that this server says.
@RestController
@RequestMapping("/api/v1/log")
final class LogApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PublicLog log;
    private final Answers answers;

    LogApi(PublicLog log, Answers answers) {
        this.log = log;
        this.answers = answers;
    }

    /// The newest checkpoint with the proof from an older size, as text.
    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint(HttpServletRequest request, @RequestParam(defaultValue = "0") long from) {
        Optional<CheckpointGrowth> growth = log.growth(from);
        return growth.isEmpty()
                ? uncovered(request)
                : Answers.file(
                        growth.get().toBytes(),
                        Answers.TEXT,
                        CacheControl.noCache().cachePublic());
    }

    /// That the tree of one size is the beginning of that of another.
    @GetMapping("/consistency")
    ResponseEntity<byte[]> consistency(HttpServletRequest request, @RequestParam long from, @RequestParam long to) {
        Optional<Consistency> found = log.consistency(from, to);
        if (found.isEmpty()) {
            return uncovered(request);
        }
        ObjectNode body = JSON.createObjectNode()
                .put("from", from)
                .put("to", to)
                .put("fromRoot", found.get().fromRoot().toString())
                .put("toRoot", found.get().toRoot().toString());
        hashes(body.putArray("path"), found.get().path());
        return Answers.json(JSON.writeValueAsBytes(body));
    }

    /// That a leaf is in the tree of a size.
    @GetMapping("/inclusion")
    ResponseEntity<byte[]> inclusion(HttpServletRequest request, @RequestParam long index, @RequestParam long size) {
        Optional<Inclusion> found = log.inclusion(index, size);
        if (found.isEmpty()) {
            return uncovered(request);
        }
        ObjectNode body = JSON.createObjectNode()
                .put("index", index)
                .put("size", size)
                .put("leaf", found.get().leaf().toString())
                .put("root", found.get().root().toString());
        hashes(body.putArray("path"), found.get().path());
        return Answers.json(JSON.writeValueAsBytes(body));
    }

    private ResponseEntity<byte[]> uncovered(HttpServletRequest request) {
        return answers.problem(request, HttpStatus.NOT_FOUND, "no-such-tree", "uncovered");
    }

    @ExceptionHandler(LogInDoubt.class)
    ResponseEntity<byte[]> doubt(HttpServletRequest request) {
        return answers.doubt(request);
    }

    private static void hashes(ArrayNode array, List<Hash> path) {
        path.forEach(hash -> array.add(hash.toString()));
    }
}
