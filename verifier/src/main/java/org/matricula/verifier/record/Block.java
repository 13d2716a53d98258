package org.matricula.verifier.record;

import java.util.List;
import java.util.Optional;

/// A part of a record that one person answers for and signs.
///
/// @param id unique in the record: letters, digits, dot, hyphen, underscore; for example `subject.MATHEMATICS`
/// @param label its heading in the language of the record
/// @param by who signs it
/// @param fields its values in order
public record Block(String id, String label, Role by, List<Field> fields) {
    public Block {
        fields = List.copyOf(fields);
    }

    /// The value of a field; empty when the block has no such field.
    public Optional<String> value(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    /// Who signs, in the order of signing.
    public enum Role {
        /// The teacher of one subject or activity signs that block alone.
        SUBJECT,
        /// The homeroom teacher signs the consolidated blocks and every subject signature.
        HOMEROOM,
        /// The principal signs all data and every signature before.
        HEAD,
        /// The institution's seal covers the data, the issue block and every signature before; it closes the record.
        SEAL
    }

    /// One value of a block.
    ///
    /// @param name its name in code, for example `comment`
    /// @param label its heading in the language of the record
    /// @param value the text as signed: Unicode NFC, may be empty, may have line feeds
    public record Field(String name, String label, String value) {}
}
