package org.matricula.verifier.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The proof that an act on a document is in the log. It travels beside the document and inside its
/// PDF, and needs no server to be checked.
///
/// As a file it is `{"version":1,"index":…,"act":"…","salt":"…","path":["…"],"checkpoint":"…"}`, or text as in
/// `c2sp.org/tlog-proof`; see `docs/formats/log.md`.
///
/// @param index of the leaf, from 0
/// @param salt of the leaf
/// @param act that the leaf is about
/// @param path from the leaf's sibling to a child of the root
/// @param checkpoint the signed note of a checkpoint
public record LogProof(long index, Salt salt, LoggedAct act, List<Hash> path, SignedNote checkpoint) {
    private static final int LONGEST_PATH = Long.SIZE - 1;
    private static final int MOST_BYTES = 2 * SignedNote.MOST_BYTES;
    private static final Set<String> MEMBERS = Set.of("version", "index", "act", "salt", "path", "checkpoint");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(2)
                            .maxStringLength(SignedNote.MOST_BYTES)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public LogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > LONGEST_PATH) {
            throw new Unreadable("a log proof has a negative index, or a path longer than any tree is high");
        }
        Checkpoint.read(checkpoint.text());
    }

    /// What a proof shows.
    public enum Shows {
        /// The act on this document is in the log.
        INCLUDED,
        /// The checkpoint does not carry this log's signature, or is another log's: the proof says nothing.
        NOT_OF_THIS_LOG,
        /// The log signed the checkpoint, and the act on this document is not where the proof says.
        NOT_INCLUDED
    }

    /// Judges the proof for a document.
    ///
    /// @param number the functional number that the document states
    /// @param version the version that the document states
    /// @param document SHA-256 of the sealed XML
    /// @param log the key of the log that the reader trusts
    public Shows check(String number, int version, Hash document, VerifierKey log) {
        Checkpoint signed = state();
        if (!checkpoint.signedBy(log) || !signed.origin().equals(log.name())) {
            return Shows.NOT_OF_THIS_LOG;
        }
        Hash leaf = new LeafCommitment(salt, act, number, version, document).leaf();
        return InclusionProof.proves(index, leaf, signed.size(), signed.root(), path)
                ? Shows.INCLUDED
                : Shows.NOT_INCLUDED;
    }

    /// What the checkpoint states; not to be believed before its signature is checked.
    public Checkpoint state() {
        return Checkpoint.read(checkpoint.text());
    }

    /// Reads a proof that travels beside a document, in either form.
    ///
    /// @throws Unreadable when it is exactly neither
    public static LogProof read(byte[] bytes) {
        if (bytes.length <= MOST_BYTES && TlogProof.begins(bytes)) {
            return TlogProof.read(bytes);
        }
        return readJson(bytes);
    }

    /// Reads the JSON form, the only one inside a document.
    ///
    /// @throws Unreadable when it is not exactly that
    public static LogProof readJson(byte[] json) {
        if (json.length > MOST_BYTES) {
            throw new Unreadable("a log proof is longer than " + MOST_BYTES + " bytes");
        }
        JsonNode root;
        try {
            // As text, so that it is UTF-8 and no other encoding that JSON readers guess.
            root = JSON.readTree(Text.utf8(json, "a log proof"));
        } catch (JacksonException e) {
            throw new Unreadable("a log proof is not JSON");
        }
        if (!root.isObject() || !Set.copyOf(root.propertyNames()).equals(MEMBERS)) {
            throw new Unreadable("a log proof does not have exactly the members "
                    + MEMBERS.stream().sorted().toList());
        }
        if (number(root, "version") != 1) {
            throw new Unreadable("a log proof is not of version 1");
        }
        List<Hash> path = new ArrayList<>();
        if (!root.path("path").isArray()) {
            throw new Unreadable("the path of a log proof is not a list");
        }
        for (JsonNode each : root.path("path")) {
            path.add(Hash.owned(bytes(each, "a hash of a log proof")));
        }
        return new LogProof(
                number(root, "index"),
                Salt.of(bytes(root.path("salt"), "the salt of a log proof")),
                act(text(root.path("act"), "the act of a log proof")),
                path,
                SignedNote.read(Text.utf8(text(root.path("checkpoint"), "a checkpoint"), "a checkpoint")));
    }

    /// The JSON form, UTF-8, without spaces.
    public byte[] toJson() {
        ObjectNode root = JSON.createObjectNode()
                .put("version", 1)
                .put("index", index)
                .put("act", act.name())
                .put("salt", Text.base64(salt.bytes()));
        ArrayNode hashes = root.putArray("path");
        path.forEach(hash -> hashes.add(Text.base64(hash.bytes())));
        root.put("checkpoint", Text.utf8(checkpoint.toBytes(), "a checkpoint"));
        return JSON.writeValueAsBytes(root);
    }

    /// The form of `c2sp.org/tlog-proof@v1`, which tools for other logs read too.
    public byte[] toTlogProof() {
        return TlogProof.write(this);
    }

    /// The same of a leaf whose salt the writer does not have: it proves a leaf, and says nothing of a document.
    ///
    /// @param index of the leaf, from 0
    /// @param path from the leaf's sibling to a child of the root
    /// @param checkpoint the signed note of a checkpoint
    public static byte[] tlogProof(long index, List<Hash> path, SignedNote checkpoint) {
        return TlogProof.write(new byte[0], index, path, checkpoint);
    }

    private static long number(JsonNode root, String name) {
        JsonNode node = root.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new Unreadable("the " + name + " of a log proof is not a whole number");
        }
        return node.longValue();
    }

    private static LoggedAct act(String name) {
        for (LoggedAct act : LoggedAct.values()) {
            if (act.name().equals(name)) {
                return act;
            }
        }
        throw new Unreadable("the act of a log proof is not known");
    }

    private static byte[] bytes(JsonNode node, String what) {
        return Text.base64(text(node, what), what);
    }

    private static String text(JsonNode node, String what) {
        if (!node.isString()) {
            throw new Unreadable(what + " is not text");
        }
        return node.stringValue();
    }
}
