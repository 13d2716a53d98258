package org.matricula.registry.accounts;

import java.net.InetAddress;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How often somebody may guess. Each attempt is counted before it is looked at, so that a thousand at once are counted
/// too; a right one gives its count back. After some free ones the wait doubles, up to a quarter of an hour.
@Component
final class Attempts {
    /// Wrong passwords or codes for one account before the first wait.
    private static final int FREE_FOR_ACCOUNT = 5;
    /// For one address: a whole school may sit behind it.
    private static final int FREE_FOR_ADDRESS = 40;
    /// After this time without an attempt the count begins anew.
    private static final Duration FORGOTTEN = Duration.ofHours(24);

    private final JdbcClient sql;

    Attempts(JdbcClient sql) {
        this.sql = sql;
    }

    /// Whom an attempt counts against.
    ///
    /// @param free how many are free
    record Counter(byte[] key, int free) {
        /// Attempts on one account by its login; the login itself is not kept, since people type passwords there.
        static Counter login(String login) {
            String typed =
                    Normalizer.normalize(login.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            return new Counter(Secrets.hash("login:" + typed), FREE_FOR_ACCOUNT);
        }

        /// Attempts on the second factor of an account.
        static Counter code(java.util.UUID account) {
            return new Counter(Secrets.hash("code:" + account), FREE_FOR_ACCOUNT);
        }

        /// Attempts from one address; of IPv6 from one network, since each has billions of addresses.
        static Counter address(String address) {
            return new Counter(Secrets.hash("address:" + network(address)), FREE_FOR_ADDRESS);
        }

        private static String network(String address) {
            try {
                byte[] bytes = InetAddress.ofLiteral(address).getAddress();
                return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
            } catch (IllegalArgumentException _) {
                return address; // the container knows it by another name
            }
        }
    }

    /// Counts an attempt against each counter.
    ///
    /// @return how long to wait; empty when the attempt may be made now
    Optional<Duration> count(Instant now, List<Counter> counters) {
        Optional<Duration> longest = Optional.empty();
        for (Counter counter : counters) {
            boolean free = sql.sql("""
                            insert into accounts.attempt as a (key, failures, last_at, until)
                            values (:key, 1, :now, :now)
                            on conflict (key) do update set
                                failures = case when a.last_at < :forgotten then 1 else a.failures + 1 end,
                                last_at  = :now,
                                until    = case when a.last_at < :forgotten or a.failures + 1 < :free then :now
                                           else :now + least(900, 15 * power(2, least(a.failures + 1 - :free, 10)))
                                                       * interval '1 second' end
                             where a.until <= :now""")
                            .param("key", counter.key())
                            .param("now", now.atOffset(ZoneOffset.UTC))
                            .param("forgotten", now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC))
                            .param("free", counter.free())
                            .update()
                    > 0;
            if (!free) {
                Duration wait = Duration.between(now, until(counter, now));
                longest = Optional.of(
                        longest.filter(other -> other.compareTo(wait) > 0).orElse(wait));
            }
        }
        return longest;
    }

    /// Gives a right attempt back: the account begins anew, the address has one less.
    void right(Instant now, Counter account, Counter address) {
        sql.sql("delete from accounts.attempt where key = :key")
                .param("key", account.key())
                .update();
        sql.sql("""
                update accounts.attempt set failures = greatest(0, failures - 1), until = least(until, :now)
                 where key = :key""")
                .param("key", address.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Until when to wait; not at all, when a right attempt has just taken the count away.
    private Instant until(Counter counter, Instant now) {
        return sql.sql("select until from accounts.attempt where key = :key")
                .param("key", counter.key())
                .query((row, _) -> row.getTimestamp("until").toInstant())
                .optional()
                .orElse(now);
    }
}
