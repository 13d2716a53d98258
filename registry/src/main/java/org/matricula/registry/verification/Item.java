package org.matricula.registry.verification;

/// One of the five items, in the order of the form.
public enum Item {
    IDENTIFIER("identifier"),
    NAME("name"),
    BIRTH_DATE("birthDate"),
    PERSONAL_NUMBER("personalNumber"),
    CONFIRMATION_CODE("confirmationCode");

    private final String field;

    Item(String field) {
        this.field = field;
    }

    /// The name of its field in forms and in JSON.
    public String field() {
        return field;
    }
}
