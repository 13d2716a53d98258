package org.matricula.registry.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many certificates of the whole register end soon: how much, never whose. For those who keep the server running.
@Component
public final class CertificateCounts {
    /// Days pass slowly; nobody needs to count more often.
    private static final Duration FRESH = Duration.ofMinutes(1);

    /// Keys that have been over for longer belong to people who no longer sign.
    private static final Duration FORGOTTEN = Duration.ofDays(60);

    private final JdbcClient sql;
    private final SealCertificates register;
    private final Accounts accounts;
    private final InstantSource clock;
    private volatile @Nullable Counted last;

    CertificateCounts(JdbcClient sql, SealCertificates register, Accounts accounts, InstantSource clock) {
        this.sql = sql;
        this.register = register;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The numbers at a moment.
    ///
    /// @param seals institutions by how soon the last of their declared certificates ends
    /// @param people people with an open account by how soon their signing key ends; those over for longer than 60
    ///     days
    ///     left out, and [Ending#LATER] not counted
    public record Counted(Instant at, Map<Ending, Long> seals, Map<Ending, Long> people) {
        public Counted {
            seals = Map.copyOf(seals);
            people = Map.copyOf(people);
        }

        /// How many seals, or keys of people, stand so.
        public long seals(Ending ending) {
            return seals.getOrDefault(ending, 0L);
        }

        /// How many keys of people stand so.
        public long people(Ending ending) {
            return people.getOrDefault(ending, 0L);
        }
    }

    /// Counts, unless it was done a moment ago.
    public Counted count() {
        Instant now = clock.instant();
        Counted before = last;
        if (before != null
                && !now.isBefore(before.at())
                && now.isBefore(before.at().plus(FRESH))) {
            return before;
        }
        Moment moment = new Moment(now, ZoneOffset.UTC);
        Counted counted = new Counted(now, seals(moment), people(moment));
        last = counted;
        return counted;
    }

    private Map<Ending, Long> seals(Moment now) {
        Map<UUID, SealCertificate> lasting = register.all().stream()
                .filter(each -> each.declared(now))
                .collect(Collectors.toMap(
                        SealCertificate::institution,
                        each -> each,
                        (one, other) -> List.of(one, other).stream()
                                .max(Comparator.comparing(
                                        each -> each.certificate().getNotAfter()))
                                .orElseThrow()));
        Map<Ending, Long> counts = new EnumMap<>(Ending.class);
        lasting.values()
                .forEach(each ->
                        counts.merge(Ending.of(each.certificate().getNotAfter().toInstant(), now), 1L, Long::sum));
        return counts;
    }

    private record Key(UUID account, Instant notAfter) {}

    private Map<Ending, Long> people(Moment now) {
        List<Key> ending = sql.sql("""
                select account, not_after
                  from (select distinct on (account) k.id, k.account, k.not_after
                          from signing.personal_key k order by k.account, k.id desc) as newest
                 where not_after between :from and :to
                   and not exists (select from signing.personal_key_revoked r where r.key = newest.id)""")
                .param("from", now.at().minus(FORGOTTEN).atOffset(ZoneOffset.UTC))
                .param("to", now.at().plus(Duration.ofDays(62)).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Key(
                        row.getObject("account", UUID.class),
                        row.getTimestamp("not_after").toInstant()))
                .list();
        Map<Ending, Long> counts = new EnumMap<>(Ending.class);
        ending.stream()
                .filter(key -> accounts.find(key.account())
                        .map(Account::closed)
                        .filter(closed -> !closed)
                        .isPresent())
                .map(key -> Ending.of(key.notAfter(), now))
                .filter(Ending::warns)
                .forEach(each -> counts.merge(each, 1L, Long::sum));
        return counts;
    }
}
