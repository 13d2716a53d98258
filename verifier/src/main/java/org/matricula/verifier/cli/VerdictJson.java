package org.matricula.verifier.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.matricula.verifier.Check;
import org.matricula.verifier.Standing;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.VerdictWords;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A verdict as JSON; the members are documented in docs/formats/record.md.
public final class VerdictJson {
    private static final JsonMapper JSON = new JsonMapper();

    private VerdictJson() {}

    /// One verdict.
    ///
    /// @param file the name of the file that it is about
    /// @param words the language of its sentences
    public static String of(String file, Verdict verdict, VerdictWords words) {
        return JSON.writeValueAsString(node(file, verdict, words));
    }

    /// One verdict, for whoever has more to say beside it.
    ///
    /// @param file the name of the file that it is about
    /// @param words the language of its sentences
    public static ObjectNode node(String file, Verdict verdict, VerdictWords words) {
        ObjectNode node = JSON.createObjectNode()
                .put("file", file)
                .put("state", verdict.state().name())
                .put("sentence", words.headline(verdict))
                .put("kind", verdict.kind().name())
                .put("at", verdict.at().toString())
                .put("sha256", verdict.fileDigest())
                .put("demo", verdict.demo());
        ArrayNode checks = node.putArray("checks");
        for (Check check : verdict.checks()) {
            ObjectNode each = checks.addObject()
                    .put("id", check.id().name())
                    .put("result", check.result().name())
                    .put("name", words.check(check.id()));
            ArrayNode details = each.putArray("details");
            check.details().forEach(detail -> details.add(words.detail(detail)));
        }
        ArrayNode broken = node.putArray("broken");
        for (Verdict.BrokenPart part : verdict.broken()) {
            ObjectNode each = broken.addObject().put("part", part.part()).put("label", part.label());
            texts(each.putArray("signers"), part.signers());
        }
        ArrayNode signers = node.putArray("signers");
        for (Verdict.SignerSeen signer : verdict.signers()) {
            signers.addObject()
                    .put("key", signer.key())
                    .put("role", signer.role().name())
                    .put("label", signer.label())
                    .put("name", signer.name())
                    .put("organisation", signer.organisation())
                    .put("organisationId", signer.organisationId())
                    .put("signedAt", signer.signedAt().toString())
                    .put("certificateSerial", signer.certificateSerial());
        }
        verdict.content().ifPresent(content -> record(node.putObject("record"), content));
        verdict.issue().ifPresent(issue -> issue(node.putObject("issue"), issue));
        verdict.log()
                .ifPresent(entry -> node.putObject("log")
                        .put("origin", entry.origin())
                        .put("act", entry.act().name())
                        .put("index", entry.index())
                        .put("treeSize", entry.treeSize())
                        .put("root", entry.root().toString()));
        verdict.newest().ifPresent(comparison -> {
            ObjectNode each = node.putObject("checkpoints")
                    .put("shows", comparison.shows().name());
            checkpoint(each.putObject("file"), comparison.file());
            checkpoint(each.putObject("newest"), comparison.known());
        });
        verdict.standing().ifPresent(standing -> standing(node.putObject("register"), standing));
        return node;
    }

    private static void checkpoint(ObjectNode node, Checkpoint state) {
        node.put("origin", state.origin())
                .put("size", state.size())
                .put("root", state.root().toString());
    }

    private static void standing(ObjectNode node, Standing standing) {
        switch (standing) {
            case Standing.InForce _ -> node.put("says", "IN_FORCE");
            case Standing.Superseded(int version, OffsetDateTime on) ->
                node.put("says", "SUPERSEDED")
                        .put("by", version)
                        .put("on", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(on));
            case Standing.Cancelled(OffsetDateTime on, String ground) ->
                node.put("says", "CANCELLED")
                        .put("on", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(on))
                        .put("ground", ground);
            case Standing.Different _ -> node.put("says", "DIFFERENT");
            case Standing.Unknown _ -> node.put("says", "UNKNOWN");
        }
    }

    private static void record(ObjectNode node, RecordContent content) {
        node.put("form", content.form()).put("id", content.id()).put("version", content.version());
        node.putObject("issuer")
                .put("code", content.issuer().code())
                .put("name", content.issuer().name());
        ArrayNode blocks = node.putArray("blocks");
        for (Block block : content.blocks()) {
            ObjectNode each = blocks.addObject()
                    .put("id", block.id())
                    .put("label", block.label())
                    .put("by", block.by().name());
            ArrayNode fields = each.putArray("fields");
            for (Block.Field field : block.fields()) {
                fields.addObject()
                        .put("name", field.name())
                        .put("label", field.label())
                        .put("value", field.value());
            }
        }
    }

    private static void issue(ObjectNode node, Issue issue) {
        node.put("lookupCode", issue.lookupCode())
                .put("confirmationCode", issue.confirmationCode())
                .put("effectiveAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(issue.effectiveAt()));
    }

    private static void texts(ArrayNode node, List<String> texts) {
        texts.forEach(node::add);
    }
}
