package org.matricula.registry.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Passwords, second factors, codes on paper, and what happened with an account. Facts: the newest counts.
@Component
final class CredentialStore {
    private final JdbcClient sql;
    private final SecretLock lock;

    CredentialStore(JdbcClient sql, SecretLock lock) {
        this.sql = sql;
        this.lock = lock;
    }

    /// The secret of an authenticator application.
    ///
    /// @param id its number, which its recovery codes bear
    record Secret(long id, byte[] bytes) {}

    /// Something that happened with an account.
    ///
    /// @param what a key of the texts
    record Happening(Instant at, String what, String browser) {}

    Optional<String> password(UUID account) {
        return sql.sql("select hash from accounts.password where account = :account order by id desc limit 1")
                .param("account", account)
                .query(String.class)
                .optional();
    }

    void setPassword(UUID account, String hash, Instant now) {
        sql.sql("insert into accounts.password (account, hash, at) values (:account, :hash, :now)")
                .param("account", account)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Secret> totp(UUID account) {
        return sql.sql("""
                select id, secret, locked from (
                    select id, secret, locked from accounts.totp where account = :account order by id desc limit 1) newest
                 where secret is not null or locked is not null""")
                .param("account", account)
                .query((row, _) -> {
                    byte[] locked = row.getBytes("locked");
                    return new Secret(
                            row.getLong("id"), locked == null ? row.getBytes("secret") : lock.unlock(account, locked));
                })
                .optional();
    }

    /// Adds a secret.
    ///
    /// @param secret none when there is to be none any more
    /// @return its number
    long setTotp(UUID account, Optional<byte[]> secret, Instant now) {
        return sql.sql("insert into accounts.totp (account, locked, at) values (:account, :locked, :now) returning id")
                .param("account", account)
                .param("locked", secret.map(each -> lock.lock(account, each)).orElse(null), java.sql.Types.BINARY)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// Uses a step up. False when it, or a later one, was used before: then somebody looked over a shoulder.
    boolean use(UUID account, long step) {
        return sql.sql("""
                        insert into accounts.totp_step as s (account, step) values (:account, :step)
                        on conflict (account) do update set step = excluded.step where s.step < excluded.step""").param("account", account).param("step", step).update() > 0;
    }

    void addRecoveryCodes(UUID account, long totp, List<String> codes) {
        codes.forEach(code -> sql.sql(
                        "insert into accounts.recovery_code (account, totp, hash) values (:account, :totp, :hash)")
                .param("account", account)
                .param("totp", totp)
                .param("hash", Secrets.codeHash(code))
                .update());
    }

    /// How many recovery codes are left.
    int recoveryCodes(UUID account) {
        return totp(account)
                .map(secret -> sql.sql("""
                        select count(*) from accounts.recovery_code c
                         where c.totp = :totp
                           and not exists (select 1 from accounts.recovery_code_used u where u.code = c.id)""")
                        .param("totp", secret.id())
                        .query(Integer.class)
                        .single())
                .orElse(0);
    }

    /// Uses a recovery code up; false when it is none, or was used.
    boolean useRecoveryCode(Secret secret, String code, Instant now) {
        return sql.sql("""
                        insert into accounts.recovery_code_used (code, at)
                        select id, :now from accounts.recovery_code where totp = :totp and hash = :hash
                        on conflict do nothing""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("totp", secret.id())
                        .param("hash", Secrets.codeHash(code))
                        .update()
                > 0;
    }

    void addOneTimeCode(UUID account, String code, Instant until, Instant now) {
        sql.sql("""
                insert into accounts.one_time_code (hash, account, at, until)
                values (:hash, :account, :now, :until)""")
                .param("hash", Secrets.codeHash(code))
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Whose one-time code this is; empty when it is nobody's, used, over, or there is a newer one.
    Optional<UUID> oneTimeCode(String code, Instant now) {
        return sql.sql("""
                select c.account from accounts.one_time_code c
                 where c.hash = :hash and c.until > :now
                   and c.id = (select max(n.id) from accounts.one_time_code n where n.account = c.account)
                   and not exists (select 1 from accounts.one_time_code_used u where u.code = c.id)""")
                .param("hash", Secrets.codeHash(code))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /// Uses a one-time code up; false when it was used before.
    boolean useOneTimeCode(String code, Instant now) {
        return sql.sql("""
                        insert into accounts.one_time_code_used (code, at)
                        select id, :now from accounts.one_time_code where hash = :hash
                        on conflict do nothing""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("hash", Secrets.codeHash(code))
                        .update()
                > 0;
    }

    /// Uses every one-time code of an account up.
    void useOneTimeCodes(UUID account, Instant now) {
        sql.sql("""
                insert into accounts.one_time_code_used (code, at)
                select id, :now from accounts.one_time_code where account = :account
                on conflict do nothing""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update();
    }

    void happened(UUID account, String what, String browser, Instant now) {
        sql.sql("insert into accounts.happening (account, at, what, browser) values (:account, :now, :what, :browser)")
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("what", what)
                .param("browser", browser.substring(0, Math.min(200, browser.length())))
                .update();
    }

    List<Happening> happenings(UUID account, int most) {
        return sql.sql("""
                select at, what, browser from accounts.happening where account = :account order by id desc limit :most""")
                .param("account", account)
                .param("most", most)
                .query((row, _) -> new Happening(
                        row.getTimestamp("at").toInstant(), row.getString("what"), row.getString("browser")))
                .list();
    }
}
