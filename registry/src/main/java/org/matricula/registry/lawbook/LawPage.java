package org.matricula.registry.lawbook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.matricula.law.Sentence;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What all pages of the lawbook share: their words, and how a sentence in two languages is shown to a reader of four.
@Component
final class LawPage {
    private final Pages pages;
    private final Texts texts = Texts.load("lawbook");

    LawPage(Pages pages) {
        this.pages = pages;
    }

    /// The servlet container cannot read the query of an address, for example `?lang=%zz`.
    static final class UnreadableAddress extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The page for a request.
    ///
    /// @throws UnreadableAddress when its query cannot be read
    Page page(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (IllegalStateException _) {
            throw new UnreadableAddress(); // the container complains once; the page that says so can be made
        }
        return pages.page(request, texts);
    }

    /// The same page under an address of its own, which the links to the other languages keep.
    static Page at(Page page, String address) {
        return page.at(address);
    }

    ResponseEntity<byte[]> show(HttpStatus status, String template, Page page, Map<String, Object> values) {
        return pages.show(status, "lawbook/" + template + ".jte", page, values);
    }

    /// Says that there is no such thing here, and what there is.
    ResponseEntity<byte[]> missing(Page page, String what, Map<String, String> instead) {
        return show(HttpStatus.NOT_FOUND, "missing", page, Map.of("what", what, "instead", instead));
    }

    /// The language in which a sentence of the regulation is shown: the reader's if the regulation speaks it, else
    /// English.
    static String spoken(Language reader, String regulation) {
        return reader.code().equals(regulation) ? regulation : Language.EN.code();
    }

    /// Says in which language the sentences of a regulation are shown to a reader who speaks neither English nor the
    /// language of the regulation; empty for all others.
    static String foreign(Page page, String regulation) {
        String reader = page.language().code();
        return reader.equals("en") || reader.equals(regulation)
                ? ""
                : page.say(
                        "law.spoken",
                        Locale.of(regulation).getDisplayLanguage(page.language().locale()));
    }

    /// A sentence of the regulation for the reader.
    static Told told(Page page, Sentence sentence, String regulation) {
        String spoken = spoken(page.language(), regulation);
        return new Told(sentence.in(spoken), spoken.equals(page.language().code()) ? null : spoken);
    }
}
