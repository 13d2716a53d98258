package org.matricula.registry.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.matricula.registry.verification.spi.FiveItems;
import org.matricula.verifier.merkle.Hash;

/// The five items as somebody typed them. All must be there and right; which one is wrong is never told.
///
/// @param identifier the number of the record
/// @param name the full name, with its marks
/// @param birthDate in any usual way of writing
/// @param personalNumber the personal identification number
/// @param confirmationCode the code on the paper
record TypedItems(String identifier, String name, String birthDate, String personalNumber, String confirmationCode) {
    /// Whether all five are those of a record. The work done does not depend on what is right.
    boolean match(FiveItems held) {
        return same(Codes.plain(identifier), Codes.plain(held.identifier()))
                & same(Codes.name(name), Codes.name(held.name()))
                & same(day(birthDate), day(held.birthDate()))
                & same(Codes.digits(personalNumber), Codes.digits(held.personalNumber()))
                & same(Codes.plain(confirmationCode), Codes.plain(held.confirmationCode()));
    }

    private static String day(String typed) {
        return BirthDays.read(typed).map(Object::toString).orElse("");
    }

    /// What is empty is equal to nothing.
    private static boolean same(String asked, String held) {
        return !asked.isEmpty() & !held.isEmpty() & MessageDigest.isEqual(digest(asked), digest(held));
    }

    private static byte[] digest(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    /// An item that cannot be one, before anything is looked up: it is missing, or is no date.
    Optional<String> unfit(Item item) {
        String typed = of(item);
        if (item == Item.BIRTH_DATE && !typed.isBlank() && BirthDays.read(typed).isEmpty()) {
            return Optional.of("items.date.unread");
        }
        boolean nothing = switch (item) {
            case IDENTIFIER, CONFIRMATION_CODE -> Codes.plain(typed).isEmpty();
            case PERSONAL_NUMBER -> Codes.digits(typed).isEmpty();
            case NAME, BIRTH_DATE -> typed.isBlank();
        };
        return nothing ? Optional.of("items.missing") : Optional.empty();
    }

    String of(Item item) {
        return switch (item) {
            case IDENTIFIER -> identifier;
            case NAME -> name;
            case BIRTH_DATE -> birthDate;
            case PERSONAL_NUMBER -> personalNumber;
            case CONFIRMATION_CODE -> confirmationCode;
        };
    }

    /// Never shows an item, so that no log of the program holds them.
    @Override
    public String toString() {
        return "TypedItems";
    }
}
