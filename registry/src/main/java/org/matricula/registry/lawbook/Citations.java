package org.matricula.registry.lawbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.desk.DecisionDesk;
import org.springframework.stereotype.Component;

/// Which decision may cite which clause, and which code applies it.
///
/// Read from the byte code itself at the first question: what a decision can reach, it can cite. A list kept by hand
/// would be wrong after the next change.
@Component
final class Citations {
    private final DecisionDesk desk;
    private volatile Optional<Map<String, ReachedCode>> read = Optional.empty();

    Citations(DecisionDesk desk) {
        this.desk = desk;
    }

    /// The ids of the clauses that a decision may cite.
    Set<String> of(String decision) {
        return Optional.ofNullable(all().get(decision))
                .map(ReachedCode::clauses)
                .orElse(Set.of());
    }

    /// The places in the code that say they apply a clause, for example `ExamRoute.regularOwn`, in order.
    List<String> places(String clause) {
        TreeSet<String> places = new TreeSet<>();
        all().values().forEach(code -> places.addAll(code.places().getOrDefault(clause, Set.of())));
        return List.copyOf(places);
    }

    private Map<String, ReachedCode> all() {
        if (read.isEmpty()) {
            synchronized (this) {
                if (read.isEmpty()) {
                    read = Optional.of(readAll());
                }
            }
        }
        return read.get();
    }

    private Map<String, ReachedCode> readAll() {
        Set<String> known = new TreeSet<>();
        for (Corpus corpus : desk.corpora()) {
            corpus.entries().forEach(entry -> known.add(entry.id()));
        }
        List<String> scopes = new ArrayList<>();
        for (Pack pack : desk.packs()) {
            scopes.add(pack.getClass().getPackageName());
        }
        Map<String, ReachedCode> all = new LinkedHashMap<>();
        for (DecisionDesk.Listed listed : desk.list()) {
            Decision<?, ?> decision = desk.decision(listed.id()).orElseThrow();
            String own = decision.getClass().getPackageName();
            String scope = scopes.stream()
                    .filter(pack -> own.equals(pack) || own.startsWith(pack + "."))
                    .findFirst()
                    .orElse(own);
            all.put(listed.id(), ReachedCode.from(decision.getClass(), scope, known));
        }
        return Map.copyOf(all);
    }
}
