package org.matricula.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.matricula.registry.signing.DemoKeys;
import org.matricula.registry.signing.KeyHolder;
import org.matricula.registry.signing.KeyRole;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.TrustList;

/// An invented school with demo keys for everyone who signs, made anew in a temporary folder for each run.
final class School {
    static final Issuer ISSUER = new Issuer("22187401", "Trường Tiểu học Lê Hồng Phong");

    private static final Issue ISSUE =
            new Issue("K7MX-2Q9D-HR4T-8WPN", "7F3K-Q2ZD", java.time.OffsetDateTime.parse("2026-05-31T17:00:00+07:00"));

    /// The subject, `HOMEROOM`, `HEAD` or `SEAL` to the key.
    private final Map<String, KeyAtHand> keys;

    final TrustList trust;
    final Instant now;

    private School(Map<String, KeyAtHand> keys, TrustList trust, Instant now) {
        this.keys = keys;
        this.trust = trust;
        this.now = now;
    }

    static School open() {
        Instant now = InstantSource.system().instant();
        try {
            Path folder = Files.createTempDirectory("matricula-bench-keys");
            try {
                List<KeyHolder> holders = new ArrayList<>();
                for (Books.Subject subject : Books.SUBJECTS) {
                    holders.add(new KeyHolder(KeyRole.subject(subject.code()), subject.teacher(), ""));
                }
                holders.add(new KeyHolder(KeyRole.HOMEROOM, Books.HOMEROOM, ""));
                holders.add(new KeyHolder(KeyRole.PRINCIPAL, Books.PRINCIPAL, ""));
                DemoKeys demo = DemoKeys.open(folder, ISSUER, holders, now);
                Map<String, KeyAtHand> keys = new LinkedHashMap<>();
                for (Books.Subject subject : Books.SUBJECTS) {
                    keys.put("subject." + subject.code(), key(folder, KeyRole.subject(subject.code())));
                }
                keys.put("HOMEROOM", key(folder, KeyRole.HOMEROOM));
                keys.put("HEAD", key(folder, KeyRole.PRINCIPAL));
                keys.put("SEAL", key(folder, KeyRole.SCHOOL));
                return new School(keys, demo.trust(), now);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static KeyAtHand key(Path folder, KeyRole role) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("keys.properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        char[] password = properties.getProperty("password").toCharArray();
        try (InputStream in = Files.newInputStream(folder.resolve(role.fileName() + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate each : store.getCertificateChain("key")) {
                chain.add((X509Certificate) each);
            }
            PrivateKey key = (PrivateKey) store.getKey("key", password);
            return new KeyAtHand(key, chain.getFirst(), chain.subList(1, chain.size() - 1), Providers.ACCP);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a demo key cannot be opened", e);
        }
    }

    /// The key of a subject's block, of `HOMEROOM`, `HEAD` or `SEAL`, with a provider.
    KeyAtHand key(String slot, Providers providers) {
        KeyAtHand key = keys.get(slot);
        if (key == null) {
            throw new IllegalArgumentException("the school has no key for " + slot);
        }
        return key.with(providers);
    }

    /// The people whose signatures a record wants, ready to sign with a provider: made once, used for every record.
    List<Hand> hands(RecordContent content, Providers providers) {
        List<Hand> hands = new ArrayList<>();
        for (Block block : content.blocks()) {
            if (block.by() == Block.Role.SUBJECT) {
                hands.add(new Hand(block.id(), key(block.id(), providers)));
            }
        }
        for (String slot : List.of("HOMEROOM", "HEAD", "SEAL")) {
            hands.add(new Hand(slot, key(slot, providers)));
        }
        return hands;
    }

    /// Someone who signs.
    record Hand(String slot, KeyAtHand key, SignerIdentity identity) {
        Hand(String slot, KeyAtHand key) {
            this(slot, key, SignerIdentity.of(key));
        }
    }

    /// From content to sealed file: composed, digested, signed by every hand in order, assembled.
    byte[] sealed(RecordContent content, List<Hand> hands) {
        RecordSealing record = RecordSealing.prepare(content);
        for (Hand hand : hands) {
            SigningAct act = new SigningAct(hand.identity(), now);
            switch (hand.slot()) {
                case "HOMEROOM" -> act.homeroom(record);
                case "HEAD" -> act.head(record);
                case "SEAL" -> act.seal(record, ISSUE);
                default -> act.subject(record, hand.slot());
            }
            act.signWith(hand.key());
        }
        return record.toBytes();
    }

    /// When everything signed here is surely in the past.
    Instant later() {
        return now.plus(Duration.ofMinutes(1));
    }
}
