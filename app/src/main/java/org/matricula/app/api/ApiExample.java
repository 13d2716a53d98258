package org.matricula.app.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// An example of the document as a request.
///
/// @param address path and query
/// @param body what is sent; empty without one
/// @param status the status that comes back
record ApiExample(String method, String address, String contentType, Optional<String> body, int status) {
    /// Reads an entry of `x-examples`.
    static ApiExample of(String method, String path, JsonNode told) {
        StringBuilder address = new StringBuilder(path);
        StringBuilder query = new StringBuilder();
        told.path("parameters").properties().forEach(each -> {
            String value = encoded(each.getValue().asString());
            int at = address.indexOf("{" + each.getKey() + "}");
            if (at >= 0) {
                address.replace(at, at + each.getKey().length() + 2, value);
            } else {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(each.getKey())
                        .append('=')
                        .append(value);
            }
        });
        JsonNode body = told.path("body");
        return new ApiExample(
                method,
                address.append(query).toString(),
                told.path("contentType").asString("application/json"),
                body.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(body.isString() ? body.asString() : body.toString()),
                told.get("status").asInt());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The request as it is typed into a terminal.
    String command(boolean token) {
        StringBuilder command = new StringBuilder("curl");
        if (!method.equals("GET")) {
            command.append(" -X ").append(method);
        }
        if (token) {
            command.append(" -H 'Authorization: Bearer mat_…'");
        }
        body.ifPresent(sent -> command.append(" -H 'Content-Type: ")
                .append(contentType)
                .append("' --data-binary '")
                .append(sent.replace("'", "'\\''"))
                .append("'"));
        return command.append(" 'http://127.0.0.1:8080")
                .append(address)
                .append("'")
                .toString();
    }
}
