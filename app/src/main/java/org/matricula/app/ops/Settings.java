package org.matricula.app.ops;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.matricula.registry.signing.RemoteService;
import org.matricula.registry.transparency.Witnesses;
import org.matricula.verifier.merkle.VerifierKey;

/// Every environment variable that a node understands. A name or a value that it does not understand stops the start: a
/// setting that is passed over in silence is a trap for whoever made it.
public enum Settings {
    /// A JDBC address of PostgreSQL; without it the embedded database is used.
    MATRICULA_DB_URL(Kind.POSTGRESQL),
    /// The owner of the schemas.
    MATRICULA_DB_USER(Kind.TEXT),
    /// The owner's password.
    MATRICULA_DB_PASSWORD(Kind.TEXT),
    /// How many connections at once.
    MATRICULA_DB_CONNECTIONS(Kind.CONNECTIONS),
    /// The address of this register as the public knows it.
    MATRICULA_ADDRESS(Kind.WEB),
    /// The address for passkeys, where it differs.
    MATRICULA_PUBLIC_ADDRESS(Kind.WEB),
    /// The trust list.
    MATRICULA_TRUST(Kind.FILE),
    /// The folder of the institutions' keys.
    MATRICULA_KEYS(Kind.FOLDER),
    /// The password of their PKCS #12 files.
    MATRICULA_KEYS_PASSWORD(Kind.TEXT),
    /// The PIN of those on a token or at a signing service.
    MATRICULA_KEYS_PIN(Kind.TEXT),
    /// What lets the register in at the service.
    MATRICULA_KEYS_SECRET(Kind.TEXT),
    /// The remote signing service at which people's keys may live.
    MATRICULA_SIGNING_SERVICE(Kind.SIGNING_SERVICE),
    /// This register's OAuth 2.0 client there.
    MATRICULA_SIGNING_CLIENT(Kind.TEXT),
    /// The client's secret, or a bearer token.
    MATRICULA_SIGNING_SECRET(Kind.TEXT),
    /// A time-stamp authority (RFC 3161).
    MATRICULA_TSA_URL(Kind.WEB),
    /// The level of the institution's seals: `B`, `T` or `LT`.
    MATRICULA_SEAL_LEVEL(Kind.LEVEL),
    /// The level of people's signatures.
    MATRICULA_PERSON_LEVEL(Kind.LEVEL),
    /// `true` asks about revocation where certificates say, when a verified file does not bring the answer along.
    MATRICULA_ASK_REVOCATION(Kind.YES_OR_NO),
    /// The name of the transparency log.
    MATRICULA_LOG_ORIGIN(Kind.TEXT),
    /// Who is asked to cosign the log: pairs of an address and a key.
    MATRICULA_WITNESSES(Kind.WITNESSES),
    /// The keys of others' logs that this node cosigns.
    MATRICULA_WITNESS_FOR(Kind.LOG_KEYS),
    /// `text` or `json`.
    MATRICULA_LOG(Kind.LOG),
    /// What a collector of metrics has to show.
    MATRICULA_METRICS_TOKEN(Kind.TOKEN),
    /// A file with the days on which editions of regulations begin and end, where they differ from the built-in ones.
    MATRICULA_EDITIONS(Kind.FILE),
    /// `true` starts without demo data.
    MATRICULA_EMPTY(Kind.YES_OR_NO),
    /// How far the JVM compiles: 1 starts sooner, 4 runs faster.
    MATRICULA_TIER(Kind.TIER),
    /// Any value: stack traces behind the words of the command line.
    MATRICULA_TRACE(Kind.TEXT);

    private static final String PREFIX = "MATRICULA_";
    private static final Set<String> LEVELS = Set.of("B", "T", "LT");

    private final Kind kind;

    Settings(Kind kind) {
        this.kind = kind;
    }

    private enum Kind {
        POSTGRESQL,
        TEXT,
        CONNECTIONS,
        WEB,
        FILE,
        FOLDER,
        SIGNING_SERVICE,
        LEVEL,
        WITNESSES,
        LOG_KEYS,
        LOG,
        TOKEN,
        YES_OR_NO,
        TIER
    }

    /// Checks everything in an environment that bears our name.
    ///
    /// @throws BadSetting with every problem at once
    public static void check(Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX)) {
                known(name)
                        .ifPresentOrElse(
                                setting ->
                                        setting.problem(environment.get(name)).ifPresent(problems::add),
                                () -> problems.add(
                                        "there is no setting %s; there are %s".formatted(name, List.of(values()))));
            }
        }
        if (environment.containsKey("MATRICULA_DB_USER") && !environment.containsKey("MATRICULA_DB_URL")) {
            problems.add("MATRICULA_DB_USER is given without MATRICULA_DB_URL: the embedded database needs no user");
        }
        if (environment.containsKey("MATRICULA_SIGNING_SERVICE")
                && environment.getOrDefault("MATRICULA_SIGNING_SECRET", "").isBlank()) {
            problems.add(
                    "MATRICULA_SIGNING_SERVICE is given without MATRICULA_SIGNING_SECRET: the service lets nobody in"
                            + " without one");
        }
        if (!environment.getOrDefault("MATRICULA_KEYS", "").isBlank()
                && environment.getOrDefault("MATRICULA_TSA_URL", "").isBlank()
                && !(environment.getOrDefault("MATRICULA_SEAL_LEVEL", "LT").equals("B")
                        && environment
                                .getOrDefault("MATRICULA_PERSON_LEVEL", "B")
                                .equals("B"))) {
            problems.add("MATRICULA_KEYS is given without MATRICULA_TSA_URL: seals are at level LT, which wants a"
                    + " time-stamp authority; name one, or set MATRICULA_SEAL_LEVEL=B");
        }
        if (!problems.isEmpty()) {
            throw new BadSetting(String.join("\n", problems));
        }
    }

    private static Optional<Settings> known(String name) {
        return List.of(values()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private Optional<String> problem(String value) {
        Optional<String> wanted = switch (kind) {
            case TEXT -> Optional.empty();
            case POSTGRESQL ->
                unless(value.startsWith("jdbc:postgresql:"), "a JDBC address: jdbc:postgresql://host:5432/name");
            case CONNECTIONS ->
                unless(value.matches("[0-9]{1,3}") && Integer.parseInt(value) >= 2, "a number from 2 to 999");
            case WEB -> unless(isWeb(value), "an address that begins with http:// or https://");
            case FILE -> unless(value.isBlank() || Files.isReadable(Path.of(value)), "a file that can be read");
            case FOLDER -> unless(value.isBlank() || Files.isDirectory(Path.of(value)), "a folder");
            case SIGNING_SERVICE ->
                unless(
                        reads(() ->
                                new RemoteService(URI.create(value), "", "", Optional.empty(), RemoteService.PATIENCE)),
                        "the base of a signing service's addresses, which begins with https://");
            case LEVEL -> unless(LEVELS.contains(value), "B, T or LT");
            case WITNESSES ->
                unless(
                        reads(() -> Witnesses.Address.read(value)),
                        "pairs of address and key, with blanks between them: https://witness.example/witness witness.example+0a1b2c3d+BG...");
            case LOG_KEYS ->
                unless(
                        reads(() -> keys(value)),
                        "keys of logs, with blanks between them: log.example/records+0a1b2c3d+AX...");
            case LOG -> unless(value.equals("text") || value.equals("json"), "text or json");
            case TOKEN -> unless(value.length() >= 16, "at least 16 characters");
            case YES_OR_NO -> unless(value.equals("true") || value.equals("false"), "true or false");
            case TIER -> unless(value.equals("1") || value.equals("4"), "1 or 4");
        };
        return wanted.map(
                what -> "%s is '%s'; it takes %s".formatted(name(), kind == Kind.TOKEN ? "***" : value, what));
    }

    private static List<VerifierKey> keys(String value) {
        return value.isBlank()
                ? List.of()
                : Stream.of(value.strip().split("\\s+")).map(VerifierKey::read).toList();
    }

    private static boolean reads(Supplier<?> reading) {
        try {
            reading.get();
            return true;
        } catch (IllegalArgumentException _) {
            return false; // told in words with its value
        }
    }

    private static Optional<String> unless(boolean good, String wanted) {
        return good ? Optional.empty() : Optional.of(wanted);
    }

    private static boolean isWeb(String value) {
        try {
            URI address = new URI(value);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException _) {
            return false; // told in words with its value
        }
    }
}
