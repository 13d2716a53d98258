package org.matricula.verifier.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `verify` did, with the trust list of the vectors.
///
/// @param complained what stood on the error stream
record VerifyRun(int exit, String said, String complained) {
    static final Path VECTORS = Path.of("../vectors");
    static final Path GOOD = VECTORS.resolve("record/good/sealed-record.xml");
    static final Path BAD = VECTORS.resolve("record/bad/changed-mark.xml");
    static final Path PROVED = VECTORS.resolve("record/good/sealed-record-with-log-proof.pdf");
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    static VerifyRun run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(
                List.of("--trust", VECTORS.resolve("pki/trust.json").toString()));
        for (Object each : arguments) {
            all.add(each.toString());
        }
        int exit = VerifyCommand.alone(new VerifyCommand(InstantSource.fixed(NOW), Optional::empty))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new VerifyRun(exit, out.toString(), err.toString());
    }

    List<JsonNode> verdicts() {
        return said.lines().map(new JsonMapper()::readTree).toList();
    }

    List<String> states() {
        return verdicts().stream().map(v -> v.get("state").stringValue()).toList();
    }
}
