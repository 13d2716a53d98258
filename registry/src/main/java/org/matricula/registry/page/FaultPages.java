package org.matricula.registry.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Every refusal that no page of its own explains: no such page, not allowed, too large, our fault. The container sends
/// all of them here, those of the filters too. A person gets a page in the shell, a program problem details (RFC 9457)
/// in the same words; neither ever gets the cause.
@Controller
final class FaultPages implements ErrorController {
    /// The statuses with words of their own; another one borrows those of its family.
    private static final Set<Integer> SAID = Set.of(400, 403, 404, 405, 413, 429, 500, 503);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages pages;

    FaultPages(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> fault(HttpServletRequest request) {
        HttpStatus status = status(request);
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String address = asked == null ? "/" : asked.toString();
        Page page = pages.page(request).at(address);
        String number = Optional.ofNullable(request.getAttribute(LastResort.NUMBER))
                .map(Object::toString)
                .orElse("");
        return forProgram(request, page.path()) ? problem(page, status, number) : shown(page, status, number);
    }

    private ResponseEntity<byte[]> shown(Page page, HttpStatus status, String number) {
        return pages.show(
                status, "page/fault.jte", page, Map.of("status", status.value(), "key", key(status), "number", number));
    }

    private static ResponseEntity<byte[]> problem(Page page, HttpStatus status, String number) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "about:blank");
        body.put("title", page.shellSay(key(status) + ".title"));
        body.put("status", status.value());
        body.put("detail", page.shellSay(key(status) + ".text"));
        if (!number.isEmpty()) {
            body.put("number", number);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, page.language().code())
                .header(HttpHeaders.VARY, "Accept, Accept-Language, Cookie")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writeValueAsBytes(body));
    }

    /// A page that is asked for by itself, without a fault, is not there.
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(code instanceof Integer number)) {
            return HttpStatus.NOT_FOUND;
        }
        HttpStatus status = HttpStatus.resolve(number);
        return status == null || !status.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /// The key of the words of a status.
    static String key(HttpStatus status) {
        int said = SAID.contains(status.value()) ? status.value() : status.is4xxClientError() ? 400 : 500;
        return "fault." + said;
    }

    /// Whether a program asks: by the address of the interface, or by naming JSON before any kind of page.
    private static boolean forProgram(HttpServletRequest request, String path) {
        if (path.startsWith("/api/")) {
            return true;
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return accepted.stream()
                    .filter(type -> isJson(type) || type.getType().equals("text"))
                    .max(Comparator.comparingDouble(MediaType::getQualityValue))
                    .filter(FaultPages::isJson)
                    .isPresent();
        } catch (InvalidMediaTypeException _) {
            return false; // who cannot say what it wants gets a page
        }
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }
}
