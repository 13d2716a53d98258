package org.matricula.law.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.Regulation;
import org.matricula.law.corpus.Corpora;
import org.matricula.law.time.CalendarDecisions;

/// The clauses that findings may cite. A corpus is read when the first finding cites it, so that one question on the
/// command line does not read the law of three countries.
final class ClauseIndex {
    private final List<Pack> packs;
    private final ConcurrentHashMap<String, Set<String>> read = new ConcurrentHashMap<>();

    ClauseIndex(List<Pack> packs) {
        this.packs = packs;
    }

    /// Every corpus: those of the packs, then the conventions of counting days.
    List<Corpus> all() {
        List<Corpus> all = new ArrayList<>();
        packs.forEach(pack -> all.addAll(pack.corpora()));
        all.add(CalendarDecisions.corpus());
        return List.copyOf(all);
    }

    /// Whether the clause is in the corpus of its regulation.
    boolean has(Decision<?, ?> decision, String clause) {
        int colon = clause.indexOf(':');
        String regulation = colon < 0 ? clause : clause.substring(0, colon);
        Set<String> known = read.computeIfAbsent(regulation, id -> ids(decision, id));
        return known.contains(clause);
    }

    /// The clause that says from when a regulation applies, else its first clause, else the regulation as a whole.
    String effect(Decision<?, ?> decision) {
        Regulation regulation = decision.regulation();
        if (regulation.effect() != null) {
            return regulation.effect();
        }
        return corpus(decision, regulation.id()).map(Corpus::entries).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(Entry::id)
                .orElse(regulation.id());
    }

    private Set<String> ids(Decision<?, ?> decision, String regulation) {
        return corpus(decision, regulation).map(Corpus::entries).stream()
                .flatMap(List::stream)
                .map(Entry::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Corpus> corpus(Decision<?, ?> decision, String regulation) {
        return Corpora.find(decision.factsType(), regulation)
                .or(() -> all().stream()
                        .filter(corpus -> corpus.regulation().id().equals(regulation))
                        .findFirst());
    }
}
