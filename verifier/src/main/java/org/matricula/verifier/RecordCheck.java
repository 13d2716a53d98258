package org.matricula.verifier;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matricula.verifier.Verdict.BrokenPart;
import org.matricula.verifier.Verdict.SignerSeen;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.FileSignature;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.ChainJudge;
import org.matricula.verifier.signature.Evidence;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.TrustList;

/// Checks a record that is in the exact byte form: every signature of it, and everyone who signed.
final class RecordCheck {
    /// How much later than ours a signer's clock may be.
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    /// The order of the group of P-256 (FIPS 186-4, D.1.2.3): no other curve has it.
    private static final BigInteger ORDER_OF_P256 =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final RecordFile file;
    private final TrustList trust;
    private final ChainJudge judge;
    private final Proofs proofs;
    private final Instant at;
    private final Findings findings;

    /// What time stamps prove, by the key of the signature.
    private final Map<String, Instant> proven = new HashMap<>();

    RecordCheck(RecordFile file, Proofs.Trusted trusted, Proofs proofs, Instant at, Findings findings) {
        this.file = file;
        this.trust = trusted.list();
        this.judge = trusted.judge();
        this.proofs = proofs;
        this.at = at;
        this.findings = findings;
    }

    void run() {
        findings.record(file.content(), file.issue());
        findings.pass(CheckId.STRUCTURE);
        present();
        Map<String, Set<String>> broken = new LinkedHashMap<>();
        for (FileSignature signature : file.signatures()) {
            findings.signer(seen(signature));
            arithmetic(signature, broken);
            time(signature);
            evidence(signature);
        }
        name(broken);
        if (file.issue().isEmpty()) {
            findings.notReached(CheckId.DATA_DIGEST, "not-issued");
        } else if (file.issueMatchesData()) {
            findings.pass(CheckId.DATA_DIGEST);
        } else {
            findings.fail(CheckId.DATA_DIGEST, "data-digest");
        }
        people();
        for (CheckId id : List.of(
                CheckId.PARTS_UNCHANGED,
                CheckId.SIGNATURE_PROPERTIES,
                CheckId.SIGNATURE_VALUES,
                CheckId.ALGORITHMS,
                CheckId.SIGNING_ORDER,
                CheckId.SIGNED_BEFORE_NOW)) {
            if (file.signatures().isEmpty()) {
                findings.notReached(id, "no-signature");
            }
            findings.pass(id);
        }
    }

    private void present() {
        for (String key : file.missing()) {
            String say = switch (key) {
                case "HOMEROOM" -> "missing-homeroom";
                case "HEAD" -> "missing-head";
                case "SEAL" -> "missing-seal";
                default -> "missing-subject";
            };
            findings.fail(CheckId.SIGNATURES_PRESENT, say, label(key));
        }
        findings.pass(CheckId.SIGNATURES_PRESENT);
    }

    private void arithmetic(FileSignature signature, Map<String, Set<String>> broken) {
        String name = signature.signer().facts().name();
        for (String part : file.changedParts(signature)) {
            broken.computeIfAbsent(part, _ -> new LinkedHashSet<>()).add(name);
        }
        if (!file.propertiesMatch(signature)) {
            findings.fail(CheckId.SIGNATURE_PROPERTIES, "properties", label(signature.key()), name);
        }
        if (!fits(signature.algorithm(), signature.signer().certificate().getPublicKey())) {
            findings.fail(CheckId.ALGORITHMS, "weak-key", label(signature.key()), name);
        } else if (!file.valueMatches(signature)) {
            findings.fail(CheckId.SIGNATURE_VALUES, "value", label(signature.key()), name);
        }
    }

    private static boolean fits(Signer.Algorithm algorithm, PublicKey key) {
        return switch (algorithm) {
            case ECDSA_SHA256 ->
                key instanceof ECPublicKey ec && ec.getParams().getOrder().equals(ORDER_OF_P256);
            case RSA_SHA256 -> key instanceof RSAPublicKey && ChainJudge.strong(key);
        };
    }

    /// Names the parts that changed. The whole counts only when no smaller part explains it.
    private void name(Map<String, Set<String>> broken) {
        boolean smaller = broken.keySet().stream().anyMatch(part -> block(part).isPresent());
        broken.forEach((part, signers) -> {
            String all = String.join(", ", signers);
            Optional<Block> block = block(part);
            if (block.isPresent()) {
                findings.broken(new BrokenPart(part, block.get().label(), List.copyOf(signers)));
                findings.fail(
                        CheckId.PARTS_UNCHANGED, "changed-block", block.get().label(), all);
            } else if (part.equals("data")) {
                if (!smaller) {
                    findings.broken(new BrokenPart(part, "", List.copyOf(signers)));
                }
                findings.fail(CheckId.PARTS_UNCHANGED, smaller ? "changed-whole" : "changed-heading", all);
            } else if (part.equals("issue")) {
                findings.broken(new BrokenPart(part, "", List.copyOf(signers)));
                findings.fail(CheckId.PARTS_UNCHANGED, "changed-issue", all);
            } else {
                findings.fail(
                        CheckId.PARTS_UNCHANGED, "changed-signature", label(part.substring("val.".length())), all);
            }
        });
    }

    private void evidence(FileSignature signature) {
        signature.evidence().ifPresent(evidence -> {
            proofs.bring(new Evidence.Revocations(evidence.crls(), evidence.ocsps()));
            proofs.stamp(evidence.timeStamp(), file.stamped(signature), signature.signedAt(), label(signature.key()))
                    .ifPresent(moment -> proven.put(signature.key(), moment));
        });
    }

    /// When a signature was made: what its time stamp proves, else what the signing server stated.
    private Instant made(FileSignature signature) {
        return proven.getOrDefault(signature.key(), signature.signedAt());
    }

    private void time(FileSignature signature) {
        for (FileSignature earlier : file.signatures()) {
            if (earlier.role().compareTo(signature.role()) < 0
                    && earlier.signedAt().isAfter(signature.signedAt())) {
                findings.fail(
                        CheckId.SIGNING_ORDER,
                        "order",
                        label(signature.key()),
                        signature.signedAt(),
                        label(earlier.key()),
                        earlier.signedAt());
            }
        }
        if (signature.signedAt().isAfter(at.plus(CLOCKS_DIFFER))) {
            findings.fail(CheckId.SIGNED_BEFORE_NOW, "future", label(signature.key()), signature.signedAt(), at);
        }
    }

    private void people() {
        if (trust.anchors().isEmpty()) {
            findings.fail(CheckId.TRUST_LIST, "no-trust-list");
            proofs.stranger();
            return;
        }
        findings.pass(CheckId.TRUST_LIST);
        Optional<TrustList.Institution> institution =
                trust.institution(file.content().issuer().code());
        if (institution.isEmpty()) {
            findings.fail(
                    CheckId.INSTITUTION,
                    "unknown-institution",
                    file.content().issuer().code(),
                    file.content().issuer().name());
        } else if (!institution.get().names().contains(file.content().issuer().name())) {
            findings.fail(
                    CheckId.INSTITUTION,
                    "unknown-name",
                    file.content().issuer().name(),
                    file.content().issuer().code());
        }
        file.signatures().stream()
                .filter(signature -> signature.role() == Role.SEAL)
                .forEach(seal -> proofs.demand(file, seal.evidence().isPresent(), label(seal.key())));
        boolean named = false;
        for (FileSignature signature : file.signatures()) {
            chain(signature);
            holder(signature, institution);
            named |= names(signature);
        }
        if (file.signatures().isEmpty()) {
            return;
        }
        if (!named) {
            findings.notApplicable(CheckId.SIGNER_NAMES, "no-names");
        }
        for (CheckId id : List.of(
                CheckId.CERTIFICATE_CHAINS,
                CheckId.VALID_AT_SIGNING,
                CheckId.CERTIFICATE_KINDS,
                CheckId.INSTITUTION,
                CheckId.SIGNER_NAMES)) {
            findings.pass(id);
        }
    }

    private void chain(FileSignature signature) {
        CertificateFacts facts = signature.signer().facts();
        ChainJudge.Path path = judge.judge(signature.certificates());
        if (!path.anchored()) {
            findings.fail(CheckId.CERTIFICATE_CHAINS, "chain", facts.name(), facts.serial());
        }
        if (!path.sound()) {
            findings.fail(CheckId.ALGORITHMS, "weak-chain", facts.name(), facts.serial());
        }
        Instant made = made(signature);
        if (!path.validAt(made)) {
            findings.fail(CheckId.VALID_AT_SIGNING, "not-valid", facts.name(), made, path.from(), path.to());
        }
        if (path.anchored()) {
            proofs.revocation(signature.certificates(), made);
        } else {
            proofs.stranger();
        }
    }

    private void holder(FileSignature signature, Optional<TrustList.Institution> institution) {
        KnownCertificate signer = signature.signer();
        CertificateFacts facts = signer.facts();
        List<String> pinned = institution.map(TrustList.Institution::seals).orElse(List.of());
        boolean seal = signature.role() == Role.SEAL;
        CertificateFacts.Kind wanted = seal ? CertificateFacts.Kind.SEAL : CertificateFacts.Kind.PERSON;
        boolean known = seal && pinned.contains(signer.sha256().toString());
        if (facts.kind() != wanted && !(known && facts.kind() == CertificateFacts.Kind.UNSTATED)) {
            findings.fail(CheckId.CERTIFICATE_KINDS, seal ? "not-a-seal" : "not-a-person", facts.name());
        }
        if (!facts.organisationId().equals(file.content().issuer().code())) {
            findings.fail(
                    CheckId.INSTITUTION,
                    seal ? "seal-of-another" : "key-of-another",
                    facts.name(),
                    facts.organisationId(),
                    file.content().issuer().code());
        } else if (seal && !pinned.isEmpty() && !known) {
            findings.fail(CheckId.INSTITUTION, "seal-not-listed", facts.name(), facts.serial());
        }
    }

    /// Compares the names that the record shows with the certificate; false when it shows none.
    private boolean names(FileSignature signature) {
        String field = switch (signature.role()) {
            case SUBJECT -> "teacher";
            case HOMEROOM -> "homeroomTeacher";
            case HEAD -> "principal";
            case SEAL -> "";
        };
        boolean named = false;
        for (Block block : file.content().blocks()) {
            boolean mine = signature.role() == Role.SUBJECT
                    ? block.id().equals(signature.key())
                    : block.by() == signature.role();
            Optional<String> name = mine ? block.value(field).filter(n -> !n.isBlank()) : Optional.empty();
            if (name.isPresent()) {
                named = true;
                if (!name.get().equals(signature.signer().facts().name())) {
                    findings.fail(
                            CheckId.SIGNER_NAMES,
                            "other-name",
                            block.label(),
                            name.get(),
                            signature.signer().facts().name());
                }
            }
        }
        return named;
    }

    private SignerSeen seen(FileSignature signature) {
        CertificateFacts facts = signature.signer().facts();
        return new SignerSeen(
                signature.key(),
                signature.role(),
                signature.role() == Role.SUBJECT ? label(signature.key()) : "",
                facts.name(),
                facts.organisation(),
                facts.organisationId(),
                signature.signedAt(),
                facts.serial());
    }

    private String label(String key) {
        return block(key).map(Block::label).orElse(key);
    }

    private Optional<Block> block(String id) {
        return file.content().blocks().stream().filter(b -> b.id().equals(id)).findFirst();
    }
}
