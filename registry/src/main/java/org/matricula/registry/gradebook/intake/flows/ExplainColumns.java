package org.matricula.registry.gradebook.intake.flows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.ListReading.Found;
import org.matricula.registry.gradebook.intake.Checked;
import org.matricula.registry.gradebook.intake.IntakeDesk;
import org.matricula.registry.gradebook.intake.IntakeForms;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.matricula.registry.gradebook.spi.Column;
import org.springframework.stereotype.Component;

/// Says what columns of a file mean. It is remembered for the next file of the institution with the same headings.
@Act(value = "explain-intake-columns", by = Role.OFFICE)
@Refuses({NotYours.class, FileNotWaiting.class, HeadingsDiffer.class})
@Component
public final class ExplainColumns {
    private final Office office;
    private final Gradebook gradebook;
    private final Institutions institutions;
    private final IntakeDesk desk;
    private final IntakeStore store;
    private final IntakeForms forms;

    ExplainColumns(
            Office office,
            Gradebook gradebook,
            Institutions institutions,
            IntakeDesk desk,
            IntakeStore store,
            IntakeForms forms) {
        this.office = office;
        this.gradebook = gradebook;
        this.institutions = institutions;
        this.desk = desk;
        this.store = store;
        this.forms = forms;
    }

    /// @param meaning the column key by heading, as compared ([Found#plain()]); an empty text for a column that is
    ///     not
    ///     to be read
    public Outcome<Checked> run(Upload upload, Map<String, String> meaning, Actor actor) {
        return office.act(ExplainColumns.class, actor, gradebook.placeOf(upload.institution()), (now, notes) -> {
            Optional<Checked> before = CheckIntake.again(store, desk, upload.id(), now);
            if (before.isEmpty()) {
                return Outcome.refused(new FileNotWaiting());
            }
            List<String> headings =
                    before.get().reading().headings().stream().map(Found::plain).toList();
            List<String> keys = forms
                    .list(upload.kind(), forms.sheet(institutions.get(upload.institution(), now.date())))
                    .columns()
                    .stream()
                    .map(Column::key)
                    .toList();
            boolean fits = headings.containsAll(meaning.keySet())
                    && meaning.values().stream().allMatch(key -> key.isEmpty() || keys.contains(key));
            if (!fits) {
                return Outcome.refused(new HeadingsDiffer());
            }
            String set = IntakeDesk.setOf(before.get().reading().headingSet());
            Map<String, String> all = new LinkedHashMap<>(store.mapping(upload.institution(), upload.kind(), set));
            all.putAll(meaning);
            store.explain(upload.institution(), upload.kind(), set, all, actor, now);
            notes.detail("columns", meaning.size());
            return new Outcome.Done<>(CheckIntake.again(store, desk, upload.id(), now)
                    .orElseThrow(() -> new IllegalStateException("the file was there a moment ago")));
        });
    }
}
