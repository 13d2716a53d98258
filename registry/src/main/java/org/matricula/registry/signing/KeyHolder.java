package org.matricula.registry.signing;

import java.text.Normalizer;

/// Who is to hold a key.
///
/// @param role as whom it signs
/// @param name the person's name, or the institution's
/// @param staffId the person's number in the institution; may be empty
public record KeyHolder(KeyRole role, String name, String staffId) {
    public KeyHolder {
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (name.isBlank()) {
            throw new IllegalArgumentException("the holder of the key '" + role.fileName() + "' has no name");
        }
    }
}
