package org.matricula.verifier.record;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The data of a record as bytes, every block digested once for all who will sign it.
///
/// @param bytes from the start of the file to the end of `</data>`
/// @param blocks the digest of each block, in order, as Base64 in ASCII
/// @param whole the digest of `#data`, as Base64 in ASCII
record WrittenData(byte[] bytes, List<byte[]> blocks, byte[] whole) {

    /// Writes and digests the data.
    ///
    /// @throws UnwritableRecord when the content breaks a rule of the format
    static WrittenData of(RecordContent content) {
        Sha256 sha = new Sha256();
        Bytes out = new Bytes(16_384);
        byte[][] digests = new byte[content.blocks().size()][];
        check(content);
        out.add(Xml.ROOT);
        int start = out.size();
        out.add(Xml.DATA_FORM).plain(content.form());
        out.add(Xml.DATA_ISSUER).attribute(content.issuer().code(), "issuer code");
        out.add(Xml.DATA_ISSUER_NAME).attribute(content.issuer().name(), "issuer name");
        out.add(Xml.DATA_RECORD).plain(content.id());
        out.add(Xml.DATA_VERSION).plain(Integer.toString(content.version())).add(Xml.TAG_END);
        String of = Names.of(content);
        for (int i = 0; i < digests.length; i++) {
            int from = out.size();
            block(out, content.blocks().get(i), of);
            digests[i] = base64(sha.ofElement(Xml.BLOCK_APEX, Xml.BLOCK, out.array(), from, out.size()));
        }
        out.add(Xml.DATA_END);
        byte[] whole = base64(sha.ofElement(Xml.DATA_APEX, Xml.DATA, out.array(), start, out.size()));
        return new WrittenData(out.toArray(), List.of(digests), whole);
    }

    private static void block(Bytes out, Block block, String of) {
        out.add(Xml.BLOCK_ID).plain(block.id());
        out.add(Xml.BLOCK_BY).plain(block.by().name());
        out.add(Xml.BLOCK_LABEL).attribute(limited(block.label(), block.id()), block.id());
        out.add(Xml.BLOCK_OF).plain(of).add(Xml.TAG_END);
        for (Block.Field field : block.fields()) {
            String where = block.id() + "/" + field.name();
            out.add(Xml.FIELD_LABEL).attribute(limited(field.label(), where), where);
            out.add(Xml.FIELD_NAME).plain(field.name()).add(Xml.TAG_END);
            out.text(limited(field.value(), where), where).add(Xml.FIELD_END);
        }
        out.add(Xml.BLOCK_END);
    }

    static byte[] base64(byte[] digest) {
        return Base64.getEncoder().encode(digest);
    }

    private static void check(RecordContent content) {
        require(Names.isToken(content.form()), "form", content.form());
        require(Names.isToken(content.id()), "id", content.id());
        require(
                !content.issuer().code().isBlank(),
                "issuer code",
                content.issuer().code());
        limited(content.issuer().code(), "issuer code");
        limited(content.issuer().name(), "issuer name");
        int count = content.blocks().size();
        require(count > 0 && count <= Limits.BLOCKS, "number of blocks", Integer.toString(count));
        Set<String> seen = HashSet.newHashSet(count);
        for (Block block : content.blocks()) {
            require(Names.isBlockId(block.id()), "block id", block.id());
            require(seen.add(block.id()), "block id, used twice,", block.id());
            require(block.by() != Block.Role.SEAL, "signer of a block", block.id() + " by SEAL");
            fields(block);
        }
    }

    private static void fields(Block block) {
        int count = block.fields().size();
        require(count <= Limits.FIELDS, "number of fields of " + block.id(), Integer.toString(count));
        Set<String> seen = HashSet.newHashSet(count);
        for (Block.Field field : block.fields()) {
            require(Names.isName(field.name()), "field name in " + block.id(), field.name());
            require(seen.add(field.name()), "field name, used twice in " + block.id() + ",", field.name());
        }
    }

    static String limited(String text, String where) {
        if (text.length() > Limits.TEXT) {
            throw new UnwritableRecord(
                    where + ": " + text.length() + " characters; at most " + Limits.TEXT + " are allowed");
        }
        return text;
    }

    private static void require(boolean good, String what, String value) {
        if (!good) {
            throw new UnwritableRecord("the " + what + " is not allowed in a record: '" + value + "'");
        }
    }
}
