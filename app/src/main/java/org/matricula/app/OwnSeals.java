package org.matricula.app;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.signing.PublishedSeals;
import org.matricula.registry.signing.PublishedSeals.Published;
import org.matricula.registry.verification.OwnTrust;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.signature.TrustList;
import org.springframework.dao.DataAccessException;

/// What the node's trust list says of the node itself; made anew only when something was declared. Safe to share
/// between threads.
final class OwnSeals implements Supplier<OwnTrust> {
    private final PublishedSeals seals;
    private final VerifierKey portal;
    private volatile @Nullable Made last;

    private record Made(List<Published> from, OwnTrust trust) {}

    OwnSeals(PublishedSeals seals, VerifierKey portal) {
        this.seals = seals;
        this.portal = portal;
    }

    @Override
    public OwnTrust get() {
        Made made = last;
        List<Published> now;
        try {
            now = seals.list();
        } catch (DataAccessException e) {
            if (made == null) {
                throw e;
            }
            return made.trust(); // whoever verifies a file needs no database: what was declared stays declared
        }
        if (made == null || made.from() != now) {
            made = new Made(
                    now,
                    new OwnTrust(
                            now.stream()
                                    .map(each -> new TrustList.Institution(
                                            each.code(), List.of(), each.seals(), each.stampedFrom()))
                                    .toList(),
                            List.of(portal)));
            last = made;
        }
        return made.trust();
    }
}
