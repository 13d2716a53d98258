package org.matricula.registry.lawbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;
import org.matricula.law.Corpus.Treatment;
import org.matricula.law.Edition;
import org.matricula.law.Regulation;
import org.matricula.law.Sentence;
import org.matricula.law.desk.DecisionDesk.Listed;
import org.matricula.registry.lawbook.view.RegulationView;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.page.Page;

/// Puts a regulation into the reader's words.
final class RegulationPrinter {
    private final Page page;
    private final Book book;
    private final Words words;

    RegulationPrinter(Page page, Book book, Words words) {
        this.page = page;
        this.book = book;
        this.words = words;
    }

    /// The regulation with all its clauses.
    RegulationView whole(Corpus corpus) {
        return view(corpus, articles(corpus));
    }

    /// The regulation without its clauses, for a list.
    RegulationView brief(Corpus corpus) {
        return view(corpus, List.of());
    }

    private RegulationView view(Corpus corpus, List<RegulationView.Article> articles) {
        Regulation regulation = corpus.regulation();
        return new RegulationView(
                regulation.id(),
                title(regulation.id(), regulation.title(), regulation.language()),
                page.say("kind." + regulation.kind()),
                book.sources().of(page, regulation.source()),
                LawPage.foreign(page, regulation.language()),
                regulation.editions().stream().map(this::edition).toList(),
                Stream.of(Treatment.values())
                        .map(treatment ->
                                new RegulationView.Count(page.say("treatment." + treatment), count(corpus, treatment)))
                        .filter(count -> count.number() > 0)
                        .toList(),
                corpus.entries().size(),
                articles,
                book.decisions(regulation.id()).stream().map(this::link).toList());
    }

    private static long count(Corpus corpus, Treatment treatment) {
        return corpus.entries().stream()
                .filter(entry -> entry.treatment() == treatment)
                .count();
    }

    /// A link to a decision.
    RegulationView.Link link(Listed listed) {
        String language = book.corpus(listed.regulation())
                .map(corpus -> corpus.regulation().language())
                .orElse("en");
        Told title = title(listed.id(), listed.title(), language);
        return new RegulationView.Link(DecisionAddress.of(listed.id()), title, listed.id());
    }

    /// A title in its own language, else as somebody has given it in the reader's, else in English.
    Told title(String id, Sentence title, String language) {
        return page.language().code().equals(language)
                ? LawPage.told(page, title, language)
                : words.exactly(page.language(), id)
                        .map(Told::own)
                        .orElseGet(() -> LawPage.told(page, title, language));
    }

    private List<RegulationView.Article> articles(Corpus corpus) {
        Map<String, List<RegulationView.Clause>> articles = new LinkedHashMap<>();
        for (Entry entry : corpus.entries()) {
            articles.computeIfAbsent(article(entry), _ -> new ArrayList<>()).add(clause(corpus, entry));
        }
        List<RegulationView.Article> views = new ArrayList<>();
        articles.forEach((name, clauses) -> views.add(
                new RegulationView.Article(heading(corpus.regulation(), name), "a-" + (views.size() + 1), clauses)));
        return List.copyOf(views);
    }

    /// `5(1)(b)` stands in article 5, `9, service centre, part 5` in article 9, `I.5(2)` in I.5.
    private static String article(Entry entry) {
        return entry.article().split("[(,]", 2)[0].strip();
    }

    /// What a bare number is called depends on the country: an article there, a point here.
    private String heading(Regulation regulation, String article) {
        return article.matches("[0-9]+[a-z]?") ? page.say("article." + regulation.language(), article) : article;
    }

    RegulationView.Clause clause(Corpus corpus, Entry entry) {
        Regulation regulation = corpus.regulation();
        return new RegulationView.Clause(
                entry.id(),
                book.address(entry.id()),
                entry.article(),
                LawPage.told(page, entry.text(), regulation.language()),
                page.say("treatment." + entry.treatment()),
                switch (entry.treatment()) {
                    case RULE -> "good";
                    case PERSON_DECIDES -> "warn";
                    case FORM, DUTY, NOT_OURS -> "calm";
                },
                entry.reason() == null
                        ? Told.own("")
                        : new Told(entry.reason(), page.language().code().equals("en") ? null : "en"),
                force(regulation, entry),
                entry.values().entrySet().stream().map(this::figure).toList());
    }

    private String figure(Map.Entry<LocalDate, Integer> figure) {
        return figure.getKey().equals(LocalDate.MIN)
                ? page.say("figure.always", figure.getValue())
                : page.say("figure.from", figure.getValue(), AnswerPrinter.day(page, figure.getKey()));
    }

    private String force(Regulation regulation, Entry entry) {
        Edition first = regulation.editions().getFirst();
        return between(
                entry.from() == null ? first.from() : entry.from(),
                entry.to() == null ? regulation.latest().to() : entry.to());
    }

    private String edition(Edition edition) {
        String here = edition.id() + ": " + between(edition.from(), edition.to());
        Edition builtIn = edition.builtIn();
        return builtIn == null ? here : page.say("force.set", here, between(builtIn.from(), builtIn.to()));
    }

    private String between(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? page.say("force.undated") : page.say("force.until", AnswerPrinter.day(page, to));
        }
        return to == null
                ? page.say("force.open", AnswerPrinter.day(page, from))
                : page.say("force.between", AnswerPrinter.day(page, from), AnswerPrinter.day(page, to));
    }
}
