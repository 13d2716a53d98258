package org.matricula.registry.directory.flows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Role;
import org.springframework.stereotype.Component;

/// Reads who did, was refused and looked at what. Reading it is a look too, and leaves its own line.
@Component
@Act(
        value = "read-journal",
        by = {Role.PRINCIPAL, Role.INSPECTOR, Role.HOMEROOM_TEACHER})
public final class ReadJournalFlow {
    private final Office office;
    private final Journal journal;

    ReadJournalFlow(Office office, Journal journal) {
        this.office = office;
        this.journal = journal;
    }

    /// What is read of the journal.
    ///
    /// @param classId lines about this class, or through which a pupil of it is read; the whole school when empty
    /// @param pupil lines about this pupil
    /// @param before only lines before this one; [Long#MAX_VALUE] for the newest
    public record Question(
            Optional<UUID> classId, Optional<UUID> pupil, Set<Journal.Kind> kinds, long before, int most) {
        public Question {
            kinds = Set.copyOf(kinds);
        }
    }

    /// Reads lines, the newest first.
    public Outcome<List<Journal.Line>> run(Actor actor, Institution institution, Question question) {
        Place place = question.classId().map(institution.place()::ofClass).orElse(institution.place());
        return office.look(ReadJournalFlow.class, actor, place, (_, notes) -> {
            question.pupil().ifPresent(notes::about);
            UUID school = institution.id();
            if (question.pupil().isPresent()) {
                return journal.aboutPupil(
                        school, question.pupil().get(), question.kinds(), question.before(), question.most());
            }
            return question.classId()
                    .map(of -> journal.aboutClass(school, of, question.kinds(), question.before(), question.most()))
                    .orElseGet(() ->
                            journal.aboutInstitution(school, question.kinds(), question.before(), question.most()));
        });
    }
}
