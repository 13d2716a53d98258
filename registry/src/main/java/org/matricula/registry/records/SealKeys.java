package org.matricula.registry.records;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.matricula.registry.records.spi.ClassRecordForm.Signatory;
import org.matricula.registry.signing.DemoKeys;
import org.matricula.registry.signing.KeyDirectory;
import org.matricula.registry.signing.KeyHolder;
import org.matricula.registry.signing.KeyProblem;
import org.matricula.registry.signing.KeyRole;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper;

/// The keys for one class: a signer for each signatory, the register's secret, and whom verifiers must trust.
///
/// @param signers in the order of the signatories
/// @param secret the register's secret, from which numbers are made
/// @param demo whether these are demo keys
/// @param trust the trust list as a file, for those who verify; empty when the keys come from elsewhere
/// @param stamper who raises the seals to their level
public record SealKeys(Map<Signatory, Signer> signers, byte[] secret, boolean demo, byte[] trust, Stamper stamper) {
    /// The organisational unit that a demo authority writes into every certificate, whole and not as part of a word.
    private static final Pattern DEMO_UNIT = Pattern.compile("(?:^|,)OU=DEMO(?:,|$)");

    public SealKeys {
        signers = Collections.unmodifiableMap(new LinkedHashMap<>(signers));
    }

    /// Demo keys, made on first use.
    ///
    /// @throws KeyProblem when the folder cannot be written or read
    public static SealKeys demo(Path folder, Issuer school, List<Signatory> signatories, Instant now) {
        List<KeyHolder> holders = new ArrayList<>();
        for (Signatory signatory : signatories) {
            if (signatory.role() != Role.SEAL) {
                holders.add(new KeyHolder(role(signatory), signatory.name(), ""));
            }
        }
        DemoKeys keys = DemoKeys.open(folder, school, holders, now);
        return new SealKeys(
                signers(keys.directory(), school, signatories, now),
                keys.registerSecret(),
                true,
                keys.trust().toJson(),
                Stamper.NONE);
    }

    /// The same keys, with seals raised to a level.
    public SealKeys stampedBy(Stamper other) {
        return new SealKeys(signers, secret, demo, trust, other);
    }

    /// Keys from PKCS #12 files by role (see [KeyDirectory]), with the register's secret in `register.secret`.
    ///
    /// @throws KeyProblem when a key or the secret is missing, locked, expired or another person's
    public static SealKeys of(
            Path folder, Map<String, String> environment, Issuer school, List<Signatory> signatories, Instant now) {
        KeyDirectory keys = KeyDirectory.open(folder, environment);
        Map<Signatory, Signer> signers = signers(keys, school, signatories, now);
        return new SealKeys(signers, keys.registerSecret(), demonstration(signers), new byte[0], Stamper.NONE);
    }

    /// Demo keys stay demo keys, wherever their files lie: their certificates say so.
    private static boolean demonstration(Map<Signatory, Signer> signers) {
        return signers.values().stream()
                .map(signer -> signer.certificate().getSubjectX500Principal().getName())
                .anyMatch(name -> DEMO_UNIT.matcher(name).find());
    }

    private static Map<Signatory, Signer> signers(
            KeyDirectory keys, Issuer school, List<Signatory> signatories, Instant now) {
        Map<Signatory, Signer> signers = new LinkedHashMap<>();
        for (Signatory signatory : signatories) {
            signers.put(signatory, keys.signer(role(signatory), signatory.name(), school.code(), now));
        }
        return signers;
    }

    private static KeyRole role(Signatory signatory) {
        return switch (signatory.role()) {
            case SUBJECT ->
                KeyRole.subject(
                        signatory.blockId().substring(signatory.blockId().indexOf('.') + 1));
            case HOMEROOM -> KeyRole.HOMEROOM;
            case HEAD -> KeyRole.PRINCIPAL;
            case SEAL -> KeyRole.SCHOOL;
        };
    }
}
