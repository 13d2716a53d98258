package org.matricula.registry.gradebook.intake.flows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Notes;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.intake.Checked;
import org.matricula.registry.gradebook.intake.Fingerprint;
import org.matricula.registry.gradebook.intake.IntakeDesk;
import org.matricula.registry.gradebook.intake.IntakeKind;
import org.matricula.registry.gradebook.intake.Plan;
import org.matricula.registry.gradebook.intake.SchoolYears;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.springframework.stereotype.Component;

/// Brings a file and says what it would change. Nothing of it is taken in.
@Act(value = "check-intake", by = Role.OFFICE)
@Refuses({NotYours.class, NotASchoolYear.class, NothingChosen.class})
@Component
public final class CheckIntake {
    private final Office office;
    private final IntakeDesk desk;
    private final IntakeStore store;

    CheckIntake(Office office, IntakeDesk desk, IntakeStore store) {
        this.office = office;
        this.desk = desk;
        this.store = store;
    }

    /// @param school the whole institution
    /// @param fileName as the person's machine calls it; decides nothing
    /// @param bytes whatever was brought; nothing when no file was chosen
    public Outcome<Checked> run(
            Place school, IntakeKind kind, String schoolYear, String fileName, byte[] bytes, Actor actor) {
        return office.act(CheckIntake.class, actor, school, (now, notes) -> {
            if (!SchoolYears.valid(schoolYear)) {
                return Outcome.refused(new NotASchoolYear());
            }
            if (bytes.length == 0) {
                return Outcome.refused(new NothingChosen());
            }
            Upload upload = store.add(
                    school.institution(),
                    kind,
                    schoolYear,
                    shortened(fileName),
                    Fingerprint.of(bytes),
                    bytes,
                    actor,
                    now);
            Checked checked = desk.check(upload, bytes, now);
            store.checked(upload.id(), figures(checked), actor, now);
            noted(checked, notes);
            return new Outcome.Done<>(checked);
        });
    }

    /// Whether a person may bring files at an institution.
    public boolean may(Place school, Actor actor) {
        return office.may(CheckIntake.class, actor, school);
    }

    /// Reads a file that waits again, against the register as it is now. For acts about a file that was brought.
    static Optional<Checked> again(IntakeStore store, IntakeDesk desk, UUID upload, Moment now) {
        return store.find(upload).flatMap(found -> store.bytes(upload).map(bytes -> desk.check(found, bytes, now)));
    }

    /// What the journal keeps of a plan: whom it is about, and figures.
    static void noted(Checked checked, Notes notes) {
        notes.detail("upload", checked.upload().id())
                .detail("kind", checked.upload().kind());
        figures(checked).forEach(notes::detail);
        notes.about(pupils(checked.plan()));
    }

    static Map<String, Integer> figures(Checked checked) {
        Map<String, Integer> figures = new LinkedHashMap<>(checked.plan().counts());
        figures.put("errors", (int)
                checked.remarks().stream().filter(remark -> remark.blocks()).count());
        return figures;
    }

    /// Known pupils of whom the plan shows something.
    private static List<UUID> pupils(Plan plan) {
        return switch (plan) {
            case Plan.Pupils of ->
                java.util.stream.Stream.concat(
                                of.listed().stream().flatMap(each -> each.pupil().stream()),
                                of.unlisted().stream().map(Plan.Unlisted::pupil))
                        .toList();
            case Plan.Teaching _ -> List.of();
        };
    }

    private static String shortened(String name) {
        String last =
                name.replaceAll("\\p{Cc}", "").replaceFirst(".*[/\\\\]", "").strip();
        return last.length() <= 200 ? last : last.substring(last.length() - 200);
    }
}
