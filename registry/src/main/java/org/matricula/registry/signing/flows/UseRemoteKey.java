package org.matricula.registry.signing.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.CertificateJudge;
import org.matricula.registry.signing.KeyProblem;
import org.matricula.registry.signing.PersonKeyRefusals;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.RemoteKeys;
import org.matricula.registry.signing.RemoteKeys.Told;
import org.matricula.verifier.signature.Signer.SigningFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// A person names the own key at the remote signing service. The register keeps its certificate, never the key or its
/// PIN. It takes the place of the one before.
@Component
@Act(
        value = "use-remote-key",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL},
        strong = true)
@Refuses({
    KeyRefusals.NoSigningService.class,
    KeyRefusals.NoSuchRemoteKey.class,
    KeyRefusals.SigningServiceSilent.class,
    PersonKeyRefusals.KeyOfAnother.class,
    PersonKeyRefusals.KeyOutOfTime.class
})
public final class UseRemoteKey {
    private static final Logger LOG = LoggerFactory.getLogger(UseRemoteKey.class);
    private static final int LONGEST_NAME = 200;

    private final Office office;
    private final KeyHolders holders;
    private final PersonalKeys keys;
    private final RemoteKeys remote;

    UseRemoteKey(Office office, KeyHolders holders, PersonalKeys keys, RemoteKeys remote) {
        this.office = office;
        this.holders = holders;
        this.keys = keys;
        this.remote = remote;
    }

    /// @param credential the key's name at the service
    /// @return the id of the key here
    public Outcome<UUID> run(Actor actor, String credential) {
        return holders.of(actor)
                .map(at -> {
                    // Another machine is asked before the act begins, and only for those who may: an act is short.
                    boolean may = office.may(UseRemoteKey.class, actor, at.place()) && actor.strong();
                    Asked asked = may ? ask(credential.strip()) : new Asked.Nothing(new KeyRefusals.NoSigningService());
                    return office.<UUID>act(UseRemoteKey.class, actor, at.place(), (now, notes) -> switch (asked) {
                        case Asked.Nothing(var why) -> Outcome.refused(why);
                        case Asked.Key(var told) -> {
                            Optional<PersonKeyRefusals> refusal =
                                    CertificateJudge.onItsFace(told.certificate(), actor.name(), now.at());
                            if (refusal.isPresent()) {
                                yield Outcome.refused(refusal.get());
                            }
                            keys.use(actor, told, now);
                            UUID taken = keys.newest(actor.id()).orElseThrow().id();
                            notes.detail("key", taken);
                            yield new Outcome.Done<>(taken);
                        }
                    });
                })
                .orElseGet(() -> Outcome.refused(new NotYours("use-remote-key")));
    }

    private sealed interface Asked {
        record Key(Told told) implements Asked {}

        record Nothing(KeyRefusals why) implements Asked {}
    }

    private Asked ask(String credential) {
        if (remote.host().isEmpty()) {
            return new Asked.Nothing(new KeyRefusals.NoSigningService());
        }
        if (credential.isEmpty() || credential.length() > LONGEST_NAME) {
            return new Asked.Nothing(new KeyRefusals.NoSuchRemoteKey());
        }
        try {
            return new Asked.Key(remote.ask(credential));
        } catch (KeyProblem problem) {
            LOG.warn("a key at the signing service cannot be used", problem);
            return new Asked.Nothing(new KeyRefusals.NoSuchRemoteKey());
        } catch (SigningFailed failed) {
            LOG.warn("the signing service cannot be reached", failed);
            return new Asked.Nothing(new KeyRefusals.SigningServiceSilent());
        }
    }
}
