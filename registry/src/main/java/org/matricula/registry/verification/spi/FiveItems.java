package org.matricula.registry.verification.spi;

/// What a record is looked up by, as it was signed.
///
/// @param identifier the number of the record
/// @param name the full name
/// @param birthDate the date of birth as `2016-03-08`
/// @param personalNumber the personal identification number
/// @param confirmationCode the code that is printed on the paper
public record FiveItems(
        String identifier, String name, String birthDate, String personalNumber, String confirmationCode) {
    /// Items that nobody can type: no text is equal to an empty one.
    public static final FiveItems NONE = new FiveItems("", "", "", "", "");

    /// Never shows an item, so that no log of the program holds them.
    @Override
    public String toString() {
        return "FiveItems";
    }
}
