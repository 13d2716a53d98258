package org.matricula.verifier.record;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.matricula.verifier.record.RecordContent.Issuer;

/// Generated contents with everything that breaks naive writers.
final class Samples {
    private Samples() {}

    static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "Nguyễn Thị Ánh",
                                "Nguye\u0302\u0303n",
                                "&amp;",
                                "<b>",
                                "]]>",
                                "\"'",
                                "\r\n",
                                "\t",
                                "\n",
                                "Қазақ тілі",
                                "Ёлка й",
                                "😀𠮷",
                                "\u212B",
                                "\uFFFD",
                                " ",
                                ""),
                        Arbitraries.strings()
                                .withCharRange(' ', '\u017F')
                                .withCharRange('\u1EA0', '\u1EF9')
                                .withChars('&', '<', '>', '"', '\'', '\r', '\n', '\t', '\u0301', '\u0323')
                                .ofMaxLength(12))
                .list()
                .ofMaxSize(4)
                .map(parts -> RecordText.normalised(String.join("", parts)))
                .filter(text -> RecordText.problem(text).isEmpty());
    }

    static Arbitrary<RecordContent> contents() {
        Arbitrary<Block.Role> roles = Arbitraries.of(Block.Role.SUBJECT, Block.Role.HOMEROOM, Block.Role.HEAD);
        Arbitrary<Block> blocks = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withChars('.', '-', '_', '7')
                                .ofMaxLength(6)
                                .map(tail -> "b" + tail),
                        text(),
                        roles,
                        fields())
                .as(Block::new);
        Arbitrary<Issuer> issuers = Combinators.combine(text().filter(code -> !code.isBlank()), text())
                .as(Issuer::new);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 999_999_999),
                        issuers,
                        blocks.list().ofMinSize(1).ofMaxSize(5).uniqueElements(Block::id))
                .as((version, issuer, list) -> new RecordContent("vn.test", "HB-2025-X", version, issuer, list));
    }

    private static Arbitrary<List<Block.Field>> fields() {
        return Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(3),
                        text(),
                        text())
                .as(Block.Field::new)
                .list()
                .ofMaxSize(4)
                .uniqueElements(Block.Field::name);
    }
}
