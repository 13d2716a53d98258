package org.matricula.registry.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The answer to a person or a program whose act was refused, in the same words for both.
@Component
public final class Refused {
    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    /// Problem details (RFC 9457) with every reason; `type` names the first.
    public ResponseEntity<byte[]> problem(HttpServletRequest request, List<Refusal> reasons) {
        Language language = pages.language(request);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", type(reasons.getFirst()));
        body.put("title", texts.get(language, "api.refused"));
        body.put("status", status(reasons).value());
        body.put("detail", String.join(" ", RefusalWords.of(reasons, language)));
        ArrayNode problems = body.putArray("problems");
        for (Refusal reason : reasons) {
            ObjectNode item = problems.addObject();
            item.put("type", type(reason));
            item.put("problem", RefusalWords.of(reason, language));
            ArrayNode clauses = item.putArray("clauses");
            reason.clauses().forEach(clauses::add);
        }
        return ResponseEntity.status(status(reasons))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writeValueAsBytes(body));
    }

    /// 403 when it is the person who may not, or has to show more; 422 when it is what was asked.
    private static HttpStatus status(List<Refusal> reasons) {
        return reasons.stream().anyMatch(reason -> reason instanceof NotYours || reason instanceof SecondFactorNeeded)
                ? HttpStatus.FORBIDDEN
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static String type(Refusal reason) {
        return "urn:matricula:problem:"
                + reason.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT);
    }
}
