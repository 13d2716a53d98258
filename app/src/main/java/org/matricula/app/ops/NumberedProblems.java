package org.matricula.app.ops;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Writes the number of the request into every problem (RFC 9457) as the member `request`, whichever module made it.
@ControllerAdvice
final class NumberedProblems implements ResponseBodyAdvice<Object> {
    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return ByteArrayHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        // From the answer, not from the log's context: an error that the container dispatches comes after the filters.
        String number = response.getHeaders().getFirst(RequestNumbers.HEADER);
        return body instanceof byte[] bytes
                        && number != null
                        && MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(type)
                ? numbered(new String(bytes, StandardCharsets.UTF_8), number).getBytes(StandardCharsets.UTF_8)
                : body;
    }

    /// As the last member, so that the rest stays byte for byte what its module wrote.
    static String numbered(String problem, String number) {
        int end = problem.lastIndexOf('}');
        String members = end < 0 ? "" : problem.substring(0, end).stripTrailing();
        return members.length() < 2 || members.contains("\"request\"")
                ? problem
                : members + ",\n  \"request\" : \"" + number + "\"\n}" + problem.substring(end + 1);
    }
}
