package org.matricula.registry.signing;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.signing.DemoRevocations.RevokedCertificate;
import org.matricula.verifier.signature.OnlineRevocation;
import org.matricula.verifier.signature.SignatureLevel;
import org.matricula.verifier.signature.Stamper;
import org.springframework.stereotype.Component;

/// Who raises the signatures of this node to their levels, and the services of its demo authority.
@Component
public final class Stampers {
    private final SigningLevels levels;
    private final InstitutionKeys institutions;
    private final PersonalKeys keys;
    private final SealCertificates seals;
    private final InstantSource clock;
    private final OnlineRevocation online = new OnlineRevocation();

    /// Opened when it is first needed: a node without an institution has no folder of keys yet.
    private volatile @Nullable Optional<DemoServices> services;

    Stampers(
            SigningLevels levels,
            InstitutionKeys institutions,
            PersonalKeys keys,
            SealCertificates seals,
            InstantSource clock) {
        this.seals = seals;
        this.levels = levels;
        this.institutions = institutions;
        this.keys = keys;
        this.clock = clock;
    }

    /// For the signatures of people.
    public Stamper persons() {
        return of(levels.persons());
    }

    /// For the institution's seals.
    public Stamper seals() {
        return of(levels.seals());
    }

    private Stamper of(SignatureLevel level) {
        return level == SignatureLevel.B
                ? Stamper.NONE
                : new LevelStamper(level, levels.timeStamps().map(TimeStampClient::new), services(), online, clock);
    }

    /// The services of the demo authority; empty when this node works with real keys.
    public Optional<DemoServices> services() {
        Optional<DemoServices> known = services;
        if (known == null) {
            known = institutions.services(this::revoked, keys::issued, clock.instant());
            services = known;
        }
        return known;
    }

    private List<RevokedCertificate> revoked() {
        return Stream.concat(keys.revokedCertificates().stream(), seals.revokedCertificates().stream())
                .toList();
    }

    /// For one who works without a node, as the command line does.
    ///
    /// @param demoFolder the folder of demo keys, whose authority then stamps; empty for real keys
    /// @param timeStamps the address of a time-stamp authority; empty for the demo authority
    public static Stamper alone(
            SignatureLevel level, Optional<Path> demoFolder, Optional<URI> timeStamps, InstantSource clock) {
        if (level == SignatureLevel.B) {
            return Stamper.NONE;
        }
        return new LevelStamper(
                level,
                timeStamps.map(TimeStampClient::new),
                demoFolder.map(folder -> DemoKeys.servicesIn(folder, List::of, clock.instant())),
                new OnlineRevocation(),
                clock);
    }
}
