package org.matricula.packs.vn.reportbook.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// The five items by which a book is looked up; the answer never tells which of them was wrong.
///
/// @param identifier the identifier of the book
/// @param name the pupil's name, with its diacritics
/// @param bornOn date of birth
/// @param personalNumber personal identification number
/// @param confirmationCode the code printed with the book
public record Lookup(
        Optional<String> identifier,
        Optional<String> name,
        Optional<LocalDate> bornOn,
        Optional<String> personalNumber,
        Optional<String> confirmationCode) {
    /// Whether all five are given and right.
    ///
    /// @param held the items of the book as issued, all five
    @Clause(VNRB.I_2_8_2)
    public Finding allFiveAreRight(Lookup held) {
        // No short cut: the time taken must not tell how many items were right.
        boolean right = same(identifier, held.identifier)
                & same(name.map(Lookup::comparable), held.name.map(Lookup::comparable))
                & same(bornOn.map(LocalDate::toString), held.bornOn.map(LocalDate::toString))
                & same(personalNumber, held.personalNumber)
                & same(confirmationCode, held.confirmationCode);
        return Finding.of(
                VNRB.I_2_8_2,
                right,
                new Sentence("all five items are right", "cả năm mục đều đúng"),
                new Sentence("no book is found with these five items", "không tìm thấy học bạ nào với năm mục này"));
    }

    private static boolean same(Optional<String> asked, Optional<String> held) {
        return asked.isPresent()
                & held.isPresent()
                & MessageDigest.isEqual(bytes(asked.orElse("")), bytes(held.orElse("")));
    }

    private static byte[] bytes(String text) {
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }

    /// Vietnamese letters can be written composed or decomposed, and a form may print a name in capitals: each is the
    /// same name. A mark more or less is another one.
    private static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
