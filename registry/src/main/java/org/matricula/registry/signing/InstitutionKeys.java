package org.matricula.registry.signing;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.signing.DemoRevocations.RevokedCertificate;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.Signer;

/// The keys that the node itself holds: each institution's seal and the register's secret. Either a folder of real keys
/// (see [KeyDirectory]), or demo keys made on first use.
public final class InstitutionKeys {
    private final Optional<KeyDirectory> real;
    private final Path demoFolder;
    private final String address;

    /// Read from the disk once: it is the same for ever, and every record that is looked at asks for it.
    private volatile byte @Nullable [] secret;

    /// The demo keys with those that were opened before: opening a file takes its time, and a folder has one for each
    /// school.
    private volatile @Nullable DemoKeys demo;

    private InstitutionKeys(Optional<KeyDirectory> real, Path demoFolder, String address) {
        this.real = real;
        this.demoFolder = demoFolder;
        this.address = address;
    }

    /// Keys from a folder of PKCS #12 files.
    ///
    /// @throws KeyProblem when it cannot be read
    public static InstitutionKeys of(Path folder, Map<String, String> environment) {
        return new InstitutionKeys(Optional.of(KeyDirectory.open(folder, environment)), folder, "");
    }

    /// Demo keys in a folder.
    ///
    /// @param address the public address of the node, which its certificates name as the place to ask for
    ///     revocation;
    ///     empty when the public cannot reach it
    public static InstitutionKeys demo(Path folder, String address) {
        return new InstitutionKeys(Optional.empty(), folder, address);
    }

    /// Whether documents must say that they are demonstrations.
    public boolean demo() {
        return real.isEmpty();
    }

    /// The seals of an institution that can sign at a moment, the newest certificate last; at least one.
    ///
    /// @param at the moment of sealing: the certificates must be valid then
    /// @throws KeyProblem when there is none that fits
    public List<Signer> seals(Issuer institution, Instant at) {
        return real.orElseGet(() -> demoKeys(institution, at).directory())
                .signers(KeyRole.SCHOOL, institution.name(), institution.code(), at);
    }

    /// One more seal of the demo authority, beside those that are there.
    ///
    /// @throws KeyProblem when this node works with real keys
    public Signer makeSeal(Issuer institution, Instant now) {
        return demoKeys(institution, now).addSeal(institution, now);
    }

    /// The register's secret, from which numbers of records and codes are made.
    ///
    /// @throws KeyProblem when it is missing
    public byte[] secret() {
        byte[] known = secret;
        if (known == null) {
            known = real.map(KeyDirectory::registerSecret).orElseGet(() -> DemoKeys.secretIn(demoFolder));
            secret = known;
        }
        return known.clone();
    }

    /// The demo authority, which then knows the institution.
    ///
    /// @throws KeyProblem when this node works with real keys
    DemoKeys demoKeys(Issuer institution, Instant now) {
        if (real.isPresent()) {
            throw new KeyProblem(
                    "this node works with real keys; a person brings the key that a certificate authority gave");
        }
        DemoKeys known = demo;
        known = known == null
                ? DemoKeys.open(demoFolder, institution, List.of(), address, now)
                : known.with(institution, now);
        demo = known;
        return known;
    }

    /// The services of the demo authority; empty when this node works with real keys.
    ///
    /// @param revoked certificates that were taken out of use; asked each time
    /// @param issued whether a certificate was issued to somebody whose key is not in the folder
    Optional<DemoServices> services(
            Supplier<List<RevokedCertificate>> revoked, Predicate<BigInteger> issued, Instant now) {
        return demo() ? Optional.of(DemoKeys.servicesIn(demoFolder, revoked, issued, now)) : Optional.empty();
    }
}
