package org.matricula.law.desk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Edition;
import org.matricula.law.Pack;
import org.matricula.law.Sentence;
import org.matricula.law.corpus.EditionDates;
import org.matricula.law.json.Json;
import org.matricula.law.time.CalendarDecisions;

/// Where every decision of every pack is asked for, by id, with facts as JSON. The command line, the HTTP interface
/// and the pages all stand at this desk, so they cannot differ.
///
/// Safe for use by many threads; make one and keep it, for it reads the facts records and corpora once.
public final class DecisionDesk {
    private static final Set<String> LANGUAGES = Set.of("en", "vi", "kk", "ru");
    private static final int MOST_SUGGESTIONS = 3;

    /// A decision and the zone of its country.
    private record Placed(Decision<?, ?> decision, ZoneId zone) {}

    private final Map<String, Placed> decisions = new LinkedHashMap<>();
    private final ConcurrentHashMap<String, Desked<?, ?>> desked = new ConcurrentHashMap<>();
    private final List<Pack> packs;
    private final ClauseIndex clauses;
    private final int largestFacts;

    /// A desk for the given packs.
    ///
    /// @throws IllegalArgumentException when two decisions have one id
    public DecisionDesk(List<? extends Pack> packs) {
        this.packs = List.copyOf(packs);
        this.clauses = new ClauseIndex(this.packs);
        for (Pack pack : packs) {
            pack.decisions().forEach(decision -> add(decision, zone(pack.country())));
        }
        CalendarDecisions.over(packs).forEach(decision -> add(decision, ZoneOffset.UTC));
        this.largestFacts = decisions.values().stream()
                .mapToInt(placed -> placed.decision().largestFacts())
                .max()
                .orElse(0);
    }

    /// A desk for every pack on the class path, ordered by country.
    ///
    /// @throws IllegalArgumentException when the days of editions that were set for this program are not as they
    ///     must be
    public static DecisionDesk ofServices() {
        List<Pack> found = new ArrayList<>();
        ServiceLoader.load(Pack.class).forEach(found::add);
        List<String> order = List.of("VN", "KZ", "RU");
        found.sort((a, b) -> Integer.compare(order.indexOf(a.country()), order.indexOf(b.country())));
        DecisionDesk desk = new DecisionDesk(found);
        EditionDates dates = EditionDates.ofProcess();
        if (!dates.byEdition().isEmpty()) {
            dates.check(desk.corpora());
        }
        return desk;
    }

    /// A decision in the list.
    ///
    /// @param regulation the id of the regulation asked
    public record Listed(String id, Sentence title, String regulation) {}

    /// The editions whose days this installation has set otherwise than the corpus.
    public List<Edition> datedHere() {
        return corpora().stream()
                .flatMap(corpus -> corpus.regulation().editions().stream())
                .filter(edition -> edition.builtIn() != null)
                .toList();
    }

    /// The packs of this desk.
    public List<Pack> packs() {
        return packs;
    }

    /// Every corpus: those of the packs, then the conventions of counting days.
    public List<Corpus> corpora() {
        return clauses.all();
    }

    /// Every decision, in the order of the packs and their catalogues.
    public List<Listed> list() {
        return decisions.values().stream()
                .map(Placed::decision)
                .map(d -> new Listed(d.id(), d.title(), d.regulation().id()))
                .toList();
    }

    /// The decision of the id.
    public Optional<Decision<?, ?>> decision(String id) {
        return Optional.ofNullable(decisions.get(id)).map(Placed::decision);
    }

    /// The facts a decision takes, as JSON Schema; empty when there is no such decision.
    public Optional<String> schema(String id) {
        return Optional.ofNullable(ready(id)).map(d -> ResultJson.pretty(FactsSchema.of(d)));
    }

    /// Decides on facts given as JSON text. Any text gives a result.
    ///
    /// @param language the language in which the result will be shown; every result holds English too
    public Result decide(String id, String facts, String language) {
        Desked<?, ?> desked = ready(id);
        return desked == null ? unknown(id) : desked.decide(facts, language);
    }

    /// Decides on facts given as bytes, which must be UTF-8; a byte order mark before them is passed over.
    ///
    /// @param language the language in which the result will be shown; every result holds English too
    public Result decide(String id, byte[] facts, String language) {
        Desked<?, ?> desked = ready(id);
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
        Desked<?, ?> desked = ready(id);
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
        Desked<?, ?> desked = ready(id);
        return desked == null ? unknown(id) : desked.decide(facts, repeatedKeys, length, language);
    }

    /// The largest facts that any decision takes, in bytes.
    public int largestFacts() {
        return largestFacts;
    }

    /// The largest facts that a decision takes, in bytes; 0 when there is no such decision.
    public int largestFacts(String id) {
        return decision(id).map(Decision::largestFacts).orElse(0);
    }

    /// Whether the language is one of those that answers can be asked in.
    public static boolean speaks(String language) {
        return LANGUAGES.contains(language);
    }

    private Result unknown(String id) {
        return new Result.UnknownDecision(id, Near.nearest(id, decisions.keySet(), MOST_SUGGESTIONS));
    }

    private void add(Decision<?, ?> decision, ZoneId zone) {
        if (decisions.put(decision.id(), new Placed(decision, zone)) != null) {
            throw new IllegalArgumentException("two decisions have the id " + decision.id());
        }
    }

    /// The decision made ready; null when there is none of the id.
    private @Nullable Desked<?, ?> ready(String id) {
        Placed placed = decisions.get(id);
        return placed == null
                ? null
                : desked.computeIfAbsent(id, _ -> Desked.of(placed.decision(), placed.zone(), clauses));
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
