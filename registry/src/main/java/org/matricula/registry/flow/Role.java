package org.matricula.registry.flow;

/// In what capacity a person acts. A role says nothing by itself: a [Mandate] gives it at an institution and for a
/// time, and the annotation [Act] of each act names the roles that may carry it out.
public enum Role {
    /// The school's office: pupils, classes, assignments, entry windows.
    OFFICE,
    /// Teaches a subject in a class: enters its results and signs them.
    SUBJECT_TEACHER,
    /// Leads a class: qualities, competences, the consolidated result, and its signature.
    HOMEROOM_TEACHER,
    /// Approves, signs and seals for the school.
    PRINCIPAL,
    /// Manages accounts and certificates, without any right to marks or signatures.
    ADMINISTRATOR,
    /// Reads everything of an institution for a limited time, and changes nothing.
    INSPECTOR
}
