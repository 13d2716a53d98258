package org.matricula.registry.verification;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Limits wrong tries at the public look-up, by who asks and by which number is asked about: some are free, after that
/// each further one has to wait twice as long as the one before.
///
/// A try counts as wrong until it is known to be right, so that many at once are not more than one after the other.
/// What is asked while one has to wait is not looked up and not counted.
@Component
class Tries {
    /// A school behind one address may mistype more than one person.
    static final Limit BY_ADDRESS = new Limit(20, Duration.ofHours(1));

    /// A record is tried by the few who have it.
    static final Limit BY_NUMBER = new Limit(5, Duration.ofHours(24));

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final NodeSecret secret;
    private final InstantSource clock;

    Tries(JdbcClient sql, PlatformTransactionManager transactions, NodeSecret secret, InstantSource clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.secret = secret;
        this.clock = clock;
    }

    /// How many wrong tries are free, and how long they count.
    record Limit(int free, Duration window) {
        /// How long after the last one the next may come.
        Duration waitAfter(int wrong) {
            if (wrong < free) {
                return Duration.ZERO;
            }
            int doubled = Math.min(wrong - free, 6); // 64 minutes: beyond the longest
            Duration wait = FIRST_WAIT.multipliedBy(1L << doubled);
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
    }

    /// Whether a try may be made.
    sealed interface Answer {
        /// It may, and is counted as wrong until [#good] says otherwise.
        record Granted(long id) implements Answer {}

        /// It may not yet.
        record Wait(Duration remaining) implements Answer {}
    }

    private record Wrong(int count, @Nullable Instant last) {}

    /// What came of a try at a code alone.
    sealed interface Looked<T> {
        /// There is such a thing: the try was right, and nothing is left of it.
        record Found<T>(T what) implements Looked<T> {}

        /// There is none: the try was wrong, and counts.
        record Nothing<T>() implements Looked<T> {}

        /// There is none, and too many wrong ones came before.
        record Wait<T>(Duration remaining) implements Looked<T> {}
    }

    /// Tries a code alone. A right one is answered always, at once, and never written down: 80 random
    /// bits cannot be guessed, and behind one address of a carrier many people show papers, whatever one
    /// of them has mistyped. Only wrong ones count. They are held one after the other, so that many at
    /// once are not more than that.
    ///
    /// @param look finds what the code belongs to
    <T> Looked<T> look(String address, Supplier<Optional<T>> look) {
        Optional<T> found = look.get();
        if (found.isPresent()) {
            return new Looked.Found<>(found.get());
        }
        byte[] from = secret.digest("address", network(address));
        Instant now = clock.instant();
        return transaction.execute(_ -> {
            alone(HexFormat.of().formatHex(from));
            Duration wait = remaining(BY_ADDRESS, "address", from, now);
            if (wait.isPositive()) {
                return new Looked.Wait<>(wait);
            }
            forget(now);
            note(from, Optional.empty(), now);
            return new Looked.Nothing<>();
        });
    }

    /// Asks for a try at the five items.
    ///
    /// @param number the number as typed
    Answer ask(String address, String number) {
        return ask(address, number, "");
    }

    /// Asks to send a note on a record. Notes have the limits of wrong tries and are counted apart from them: who has
    /// sent many can still look up, and nobody is kept from a record by the notes of others.
    Answer note(String address, String number) {
        return ask(address, number, "note ");
    }

    private Answer ask(String address, String number, String what) {
        byte[] about = secret.digest(what + "number", utf8(Codes.plain(number)));
        byte[] from = secret.digest(what + "address", network(address));
        Instant now = clock.instant();
        return transaction.execute(_ -> {
            Stream.of(from, about)
                    .map(key -> HexFormat.of().formatHex(key))
                    .sorted()
                    .forEach(this::alone);
            Duration byAddress = remaining(BY_ADDRESS, "address", from, now);
            Duration byNumber = remaining(BY_NUMBER, "about", about, now);
            Duration wait = byNumber.compareTo(byAddress) > 0 ? byNumber : byAddress;
            if (wait.isPositive()) {
                return new Answer.Wait(wait);
            }
            forget(now);
            return new Answer.Granted(note(from, Optional.of(about), now));
        });
    }

    /// The try was right: it does not count.
    void good(Answer.Granted granted) {
        sql.sql("update verification.attempt set good = true where id = :id")
                .param("id", granted.id())
                .update();
    }

    private void alone(String key) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 9))")
                .param("key", key)
                .query((_, _) -> true)
                .list();
    }

    private Duration remaining(Limit limit, String column, byte[] key, Instant now) {
        Wrong wrong = wrong(limit, column, key, now);
        Instant last = wrong.last();
        return last == null ? Duration.ZERO : Duration.between(now, last.plus(limit.waitAfter(wrong.count())));
    }

    private Wrong wrong(Limit limit, String column, byte[] key, Instant now) {
        return sql.sql(
                        "select count(*) as count, max(at) as last from verification.attempt where not good and at > :since and "
                                + column + " = :key")
                .param("since", now.minus(limit.window()).atOffset(ZoneOffset.UTC))
                .param("key", key)
                .query((row, _) -> new Wrong(
                        row.getInt("count"),
                        row.getTimestamp("last") == null
                                ? null
                                : row.getTimestamp("last").toInstant()))
                .single();
    }

    private long note(byte[] from, Optional<byte[]> about, Instant now) {
        return sql.sql("""
                insert into verification.attempt (at, address, about) values (:at, :address, :about) returning id""")
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("address", from)
                .param("about", about.orElse(null), java.sql.Types.BINARY)
                .query(Long.class)
                .single();
    }

    private void forget(Instant now) {
        Duration longest = List.of(BY_ADDRESS.window(), BY_NUMBER.window()).stream()
                .max(Duration::compareTo)
                .orElseThrow();
        sql.sql("delete from verification.attempt where at < :before")
                .param("before", now.minus(longest).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Who asks: an IPv4 address, or the network of an IPv6 address, since one household has a whole network of them.
    private static byte[] network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes;
        } catch (IllegalArgumentException _) {
            return utf8(address); // not an address: what the proxy in front names its client by
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
