package org.matricula.registry.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Problem;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The answer to a person or a program whose act was refused, in the same words for both.
@Component
public final class Refused {
    private final Pages pages;
    private final Texts texts = Texts.load("directory");

    Refused(Pages pages) {
        this.pages = pages;
    }

    /// A page with every reason. When a second factor was wanted, it leads there and back.
    ///
    /// @param back the page from which the person came, which can be asked for by GET
    public ResponseEntity<byte[]> page(HttpServletRequest request, List<Refusal> reasons, String back) {
        var page = pages.page(request, texts).at(back);
        boolean factor = reasons.stream().anyMatch(SecondFactorNeeded.class::isInstance);
        return pages.show(
                status(reasons),
                "directory/refused.jte",
                page,
                Map.of(
                        "reasons",
                        RefusalWords.of(reasons, page.language()),
                        "back",
                        back,
                        "factor",
                        factor ? "/account/strong?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8) : ""));
    }

    /// A problem with every reason; 422 when it is what was asked that does not fit.
    public ResponseEntity<byte[]> problem(HttpServletRequest request, List<Refusal> reasons) {
        return problem(request, reasons, HttpStatus.UNPROCESSABLE_CONTENT, RefusalWords::of);
    }

    /// A problem with every reason: its name is that of the first, and `problems` has each with its clauses.
    ///
    /// @param otherwise the status when it is not the person who may not (403)
    /// @param words what a reason says in a language
    public ResponseEntity<byte[]> problem(
            HttpServletRequest request,
            List<? extends Refusal> reasons,
            HttpStatus otherwise,
            BiFunction<Refusal, Language, String> words) {
        Language language = pages.language(request);
        List<String> said =
                reasons.stream().map(reason -> words.apply(reason, language)).toList();
        List<Map<String, Object>> each = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            Refusal reason = reasons.get(i);
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("type", Problem.type(Problem.name(reason.getClass())));
            told.put("problem", said.get(i));
            told.put("clauses", reason.clauses());
            each.add(told);
        }
        return Problem.of(
                        atTheDoor(reasons) ? HttpStatus.FORBIDDEN : otherwise,
                        Problem.name(reasons.getFirst().getClass()),
                        language,
                        String.join(" ", said))
                .with("problems", each)
                .answer(language);
    }

    private static boolean atTheDoor(List<? extends Refusal> reasons) {
        return reasons.stream().anyMatch(reason -> reason instanceof NotYours || reason instanceof SecondFactorNeeded);
    }

    /// 403 when it is the person who may not, or has to show more; 422 when it is what was asked.
    private static HttpStatus status(List<Refusal> reasons) {
        return atTheDoor(reasons) ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
