package org.matricula.verifier.signature;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whom a verifier trusts: the roots of certificates, and the institutions whose records it knows.
///
/// As a file it is `trust.json`:
/// `{"version": 1, "demo": false, "anchors": ["<PEM or Base64 DER>"], "institutions": [{"code": "…", "names": ["…"],
/// "seals": ["<SHA-256 of a seal certificate, hex>"]}]}`.
///
/// @param demo whether its roots are demonstration keys; every verdict then says so
/// @param anchors the root (or issuing) certificates that chains must reach
/// @param institutions the institutions that this register knows
public record TrustList(boolean demo, List<X509Certificate> anchors, List<Institution> institutions) {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
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
    }

    /// An institution that this register knows.
    ///
    /// @param code its code in the national register
    /// @param names every name that it has had
    /// @param seals SHA-256 of each seal certificate that is its own, in lower-case hexadecimal; when empty, every
    ///     seal certificate that states its code counts
    public record Institution(String code, List<String> names, List<String> seals) {
        public Institution {
            names = List.copyOf(names);
            seals = List.copyOf(seals);
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
        members(root, "the trust list", Set.of("version", "demo", "anchors", "institutions"));
        if (root.path("version").asInt(0) != 1) {
            throw new Unreadable("the trust list is not of version 1");
        }
        List<X509Certificate> anchors = new ArrayList<>();
        for (String anchor : texts(root, "anchors")) {
            anchors.add(certificate(anchor));
        }
        List<Institution> institutions = new ArrayList<>();
        for (JsonNode node : list(root, "institutions")) {
            members(node, "an institution", Set.of("code", "names", "seals"));
            String code = node.path("code").asString("");
            if (code.isBlank()) {
                throw new Unreadable("an institution of the trust list has no code");
            }
            institutions.add(new Institution(code, texts(node, "names"), texts(node, "seals")));
        }
        return new TrustList(root.path("demo").asBoolean(false), anchors, institutions);
    }

    /// The list as `trust.json`, UTF-8.
    public byte[] toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", 1).put("demo", demo);
        ArrayNode roots = root.putArray("anchors");
        for (X509Certificate anchor : anchors) {
            try {
                roots.add(Base64.getEncoder().encodeToString(anchor.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
        ArrayNode known = root.putArray("institutions");
        for (Institution institution : institutions) {
            ObjectNode node = known.addObject().put("code", institution.code());
            ArrayNode names = node.putArray("names");
            institution.names().forEach(names::add);
            ArrayNode seals = node.putArray("seals");
            institution.seals().forEach(seals::add);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static X509Certificate certificate(String text) {
        String base64 = text.replace("-----BEGIN CERTIFICATE-----", "").replace("-----END CERTIFICATE-----", "");
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
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
