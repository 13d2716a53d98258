package org.matricula.registry.records;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.ClosingStore.FirstSealed;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.SealCertificates.How;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A register that sealed records before it knew of declared certificates: those that sealed count as declared since
/// their first record. Asked at every start, and done once for each institution.
@Component
public final class DeclareWhatSealed {
    private static final Logger LOG = LoggerFactory.getLogger(DeclareWhatSealed.class);

    private final Institutions institutions;
    private final ClosingStore closings;
    private final SealCertificates certificates;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    DeclareWhatSealed(
            Institutions institutions,
            ClosingStore closings,
            SealCertificates certificates,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.institutions = institutions;
        this.closings = closings;
        this.certificates = certificates;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Does what is left of it.
    public void run() {
        for (Institution institution : institutions.all(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            if (certificates.of(institution.id()).isEmpty()) {
                transaction.executeWithoutResult(_ -> declare(institution));
            }
        }
    }

    private void declare(Institution institution) {
        certificates.hold(institution.id());
        if (!certificates.of(institution.id()).isEmpty()) {
            return; // another node was first
        }
        Set<X509Certificate> known = new HashSet<>();
        for (FirstSealed first : closings.firstOfEachClosing(institution.id())) {
            X509Certificate certificate = SealedWith.of(first.xml());
            if (known.add(certificate)) {
                certificates.declare(
                        institution.id(),
                        certificate,
                        How.SEALED_BEFORE,
                        Actor.system(),
                        new Moment(first.at(), institution.zone()));
                LOG.info(
                        "the certificate {} has sealed for {} before; it counts as declared",
                        certificate.getSerialNumber().toString(16),
                        institution.code());
            }
        }
    }
}
