package org.matricula.verifier.record;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matricula.verifier.record.Reading.Fault;

/// Reads exactly what the writer writes, byte for byte, and rejects everything else without guessing.
///
/// There is no XML parser behind it: no DTD, entity, comment, second namespace or reordered attribute has a place in
/// the grammar, so none can mislead it. Every byte is read once; nothing nests deeper than the grammar does. Total:
/// any
/// bytes in, a [Reading] out.
public final class RecordReader {
    private static final byte[] FIELD = Xml.bytes("<field ");

    private final Cursor in;
    private final Map<String, Slice> parts = new HashMap<>();
    private String where = "record";

    private RecordReader(byte[] bytes) {
        this.in = new Cursor(bytes);
    }

    /// Reads a record file, sealed or still being signed. The bytes are not copied and must not change afterwards.
    public static Reading read(byte[] bytes) {
        if (bytes.length > Limits.FILE_BYTES) {
            return new Reading.Rejected(Fault.TOO_LONG, Limits.FILE_BYTES, "record");
        }
        RecordReader reader = new RecordReader(bytes);
        try {
            return new Reading.Accepted(reader.record());
        } catch (Rejection rejection) {
            return new Reading.Rejected(rejection.fault(), rejection.offset(), reader.where);
        }
    }

    /// Who issued a record, from its head alone; empty when that is not the head of one.
    ///
    /// For files that are known already, as those of a register: nothing behind the head is looked at.
    public static Optional<RecordContent.Issuer> issuer(byte[] bytes) {
        RecordReader reader = new RecordReader(bytes);
        try {
            reader.in.expect(Xml.ROOT);
            RecordContent.Issuer issuer = reader.head().issuer();
            reader.in.expect(Xml.DATA_RECORD);
            return Optional.of(issuer);
        } catch (Rejection _) {
            return Optional.empty();
        }
    }

    private RecordFile record() {
        in.expect(Xml.ROOT);
        RecordContent content = data();
        Issue issue = null;
        byte[] stated = null;
        if (in.next(Xml.ISSUE_OF)) {
            where = "issue";
            int from = in.at();
            issue = issue(content);
            in.expect(Xml.DATA_DIGEST);
            stated = in.digest();
            in.expect(Xml.ISSUE_END);
            parts.put("issue", new Slice(from, in.at()));
        }
        List<FileSignature> signatures = signatures(content);
        where = "record";
        in.expect(Xml.ROOT_END);
        in.end();
        return new RecordFile(in.bytes(), content, issue, stated, signatures, parts);
    }

    private RecordContent data() {
        int from = in.at();
        where = "data";
        Head head = head();
        in.expect(Xml.DATA_RECORD);
        String id = token();
        in.expect(Xml.DATA_VERSION);
        int version = version();
        in.expect(Xml.TAG_END);
        List<Block> blocks = blocks(id + "/" + version);
        in.expect(Xml.DATA_END);
        parts.put("data", new Slice(from, in.at()));
        return new RecordContent(head.form(), id, version, head.issuer(), blocks);
    }

    private record Head(String form, RecordContent.Issuer issuer) {}

    private Head head() {
        in.expect(Xml.DATA_FORM);
        String form = token();
        in.expect(Xml.DATA_ISSUER);
        String code = in.attribute();
        if (code.isBlank()) {
            throw new Rejection(Fault.NAME, in.at());
        }
        in.expect(Xml.DATA_ISSUER_NAME);
        return new Head(form, new RecordContent.Issuer(code, in.attribute()));
    }

    private List<Block> blocks(String of) {
        List<Block> blocks = new ArrayList<>();
        while (blocks.isEmpty() || in.next(Xml.BLOCK_ID)) {
            limit(blocks.size(), Limits.BLOCKS);
            int from = in.at();
            Block block = block(of);
            if (parts.put(block.id(), new Slice(from, in.at())) != null) {
                throw new Rejection(Fault.DUPLICATE_ID, from);
            }
            blocks.add(block);
            where = "data";
        }
        return blocks;
    }

    private Block block(String of) {
        in.expect(Xml.BLOCK_ID);
        int from = in.at();
        String id = in.plain('"', Fault.NAME);
        if (!Names.isBlockId(id)) {
            throw new Rejection(Fault.NAME, from);
        }
        where = id;
        in.expect(Xml.BLOCK_BY);
        Block.Role by = role();
        in.expect(Xml.BLOCK_LABEL);
        String label = in.attribute();
        in.expect(Xml.BLOCK_OF);
        in.expect(of);
        in.expect(Xml.TAG_END);
        List<Block.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (in.next(FIELD)) {
            limit(fields.size(), Limits.FIELDS);
            int start = in.at();
            Block.Field field = field(id);
            if (!names.add(field.name())) {
                throw new Rejection(Fault.DUPLICATE_ID, start);
            }
            fields.add(field);
            where = id;
        }
        in.expect(Xml.BLOCK_END);
        return new Block(id, label, by, fields);
    }

    private Block.Field field(String block) {
        in.expect(Xml.FIELD_LABEL);
        String label = in.attribute();
        in.expect(Xml.FIELD_NAME);
        int from = in.at();
        String name = in.plain('"', Fault.NAME);
        if (!Names.isName(name)) {
            throw new Rejection(Fault.NAME, from);
        }
        where = block + "/" + name;
        in.expect(Xml.TAG_END);
        String value = in.text();
        in.expect(Xml.FIELD_END);
        return new Block.Field(name, label, value);
    }

    private Block.Role role() {
        int from = in.at();
        return switch (in.plain('"', Fault.NAME)) {
            case "SUBJECT" -> Block.Role.SUBJECT;
            case "HOMEROOM" -> Block.Role.HOMEROOM;
            case "HEAD" -> Block.Role.HEAD;
            default -> throw new Rejection(Fault.NAME, from);
        };
    }

    private Issue issue(RecordContent content) {
        in.expect(Xml.ISSUE_OF);
        in.expect(Names.of(content));
        in.expect(Xml.LOOKUP_CODE);
        String lookup = in.text();
        in.expect(Xml.CONFIRMATION_CODE);
        String confirmation = in.text();
        in.expect(Xml.EFFECTIVE_AT);
        int from = in.at();
        String text = in.plain('<', Fault.NUMBER);
        try {
            OffsetDateTime at = OffsetDateTime.parse(text, Issue.FORMAT);
            Issue issue = new Issue(lookup, confirmation, at);
            if (Issue.FORMAT.format(at).equals(text)) {
                return issue;
            }
            throw new Rejection(Fault.NUMBER, from);
        } catch (DateTimeException | UnwritableRecord _) {
            throw new Rejection(Fault.NUMBER, from);
        }
    }

    private List<FileSignature> signatures(RecordContent content) {
        List<Slot> slots = Slot.of(content);
        List<FileSignature> signatures = new ArrayList<>(slots.size());
        for (Slot slot : slots) {
            where = "sig." + slot.key();
            FileSignature signature = new SignatureReader(in, slot, slots, content).read();
            if (signature != null) {
                signatures.add(signature);
                parts.put("val." + slot.key(), signature.valueElement());
            }
        }
        return signatures;
    }

    private String token() {
        int from = in.at();
        String token = in.plain('"', Fault.NAME);
        if (!Names.isToken(token)) {
            throw new Rejection(Fault.NAME, from);
        }
        return token;
    }

    private int version() {
        int from = in.at();
        String text = in.plain('"', Fault.NUMBER);
        int version = text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
        if (version < 1) {
            throw new Rejection(Fault.NUMBER, from);
        }
        return version;
    }

    private void limit(int count, int most) {
        if (count >= most) {
            throw new Rejection(Fault.LIMIT, in.at());
        }
    }

    /// What a slot's signature covers, by id, in the order of its references.
    static List<String> targets(Slot slot, List<Slot> slots, RecordContent content) {
        List<String> targets = new ArrayList<>();
        switch (slot.role()) {
            case SUBJECT -> targets.add(slot.key());
            case HOMEROOM ->
                content.blocks().stream()
                        .filter(block -> block.by() == Block.Role.HOMEROOM)
                        .forEach(block -> targets.add(block.id()));
            case HEAD -> targets.add("data");
            case SEAL -> targets.addAll(List.of("data", "issue"));
        }
        for (Slot earlier : slots) {
            if (slot.role() != Block.Role.SUBJECT && earlier.role().compareTo(slot.role()) < 0) {
                targets.add("val." + earlier.key());
            }
        }
        return targets;
    }
}
