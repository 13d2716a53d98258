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

/// Every refusal that no page of its own explains: no such page, not allowed, too large, our fault. The container sends
/// all of them here, those of the filters too. A person gets a page in the shell, a program problem details (RFC 9457)
/// in the same words; neither ever gets the cause.
@Controller
final class FaultPages implements ErrorController {
    /// The statuses with words of their own; another one borrows those of its family.
    private static final Set<Integer> SAID = Set.of(400, 403, 404, 405, 413, 429, 500, 503);

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
        Problem problem = Problem.titled(
                status, name(status), page.shellSay(key(status) + ".title"), page.shellSay(key(status) + ".text"));
        return (number.isEmpty() ? problem : problem.with("request", number)).answer(page.language());
    }

    /// What a program tells it apart by.
    private static String name(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "not-allowed";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case CONTENT_TOO_LARGE -> "too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "media-type";
            case TOO_MANY_REQUESTS -> "too-many-tries";
            case SERVICE_UNAVAILABLE -> "busy";
            default -> status.is4xxClientError() ? "bad-request" : "fault";
        };
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
