package org.matricula.registry.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The access of programs. A token acts as its person, never with a second factor.
@Component
final class TokenStore {
    private static final String PREFIX = "mat_";

    private final JdbcClient sql;

    TokenStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A token without its secret.
    ///
    /// @param name what the person calls the program
    /// @param until when it ends
    record Token(UUID id, String name, Instant at, Instant until) {}

    /// Makes a token.
    ///
    /// @return the secret, shown once
    String make(UUID account, String name, Instant until, Instant now) {
        String secret = PREFIX + Secrets.token();
        sql.sql("""
                insert into accounts.token (account, name, hash, at, until)
                values (:account, :name, :hash, :now, :until)""")
                .param("account", account)
                .param("name", name)
                .param("hash", Secrets.hash(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /// Whose token this is; empty when it is nobody's or over.
    Optional<UUID> account(String secret, Instant now) {
        return sql.sql("""
                select t.account from accounts.token t
                 where t.hash = :hash and t.until > :now
                   and not exists (select 1 from accounts.token_ended e where e.token = t.id)""")
                .param("hash", Secrets.hash(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /// The tokens of an account that are not over, the newest first.
    List<Token> of(UUID account, Instant now) {
        return sql.sql("""
                select t.id, t.name, t.at, t.until from accounts.token t
                 where t.account = :account and t.until > :now
                   and not exists (select 1 from accounts.token_ended e where e.token = t.id)
                 order by t.id desc""")
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Token(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("until").toInstant()))
                .list();
    }

    /// Ends a token of an account; of another account's it does nothing.
    void end(UUID account, UUID token, Instant now) {
        sql.sql("""
                insert into accounts.token_ended (token, at)
                select id, :now from accounts.token where id = :token and account = :account
                on conflict do nothing""")
                .param("token", token)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Ends every token of an account.
    void endAll(UUID account, Instant now) {
        of(account, now).forEach(token -> end(account, token.id(), now));
    }
}
