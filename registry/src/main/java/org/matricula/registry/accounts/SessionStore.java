package org.matricula.registry.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sessions, in the database: any node knows them, and a restart signs nobody out.
@Component
final class SessionStore {
    /// A session ends so long after it began.
    static final Duration LONGEST = Duration.ofHours(12);
    /// And so long after the browser last asked for something.
    static final Duration IDLE = Duration.ofMinutes(60);
    /// So long one may take to type the code after the password.
    static final Duration WAITING = Duration.ofMinutes(10);
    /// The time last seen is written no more often than this.
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private static final String COLUMNS =
            "select hash, account, strong, started_at, seen_at, browser from accounts.session ";

    private final JdbcClient sql;

    SessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Begins a session.
    ///
    /// @param waiting whether the code is still to come
    /// @return the secret for the cookie, which nobody can read again
    String begin(UUID account, boolean strong, boolean waiting, String browser, Instant now) {
        sql.sql("delete from accounts.session where account = :account and (started_at < :oldest or seen_at < :idle)")
                .param("account", account)
                .param("oldest", now.minus(LONGEST).atOffset(ZoneOffset.UTC))
                .param("idle", now.minus(IDLE).atOffset(ZoneOffset.UTC))
                .update();
        String secret = Secrets.token();
        sql.sql("""
                insert into accounts.session (hash, account, strong, waiting, started_at, seen_at, browser)
                values (:hash, :account, :strong, :waiting, :now, :now, :browser)""")
                .param("hash", Secrets.hash(secret))
                .param("account", account)
                .param("strong", strong)
                .param("waiting", waiting)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("browser", browser.substring(0, Math.min(200, browser.length())))
                .update();
        return secret;
    }

    /// The session of a secret; empty when it is over.
    Optional<Session> find(String secret, Instant now) {
        Optional<Session> found = sql.sql(COLUMNS + """
                 where hash = :hash and not waiting and started_at > :oldest and seen_at > :idle""")
                .param("hash", Secrets.hash(secret))
                .param("oldest", now.minus(LONGEST).atOffset(ZoneOffset.UTC))
                .param("idle", now.minus(IDLE).atOffset(ZoneOffset.UTC))
                .query(SessionStore::read)
                .optional();
        found.filter(session -> session.seenAt().isBefore(now.minus(TOUCH)))
                .ifPresent(session -> sql.sql("update accounts.session set seen_at = :now where hash = :hash")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("hash", session.hash())
                        .update());
        return found;
    }

    /// Who typed the right password and has still to type the code.
    Optional<UUID> waiting(String secret, Instant now) {
        return sql.sql("select account from accounts.session where hash = :hash and waiting and started_at > :oldest")
                .param("hash", Secrets.hash(secret))
                .param("oldest", now.minus(WAITING).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /// The sessions of an account that are not over, the newest first.
    List<Session> of(UUID account, Instant now) {
        return sql.sql(COLUMNS + """
                 where account = :account and not waiting and started_at > :oldest and seen_at > :idle
                 order by started_at desc""")
                .param("account", account)
                .param("oldest", now.minus(LONGEST).atOffset(ZoneOffset.UTC))
                .param("idle", now.minus(IDLE).atOffset(ZoneOffset.UTC))
                .query(SessionStore::read)
                .list();
    }

    /// Ends the session of a secret, waiting or not.
    void end(String secret) {
        sql.sql("delete from accounts.session where hash = :hash")
                .param("hash", Secrets.hash(secret))
                .update();
    }

    /// Ends every session of an account.
    void endAll(UUID account) {
        sql.sql("delete from accounts.session where account = :account")
                .param("account", account)
                .update();
    }

    private static Session read(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getBytes("hash"),
                row.getObject("account", UUID.class),
                row.getBoolean("strong"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getString("browser"));
    }
}
