package org.matricula.law.testing.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A remote signing service on the loopback address, as the Cloud Signature Consortium's API (version 2) has it:
/// `info`, `oauth2/token`, `credentials/info`, `credentials/authorize`, `signatures/signHash`. It signs with real
/// keys, signs nothing that was not authorised, and fails when it is told to.
///
/// Values are counted from 1 over the life of the service: `from(23, Trouble.FAILS)` troubles every request in which
/// the 23rd value or a later one would be given, until [#recover()].
public final class TestSigningService implements AutoCloseable {
    /// Who may ask for tokens.
    public static final String CLIENT = "register";
    /// With what.
    public static final String SECRET = "a secret of the register";

    private static final int WRONG_PINS = 3;

    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();
    private final Map<String, Authorised> authorised = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Hold silence = new Hold();

    private int most = 100;
    private int given;
    private int tokens;
    private boolean down;
    private int troubledFrom = Integer.MAX_VALUE;
    private Trouble trouble = Trouble.FAILS;
    private Runnable pace = () -> {};
    private String specs = "2.0.0.2";
    private String mode = "";

    private TestSigningService(HttpServer server) {
        this.server = server;
        serve("/csc/v2/info", this::info);
        serve("/oauth2/token", this::token);
        serve("/csc/v2/credentials/info", let(this::credential));
        serve("/csc/v2/credentials/authorize", let(this::authorize));
        serve("/csc/v2/signatures/signHash", let(this::sign));
        server.setExecutor(threads);
        server.start();
    }

    /// A service that holds no key yet.
    public static TestSigningService start() {
        try {
            return new TestSigningService(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it is: what a register is told as the address of the service.
    public URI address() {
        return URI.create(root() + "/csc/v2");
    }

    private String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Takes a key in.
    ///
    /// @param chain its certificate and those above it, nearest first
    /// @param pin what authorises its use; empty for a key whose use the service authorises by itself
    public TestSigningService holding(String credential, PrivateKey key, List<X509Certificate> chain, String pin) {
        credentials.put(credential, new Credential(key, List.copyOf(chain), pin));
        return this;
    }

    /// Takes in the only key of a PKCS #12 file.
    public TestSigningService holding(String credential, byte[] pkcs12, char[] password, String pin) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), password);
            String alias = store.aliases().nextElement();
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate each : store.getCertificateChain(alias)) {
                chain.add((X509Certificate) each);
            }
            return holding(credential, (PrivateKey) store.getKey(alias, password), chain, pin);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a key of the test does not open", e);
        }
    }

    /// Writes into a folder of keys that a role's key is here: `<role>.csc`, and what opens it into `keys.properties`.
    ///
    /// @param role as the file is called, such as `school`
    /// @param seconds how long an answer may take
    public void describe(Path folder, String role, String credential, int seconds) {
        Credential held = Objects.requireNonNull(credentials.get(credential), credential);
        try {
            Files.writeString(
                    folder.resolve(role + ".csc"),
                    "service = %s\ncredential = %s\nclient = %s\ntimeout = %d\n"
                            .formatted(address(), credential, CLIENT, seconds));
            Files.writeString(
                    folder.resolve("keys.properties"),
                    "secret.%s = %s\npin.%s = %s\n".formatted(role, SECRET, role, held.pin()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many values one authorisation covers; 100 unless told.
    public synchronized TestSigningService atMost(int values) {
        most = values;
        return this;
    }

    /// The version that it says it speaks.
    public synchronized TestSigningService speaking(String version) {
        specs = version;
        return this;
    }

    /// The way of authorisation that it says its keys need, whatever they need.
    public synchronized TestSigningService authorisingBy(String way) {
        mode = way;
        return this;
    }

    /// What happens before each value is given, as a step of the test's clock: a service that takes its time.
    public synchronized void pace(Runnable beforeEachValue) {
        pace = beforeEachValue;
    }

    /// Holds every value back until the answer is released.
    public Hold hold() {
        Hold hold = new Hold();
        pace(hold::pass);
        return hold;
    }

    /// Fails from the value with that number on, until [#recover()].
    public synchronized void from(int value, Trouble how) {
        troubledFrom = value;
        trouble = how;
    }

    /// Fails from the next value on, until [#recover()].
    public synchronized void now(Trouble how) {
        from(given + 1, how);
    }

    /// Works again.
    public synchronized void recover() {
        troubledFrom = Integer.MAX_VALUE;
    }

    /// Whether it answers everything with 503.
    public synchronized void down(boolean now) {
        down = now;
    }

    private synchronized boolean down() {
        return down;
    }

    /// Forgets every token that it gave.
    public synchronized void forgetTokens() {
        tokens++;
    }

    /// How many values it has given.
    public synchronized int given() {
        return given;
    }

    /// What it was asked, in order: the end of each address.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        silence.release();
        server.stop(0);
        threads.shutdownNow();
    }

    private record Authorised(String credential, List<String> hashes) {}

    /// @param body the question, as JSON or as a form
    /// @param token what stands behind `Bearer`
    private record Question(String body, @Nullable String token, HttpExchange exchange) {}

    private interface Service {
        /// The answer, or null when the exchange has ended already.
        @Nullable
        Answer answer(Question question) throws IOException;
    }

    private void serve(String path, Service service) {
        server.createContext(path, exchange -> {
            asked.add(path.replaceFirst("^/(csc/v2/)?", ""));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            String token = header == null ? null : header.replaceFirst("^Bearer ", "");
            Answer answer = down()
                    ? Answer.error(503, "temporarily_unavailable", "Come back later")
                    : service.answer(new Question(body, token, exchange));
            if (answer != null) {
                byte[] bytes = json.writeValueAsBytes(answer.body());
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            }
        });
    }

    /// Only with a token that is good.
    private Service let(Service service) {
        return question -> bearer().equals(question.token())
                ? service.answer(question)
                : Answer.error(401, "invalid_token", "The access token is not known");
    }

    private synchronized String bearer() {
        return "token-" + tokens;
    }

    private synchronized Answer info(Question question) {
        return Answer.of(Map.of(
                "specs", specs,
                "name", "Signing service for tests",
                "authType", List.of("oauth2client"),
                "oauth2", root(),
                "methods", List.of("credentials/info", "credentials/authorize", "signatures/signHash")));
    }

    private Answer token(Question question) {
        String client = "client_id=" + CLIENT;
        String secret = "client_secret=" + SECRET.replace(' ', '+');
        List<String> fields = List.of(question.body().split("&"));
        return fields.containsAll(List.of("grant_type=client_credentials", client, secret))
                ? Answer.of(Map.of("access_token", bearer(), "token_type", "Bearer", "expires_in", 3600))
                : Answer.error(400, "invalid_client", "The client is not known");
    }

    private synchronized Answer credential(Question question) {
        Credential held = credentials.get(
                json.readTree(question.body()).path("credentialID").asString(""));
        if (held == null) {
            return Answer.error(400, "invalid_request", "Invalid parameter credentialID");
        }
        String algorithm = held.elliptic() ? "1.2.840.10045.4.3.2" : "1.2.840.113549.1.1.11";
        String way = held.pin().isEmpty() ? "implicit" : "explicit";
        List<Map<String, String>> factors =
                held.pin().isEmpty() ? List.of() : List.of(Map.of("type", "Password", "id", "PIN", "format", "A"));
        return Answer.of(Map.of(
                "key", Map.of("status", "enabled", "algo", List.of(algorithm)),
                "cert",
                        Map.of(
                                "status",
                                "valid",
                                "certificates",
                                held.chain().stream().map(this::base64).toList()),
                "auth", Map.of("mode", mode.isEmpty() ? way : mode, "objects", factors),
                "multisign", most));
    }

    private String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Answer authorize(Question question) {
        JsonNode body = json.readTree(question.body());
        Credential held = credentials.get(body.path("credentialID").asString(""));
        List<String> hashes = texts(body.path("hashes"));
        if (held == null || body.path("numSignatures").asInt(0) != hashes.size() || hashes.size() > most) {
            return Answer.error(400, "invalid_request", "Invalid parameter credentialID or numSignatures");
        }
        if (held.wrong().get() >= WRONG_PINS) {
            return Answer.error(400, "invalid_request", "The PIN is locked");
        }
        String pin = body.path("authData").path(0).path("value").asString("");
        if (troubledBy(Trouble.LOCKS, hashes.size())) {
            return Answer.WRONG_PIN;
        }
        if (!pin.equals(held.pin())) {
            held.wrong().incrementAndGet();
            return Answer.WRONG_PIN;
        }
        held.wrong().set(0);
        String sad = "sad-" + authorised.size();
        authorised.put(sad, new Authorised(body.path("credentialID").asString(), hashes));
        return Answer.of(Map.of("SAD", sad, "expiresIn", 300));
    }

    private synchronized boolean troubledBy(Trouble wanted, int more) {
        return given + more >= troubledFrom && trouble == wanted;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private @Nullable Answer sign(Question question) throws IOException {
        JsonNode body = json.readTree(question.body());
        List<String> hashes = texts(body.path("hashes"));
        Authorised allowed = authorised.get(body.path("SAD").asString(""));
        if (allowed == null
                || !allowed.credential().equals(body.path("credentialID").asString(""))
                || !allowed.hashes().equals(hashes)
                || !body.path("hashAlgorithmOID").asString("").equals("2.16.840.1.101.3.4.2.1")) {
            return Answer.error(400, "invalid_request", "Invalid parameter SAD");
        }
        authorised.put(body.path("SAD").asString(), new Authorised("", List.of()));
        Credential held = credentials.get(allowed.credential());
        if (held == null) {
            return Answer.error(400, "invalid_request", "Invalid parameter credentialID");
        }
        List<String> values = new ArrayList<>();
        for (String hash : hashes) {
            pace().run();
            byte[] digest = Base64.getDecoder().decode(hash);
            if (troubledBy(Trouble.MISSIGNS, values.size() + 1)) {
                digest[0] ^= 1;
            }
            values.add(Base64.getEncoder().encodeToString(held.value(digest)));
        }
        return answered(values, question.exchange());
    }

    private synchronized Runnable pace() {
        return pace;
    }

    private @Nullable Answer answered(List<String> values, HttpExchange exchange) throws IOException {
        boolean troubled;
        Trouble how;
        synchronized (this) {
            troubled = given + values.size() >= troubledFrom;
            how = trouble;
            given += troubled && how != Trouble.MISSIGNS ? 0 : values.size();
        }
        if (!troubled) {
            return Answer.of(Map.of("signatures", values));
        }
        return how.answer(values, exchange, silence);
    }
}
