package org.matricula.verifier.signature;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matricula.verifier.merkle.VerifierKey;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whom a verifier trusts: the roots of certificates, the institutions whose records it knows, and the transparency
/// logs whose proofs count.
///
/// As a file it is `trust.json`:
/// `{"version": 1, "demo": false, "anchors": ["<PEM or Base64 DER>"], "institutions": [{"code": "…", "names": ["…"],
/// "seals": ["<SHA-256 of a seal certificate, hex>"], "stampedFrom": "<day>"}], "logs": ["<C2SP verifier key:
/// origin+number+key>"], "timeStampAuthorities": ["<PEM or Base64 DER>"], "portals": ["<C2SP verifier key>"]}`;
/// `docs/formats/trust-list.md` tells each member.
///
/// @param demo whether its roots are demonstration keys; every verdict then says so
/// @param anchors the root (or issuing) certificates that chains must reach
/// @param institutions the institutions that this register knows
/// @param logs the keys of the transparency logs that proofs must come from, at most one for each origin
/// @param timeStampAuthorities the certificates that chains of time-stamp authorities must reach; when empty, they
///     are the anchors
/// @param portals the keys with which portals sign verdicts; several of one name where a key took another's place
public record TrustList(
        boolean demo,
        List<X509Certificate> anchors,
        List<Institution> institutions,
        List<VerifierKey> logs,
        List<X509Certificate> timeStampAuthorities,
        List<VerifierKey> portals) {
    /// The longest list that is read.
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(65_536)
                            .build())
                    .build())
            .build();

    /// Nobody is trusted: for when there is no list.
    public static final TrustList NONE = new TrustList(false, List.of(), List.of());

    public TrustList {
        anchors = List.copyOf(anchors);
        institutions = List.copyOf(institutions);
        logs = List.copyOf(logs);
        timeStampAuthorities = List.copyOf(timeStampAuthorities);
        portals = List.copyOf(portals);
    }

    /// A list that names no portal.
    public TrustList(
            boolean demo,
            List<X509Certificate> anchors,
            List<Institution> institutions,
            List<VerifierKey> logs,
            List<X509Certificate> timeStampAuthorities) {
        this(demo, anchors, institutions, logs, timeStampAuthorities, List.of());
    }

    /// A list in which the anchors speak for time-stamp authorities too.
    public TrustList(
            boolean demo, List<X509Certificate> anchors, List<Institution> institutions, List<VerifierKey> logs) {
        this(demo, anchors, institutions, logs, List.of());
    }

    /// A list that names no log.
    public TrustList(boolean demo, List<X509Certificate> anchors, List<Institution> institutions) {
        this(demo, anchors, institutions, List.of());
    }

    /// The same list with one more log; with the key given instead of the one that it has for that origin.
    public TrustList withLog(VerifierKey key) {
        List<VerifierKey> all = new ArrayList<>(logs);
        all.removeIf(log -> log.name().equals(key.name()));
        all.add(key);
        return new TrustList(demo, anchors, institutions, all, timeStampAuthorities, portals);
    }

    /// The same list with what a register says of itself. Of institutions that the list does not name it takes nothing:
    /// nobody becomes trusted by saying so.
    ///
    /// @param own the register's institutions; their seals join those that the list names, and their day counts
    ///     where
    ///     the list has none
    /// @param ownPortals keys that join those that the list names
    public TrustList withOwn(List<Institution> own, List<VerifierKey> ownPortals) {
        Map<String, Institution> byCode =
                own.stream().collect(Collectors.toMap(Institution::code, Function.identity(), (first, _) -> first));
        List<Institution> joined = institutions.stream()
                .map(known -> Optional.ofNullable(byCode.get(known.code()))
                        .map(known::joined)
                        .orElse(known))
                .toList();
        List<VerifierKey> all =
                Stream.concat(portals.stream(), ownPortals.stream()).distinct().toList();
        return new TrustList(demo, anchors, joined, logs, timeStampAuthorities, all);
    }

    /// An institution that this register knows.
    ///
    /// @param code its code in the national register
    /// @param names every name that it has had, in Unicode NFC as in records
    /// @param seals SHA-256 of each seal certificate that is its own, in lower-case hexadecimal; when empty, every
    ///     seal certificate that states its code counts
    /// @param stampedFrom records issued on this day or later must carry a time stamp on every seal; empty when
    ///     none
    ///     needs one
    public record Institution(String code, List<String> names, List<String> seals, Optional<LocalDate> stampedFrom) {
        /// An institution whose records need no time stamp.
        public Institution(String code, List<String> names, List<String> seals) {
            this(code, names, seals, Optional.empty());
        }

        public Institution {
            code = Normalizer.normalize(code, Normalizer.Form.NFC);
            names = names.stream()
                    .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC))
                    .toList();
            seals = seals.stream().map(seal -> seal.toLowerCase(Locale.ROOT)).toList();
        }

        /// Whether a record issued on a day must carry a time stamp on every seal.
        public boolean demandsStamp(LocalDate issued) {
            return stampedFrom.filter(from -> !issued.isBefore(from)).isPresent();
        }

        private Institution joined(Institution own) {
            List<String> all =
                    Stream.concat(seals.stream(), own.seals.stream()).distinct().toList();
            return new Institution(code, names, all, stampedFrom.or(() -> own.stampedFrom));
        }
    }

    /// A trust list that cannot be read: nothing can be checked with it.
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /// The institution with a code; empty when this register does not know it.
    public Optional<Institution> institution(String code) {
        return institutions.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /// The key of the log with an origin; empty when this register trusts no such log.
    public Optional<VerifierKey> log(String origin) {
        return logs.stream().filter(log -> log.name().equals(origin)).findFirst();
    }

    /// Reads a `trust.json`.
    ///
    /// @throws Unreadable when it is not one, with the reason in words
    public static TrustList read(byte[] json) {
        if (json.length > MOST_BYTES) {
            throw new Unreadable("the trust list is longer than " + MOST_BYTES + " bytes");
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new Unreadable("the trust list is not JSON: " + e.getOriginalMessage());
        }
        members(
                root,
                "the trust list",
                Set.of("version", "demo", "anchors", "institutions", "logs", "timeStampAuthorities", "portals"));
        if (!root.path("version").isInt() || root.path("version").intValue() != 1) {
            throw new Unreadable("the trust list is not of version 1");
        }
        if (root.has("demo") && !root.path("demo").isBoolean()) {
            throw new Unreadable("'demo' of the trust list is neither true nor false");
        }
        List<X509Certificate> anchors = certificates(root, "anchors");
        List<Institution> institutions = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (JsonNode node : list(root, "institutions")) {
            Institution institution = institution(node);
            if (!codes.add(institution.code())) {
                throw new Unreadable("the trust list has the institution '" + institution.code() + "' twice");
            }
            institutions.add(institution);
        }
        return new TrustList(
                root.path("demo").asBoolean(false),
                anchors,
                institutions,
                logs(root),
                certificates(root, "timeStampAuthorities"),
                portals(root));
    }

    private static List<X509Certificate> certificates(JsonNode root, String member) {
        return texts(root, member).stream().map(TrustList::certificate).toList();
    }

    private static VerifierKey key(String what, String text) {
        try {
            return VerifierKey.read(text);
        } catch (org.matricula.verifier.merkle.Unreadable e) {
            throw new Unreadable("a " + what + " of the trust list cannot be read: " + e.getMessage());
        }
    }

    private static List<VerifierKey> portals(JsonNode root) {
        List<VerifierKey> portals = new ArrayList<>();
        for (String text : texts(root, "portals")) {
            VerifierKey portal = key("portal", text);
            if (portals.contains(portal)) {
                throw new Unreadable("the trust list has the portal '" + portal + "' twice");
            }
            portals.add(portal);
        }
        return portals;
    }

    private static List<VerifierKey> logs(JsonNode root) {
        List<VerifierKey> logs = new ArrayList<>();
        Set<String> origins = new HashSet<>();
        for (String text : texts(root, "logs")) {
            VerifierKey log = key("log", text);
            if (!origins.add(log.name())) {
                throw new Unreadable("the trust list has the log '" + log.name() + "' twice");
            }
            logs.add(log);
        }
        return logs;
    }

    private static Institution institution(JsonNode node) {
        members(node, "an institution", Set.of("code", "names", "seals", "stampedFrom"));
        String code = node.path("code").isString() ? node.path("code").stringValue() : "";
        if (code.isBlank()) {
            throw new Unreadable("an institution of the trust list has no code");
        }
        List<String> seals = texts(node, "seals");
        for (String seal : seals) {
            if (!DIGEST.matcher(seal).matches()) {
                throw new Unreadable("a seal of '" + code + "' is not a SHA-256 of 64 hexadecimal digits: " + seal);
            }
        }
        return new Institution(code, texts(node, "names"), seals, day(node, code));
    }

    private static Optional<LocalDate> day(JsonNode node, String code) {
        JsonNode day = node.path("stampedFrom");
        if (day.isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day.isString() ? day.stringValue() : ""));
        } catch (DateTimeParseException _) {
            throw new Unreadable("'stampedFrom' of '" + code + "' is not a day such as 2026-11-01");
        }
    }

    /// The list as `trust.json`, UTF-8.
    public byte[] toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", 1).put("demo", demo);
        write(anchors, root.putArray("anchors"));
        ArrayNode known = root.putArray("institutions");
        for (Institution institution : institutions) {
            ObjectNode node = known.addObject().put("code", institution.code());
            ArrayNode names = node.putArray("names");
            institution.names().forEach(names::add);
            ArrayNode seals = node.putArray("seals");
            institution.seals().forEach(seals::add);
            institution.stampedFrom().ifPresent(day -> node.put("stampedFrom", day.toString()));
        }
        if (!logs.isEmpty()) {
            ArrayNode keys = root.putArray("logs");
            logs.forEach(log -> keys.add(log.toString()));
        }
        if (!timeStampAuthorities.isEmpty()) {
            write(timeStampAuthorities, root.putArray("timeStampAuthorities"));
        }
        if (!portals.isEmpty()) {
            ArrayNode keys = root.putArray("portals");
            portals.forEach(portal -> keys.add(portal.toString()));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void write(List<X509Certificate> certificates, ArrayNode into) {
        for (X509Certificate certificate : certificates) {
            try {
                into.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
    }

    private static X509Certificate certificate(String text) {
        String base64 = text.replace("-----BEGIN CERTIFICATE-----", "")
                .replace("-----END CERTIFICATE-----", "")
                .replaceAll("[ \\t\\r\\n]", "");
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (!Arrays.equals(certificate.getEncoded(), der)) {
                throw new Unreadable("an anchor of the trust list is not exactly one certificate");
            }
            return certificate;
        } catch (Unreadable e) {
            throw e;
        } catch (CertificateException | IllegalArgumentException e) {
            throw new Unreadable("an anchor of the trust list is not a certificate: " + e.getMessage());
        }
    }

    private static void members(JsonNode node, String what, Set<String> allowed) {
        if (!node.isObject()) {
            throw new Unreadable(what + " is not a JSON object");
        }
        for (String name : node.propertyNames()) {
            if (!allowed.contains(name)) {
                throw new Unreadable(what + " has an unknown member '" + name + "'");
            }
        }
    }

    private static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list(node, name)) {
            if (!each.isString()) {
                throw new Unreadable("'" + name + "' of the trust list holds something that is not text");
            }
            texts.add(each.stringValue());
        }
        return texts;
    }

    private static JsonNode list(JsonNode node, String name) {
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new Unreadable("'" + name + "' of the trust list is not a list");
        }
        return list;
    }
}
