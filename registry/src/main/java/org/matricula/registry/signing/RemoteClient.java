package org.matricula.registry.signing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.Signer.SigningFailed;
import org.matricula.verifier.signature.Signer.SigningFailed.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a remote signing service by the API of the Cloud Signature Consortium, version 2. Whatever comes instead of an
/// answer is a [SigningFailed] with its reason; no message holds a secret. Safe to share between threads.
final class RemoteClient {
    /// The values of a thousand signatures take a quarter of it.
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_WORDS = 200;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final String JSON = "application/json";
    /// The functions that ask the holder.
    private static final List<String> OPENING = List.of("credentials/authorize", "signatures/signHash");
    /// How services name what opens a key, in the code of an error (`invalid_pin`) or in its words.
    private static final Pattern LOCK = Pattern.compile("(?i)(?<![a-z])(pin|otp|authdata|password)(?![a-z])");

    private final JsonMapper json = new JsonMapper();
    private final RemoteService service;
    private final HttpClient http;
    /// What the service lets in for the time being; it says itself when that is over.
    private volatile Optional<String> token = Optional.empty();
    /// What the service says of itself, asked once.
    private volatile Optional<JsonNode> info = Optional.empty();

    RemoteClient(RemoteService service) {
        this.service = service;
        this.http = HttpClient.newBuilder()
                .connectTimeout(service.patience().compareTo(TO_CONNECT) < 0 ? service.patience() : TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// A key at the service.
    ///
    /// @throws KeyProblem when the service speaks another version, does not know the key, or it is not one to sign
    ///     with
    /// @throws SigningFailed when the service cannot be reached
    RemoteCredential credential(String id) {
        return described(id).credential();
    }

    /// A key at the service, with what it said.
    ///
    /// @param answer JSON
    record Described(RemoteCredential credential, String answer) {}

    /// The same with the service's own words, to be kept.
    Described described(String id) {
        String name = "key '" + id + "' of " + service;
        try {
            String specs = info().path("specs").asString("");
            if (!specs.startsWith("2.")) {
                throw new KeyProblem("%s speaks version '%s' of its interface, and this register version 2"
                        .formatted(service, specs));
            }
            Map<String, Object> question = Map.of("credentialID", id, "certificates", "chain", "authInfo", true);
            JsonNode answer = call("credentials/info", question);
            return new Described(RemoteCredential.of(id, answer, name), answer.toString());
        } catch (SigningFailed failed) {
            if (failed.reason() == Reason.UNREACHABLE) {
                throw failed;
            }
            throw new KeyProblem(name + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    /// Values over digests, one authorisation for all.
    ///
    /// @param digests no more than the key signs at once
    /// @param pin what its holder typed; empty when the service asks the holder by itself
    /// @return as many values as digests, as the service gave them
    List<byte[]> sign(RemoteCredential credential, List<byte[]> digests, String pin) {
        List<String> hashes =
                digests.stream().map(Base64.getEncoder()::encodeToString).toList();
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("credentialID", credential.id());
        wish.put("numSignatures", hashes.size());
        wish.put("hashes", hashes);
        wish.put("hashAlgorithmOID", SHA256);
        credential.pin().ifPresent(factor -> wish.put("authData", List.of(Map.of("id", factor, "value", pin))));
        JsonNode authorised = call("credentials/authorize", wish);
        Map<String, Object> question = Map.of(
                "credentialID",
                credential.id(),
                "SAD",
                demand(authorised, "SAD"),
                "hashes",
                hashes,
                "hashAlgorithmOID",
                SHA256,
                "signAlgo",
                credential.signAlgo(),
                "operationMode",
                "S");
        return values(call("signatures/signHash", question).path("signatures"), hashes.size());
    }

    private List<byte[]> values(JsonNode signatures, int wanted) {
        List<byte[]> values = new ArrayList<>();
        try {
            for (JsonNode each : signatures) {
                values.add(Base64.getMimeDecoder().decode(each.asString("")));
            }
        } catch (IllegalArgumentException e) {
            throw failed(Reason.BROKEN, "gives values that are none", e);
        }
        if (values.size() != wanted) {
            throw failed(Reason.BROKEN, "gives %d values for %d".formatted(values.size(), wanted), null);
        }
        return values;
    }

    private JsonNode info() {
        Optional<JsonNode> known = info;
        if (known.isEmpty()) {
            known = Optional.of(read("info", post(service.at("info"), JSON, "{}", Optional.empty())));
            info = known;
        }
        return known.get();
    }

    /// One function of the service. A token that it no longer knows is renewed, once.
    private JsonNode call(String function, Map<String, Object> question) {
        String body = json.writeValueAsString(question);
        String shown = token();
        HttpResponse<byte[]> answer = post(service.at(function), JSON, body, Optional.of(shown));
        if (answer.statusCode() == 401 && !service.client().isEmpty()) {
            token = Optional.empty();
            answer = post(service.at(function), JSON, body, Optional.of(token()));
        }
        return read(function, answer);
    }

    private String token() {
        if (service.client().isEmpty()) {
            return service.secret();
        }
        Optional<String> known = token;
        if (known.isEmpty()) {
            known = Optional.of(newToken());
            token = known;
        }
        return known.get();
    }

    private String newToken() {
        URI place = service.tokens().orElseGet(this::tokenPlace);
        String form = "grant_type=client_credentials&scope=service&client_id=%s&client_secret=%s"
                .formatted(encoded(service.client()), encoded(service.secret()));
        HttpResponse<byte[]> answer = post(place, "application/x-www-form-urlencoded", form, Optional.empty());
        return demand(read("oauth2/token", answer), "access_token");
    }

    private URI tokenPlace() {
        String base = info().path("oauth2").asString(service.address().toString());
        try {
            URI place = URI.create(base.replaceAll("/+$", "") + "/oauth2/token");
            RemoteService.demandSafe(place);
            return place;
        } catch (IllegalArgumentException e) {
            throw failed(Reason.BROKEN, "names a place for tokens that cannot be used: " + words(base), e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String demand(JsonNode answer, String name) {
        String value = answer.path(name).asString("");
        if (value.isEmpty()) {
            throw failed(Reason.BROKEN, "answers without '" + name + "'", null);
        }
        return value;
    }

    /// Sends, and waits for the whole answer no longer than the service is given.
    private HttpResponse<byte[]> post(URI place, String type, String body, Optional<String> bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(place)
                .header("Content-Type", type)
                .header("Accept", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        bearer.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(service.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed(
                    Reason.UNREACHABLE,
                    "did not answer within %d seconds"
                            .formatted(service.patience().toSeconds()),
                    e);
        } catch (ExecutionException e) {
            throw failed(Reason.UNREACHABLE, "cannot be reached: " + cause(e), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failed(Reason.UNREACHABLE, "was not waited for, since the register stops", e);
        }
    }

    private static String cause(ExecutionException e) {
        return e.getCause() instanceof IOException io
                ? io.getClass().getSimpleName() + (io.getMessage() == null ? "" : ", " + io.getMessage())
                : String.valueOf(e.getCause());
    }

    private JsonNode read(String function, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 200) {
            return parsed(answer.body())
                    .orElseThrow(() -> failed(Reason.BROKEN, "answers with something that is no JSON", null));
        }
        if (status < 400) {
            throw failed(Reason.BROKEN, "answers with status " + status + ", which is not followed", null);
        }
        if (status >= 500 || status == 408 || status == 429) {
            throw failed(Reason.UNREACHABLE, "answers with status " + status, null);
        }
        JsonNode said = parsed(answer.body()).orElseGet(json::createObjectNode);
        String error = said.path("error").asString("status " + status);
        String described = said.path("error_description").asString("");
        throw OPENING.contains(function)
                        && LOCK.matcher(error + " " + described).find()
                ? failed(Reason.LOCKED, "does not accept the PIN, or has locked the key", null)
                : failed(Reason.REFUSED, "refuses: " + words(error + " " + described), null);
    }

    private Optional<JsonNode> parsed(byte[] body) {
        try {
            return Optional.of(json.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty(); // whoever asked says what that means
        }
    }

    /// Words of somebody else, short and on one line.
    private static String words(String said) {
        String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS) + "…";
    }

    @Override
    public String toString() {
        return service.toString();
    }

    private SigningFailed failed(Reason reason, String what, @Nullable Throwable cause) {
        return new SigningFailed(reason, service + " " + what, cause);
    }
}
