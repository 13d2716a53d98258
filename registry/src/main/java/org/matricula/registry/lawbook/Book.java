package org.matricula.registry.lawbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.law.Corpus;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.DecisionDesk.Listed;
import org.springframework.stereotype.Component;

/// Everything the desk knows, by its address.
@Component
final class Book {
    private final DecisionDesk desk;
    private final Map<String, Corpus> corpora = new LinkedHashMap<>();
    private final Map<String, Corpus.Entry> clauses = new LinkedHashMap<>();
    private final Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();
    private final Sources sources = Sources.load();

    Book(DecisionDesk desk) {
        this.desk = desk;
        desk.corpora().forEach(corpus -> {
            corpora.put(corpus.regulation().id(), corpus);
            corpus.entries().forEach(entry -> clauses.put(entry.id(), entry));
        });
        desk.packs().forEach(pack -> pack.calendars().forEach(c -> calendars.put(c.country(), c)));
    }

    DecisionDesk desk() {
        return desk;
    }

    /// The names of instruments.
    Sources sources() {
        return sources;
    }

    /// Every regulation, clause by clause.
    List<Corpus> corpora() {
        return List.copyOf(corpora.values());
    }

    /// A regulation by its id, for example `VN55`.
    Optional<Corpus> corpus(String regulation) {
        return Optional.ofNullable(corpora.get(regulation));
    }

    /// A clause by its id, for example `VN55:9.1.a/1`.
    Optional<Corpus.Entry> clause(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    /// The decisions on a regulation.
    List<Listed> decisions(String regulation) {
        return desk.list().stream()
                .filter(listed -> listed.regulation().equals(regulation))
                .toList();
    }

    /// Every calendar, by country.
    Map<String, WorkingCalendar> calendars() {
        return Map.copyOf(calendars);
    }

    /// The address of a clause: `VN55:9.1.a/1` is at `/law/VN55/9.1.a/1`. What is no clause leads to its regulation.
    String address(String clause) {
        int colon = clause.indexOf(':');
        return colon < 0 ? "/law/" + clause : "/law/" + clause.substring(0, colon) + "/" + clause.substring(colon + 1);
    }
}
