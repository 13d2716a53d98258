package org.matricula.law.desk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.Regulation;
import org.matricula.law.Sentence;
import org.matricula.law.json.Json;
import org.matricula.law.time.CalendarDecisions;

/// Where every decision of every pack is asked for, by id, with facts as JSON. The command line, the HTTP interface
/// and the pages all stand at this desk, so they cannot differ.
///
/// Safe for use by many threads; make one and keep it, for it reads the facts records and corpora once.
public final class DecisionDesk {
    private static final Set<String> LANGUAGES = Set.of("en", "vi", "kk", "ru");
    private static final int MOST_SUGGESTIONS = 3;

    private final Map<String, Desked<?, ?>> decisions = new LinkedHashMap<>();
    private final List<Pack> packs;
    private final List<Corpus> corpora;

    /// A desk for the given packs.
    ///
    /// @throws IllegalArgumentException when two decisions have one id, or a facts record cannot be read
    public DecisionDesk(List<? extends Pack> packs) {
        this.packs = List.copyOf(packs);
        Map<String, Corpus> corpora = new LinkedHashMap<>();
        Set<String> clauses = new HashSet<>();
        for (Pack pack : packs) {
            for (Corpus corpus : pack.corpora()) {
                corpora.put(corpus.regulation().id(), corpus);
                corpus.entries().forEach(entry -> clauses.add(entry.id()));
            }
        }
        Corpus days = CalendarDecisions.corpus();
        corpora.put(days.regulation().id(), days);
        days.entries().forEach(entry -> clauses.add(entry.id()));
        this.corpora = List.copyOf(corpora.values());
        for (Pack pack : packs) {
            pack.decisions().forEach(decision -> add(decision, zone(pack.country()), corpora, clauses));
        }
        CalendarDecisions.over(packs).forEach(decision -> add(decision, ZoneOffset.UTC, corpora, clauses));
    }

    /// A desk for every pack on the class path, ordered by country.
    public static DecisionDesk ofServices() {
        List<Pack> found = new ArrayList<>();
        ServiceLoader.load(Pack.class).forEach(found::add);
        List<String> order = List.of("VN", "KZ", "RU");
        found.sort((a, b) -> Integer.compare(order.indexOf(a.country()), order.indexOf(b.country())));
        return new DecisionDesk(found);
    }

    /// A decision in the list.
    ///
    /// @param regulation the id of the regulation asked
    public record Listed(String id, Sentence title, String regulation) {}

    /// The packs of this desk.
    public List<Pack> packs() {
        return packs;
    }

    /// Every corpus: those of the packs, then the conventions of counting days.
    public List<Corpus> corpora() {
        return corpora;
    }

    /// Every decision, in the order of the packs and their catalogues.
    public List<Listed> list() {
        return decisions.values().stream()
                .map(Desked::decision)
                .map(d -> new Listed(d.id(), d.title(), d.regulation().id()))
                .toList();
    }

    /// The decision of the id.
    public Optional<Decision<?, ?>> decision(String id) {
        return Optional.ofNullable(decisions.get(id)).map(Desked::decision);
    }

    /// The facts a decision takes, as JSON Schema; empty when there is no such decision.
    public Optional<String> schema(String id) {
        return Optional.ofNullable(decisions.get(id)).map(d -> ResultJson.pretty(FactsSchema.of(d)));
    }

    /// Decides on facts given as JSON text. Any text gives a result.
    ///
    /// @param language the language in which the result will be shown; every result holds English too
    public Result decide(String id, String facts, String language) {
        Desked<?, ?> desked = decisions.get(id);
        return desked == null ? unknown(id) : desked.decide(facts, language);
    }

    /// Decides on facts given as bytes, which must be UTF-8; a byte order mark before them is passed over.
    ///
    /// @param language the language in which the result will be shown; every result holds English too
    public Result decide(String id, byte[] facts, String language) {
        Desked<?, ?> desked = decisions.get(id);
        if (desked == null) {
            return unknown(id);
        }
        FactsBinder binder = desked.binder(language);
        if (facts.length > desked.decision().largestFacts()) {
            binder.problem("", Say.TOO_LONG, desked.decision().largestFacts());
            return new Result.BadFacts(binder.problems());
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(facts))
                    .toString();
            return desked.decide(text.startsWith("\uFEFF") ? text.substring(1) : text, language);
        } catch (CharacterCodingException _) {
            binder.problem("", Say.NOT_UTF8);
            return new Result.BadFacts(binder.problems());
        }
    }

    /// Decides on facts that are already a record, under the edition that the relevant date picks.
    ///
    /// @param asOf picks the edition where the facts have no relevant date; null for the latest
    /// @throws ClassCastException when the record is not of the decision's facts type
    public Result decide(String id, Record facts, @Nullable LocalDate asOf) {
        Desked<?, ?> desked = decisions.get(id);
        return desked == null ? unknown(id) : desked.decideRecord(facts, asOf);
    }

    /// Answers one line of a batch: `{"decision": ID, "facts": {...}, "lang": "en"}` in, one line of JSON out.
    ///
    /// @param language the language where the line names none
    public String answerLine(String line, String language) {
        BatchLine batch = new BatchLine(line, language);
        return batch.answer(this);
    }

    Result decide(String id, Json facts, List<String> repeatedKeys, int length, String language) {
        Desked<?, ?> desked = decisions.get(id);
        return desked == null ? unknown(id) : desked.decide(facts, repeatedKeys, length, language);
    }

    /// The largest facts that any decision takes, in bytes.
    public int largestFacts() {
        return decisions.values().stream()
                .mapToInt(d -> d.decision().largestFacts())
                .max()
                .orElse(0);
    }

    /// Whether the language is one of those that answers can be asked in.
    public static boolean speaks(String language) {
        return LANGUAGES.contains(language);
    }

    private Result unknown(String id) {
        return new Result.UnknownDecision(id, Near.nearest(id, decisions.keySet(), MOST_SUGGESTIONS));
    }

    private void add(Decision<?, ?> decision, ZoneId zone, Map<String, Corpus> corpora, Set<String> clauses) {
        if (decisions.put(decision.id(), desked(decision, zone, clauses, corpora)) != null) {
            throw new IllegalArgumentException("two decisions have the id " + decision.id());
        }
    }

    private static <F extends Record, A extends Record> Desked<F, A> desked(
            Decision<F, A> decision, ZoneId zone, Set<String> clauses, Map<String, Corpus> corpora) {
        Regulation regulation = decision.regulation();
        Corpus corpus = corpora.get(regulation.id());
        return new Desked<>(decision, Shapes.of(decision.factsType(), zone), clauses, effect(regulation, corpus));
    }

    /// The clause to cite when no edition is in force: what the regulation names, else its first clause.
    private static String effect(Regulation regulation, @Nullable Corpus corpus) {
        if (regulation.effect() != null) {
            return regulation.effect();
        }
        return corpus == null || corpus.entries().isEmpty()
                ? regulation.id()
                : corpus.entries().getFirst().id();
    }

    private static ZoneId zone(String country) {
        return switch (country) {
            case "VN" -> ZoneId.of("Asia/Ho_Chi_Minh");
            case "KZ" -> ZoneId.of("Asia/Almaty");
            case "RU" -> ZoneId.of("Europe/Moscow");
            default -> ZoneOffset.UTC;
        };
    }
}
