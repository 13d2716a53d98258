package org.matricula.registry.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts of the register. Passwords and keys are not here: they are the business of signing in.
@Component
public final class Accounts {
    private static final String NOW = """
            select a.id, a.login,
                   (select n.name from directory.account_name n
                     where n.account = a.id order by n.id desc limit 1) as name,
                   coalesce((select c.closed from directory.account_closed c
                              where c.account = a.id order by c.id desc limit 1), false) as closed
              from directory.account a""";

    private static final String AT = """
            (exists (select 1 from directory.account_home h where h.account = a.id and h.institution = :institution)
             or exists (select 1 from directory.mandate m where m.account = a.id and m.institution = :institution))""";

    private final JdbcClient sql;
    private final Mandates mandates;

    Accounts(JdbcClient sql, Mandates mandates) {
        this.sql = sql;
        this.mandates = mandates;
    }

    /// The account with an id; empty when there is none.
    public Optional<Account> find(UUID id) {
        return sql.sql(NOW + " where a.id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    /// The account that signs in with a login, in any case of letters.
    public Optional<Account> byLogin(String login) {
        return sql.sql(NOW + " where a.login = :login")
                .param("login", login.strip().toLowerCase(Locale.ROOT))
                .query(Account.class)
                .optional();
    }

    /// The accounts that an institution keeps, and of everybody with a mandate at it, past ones included, by login.
    public List<Account> at(UUID institution) {
        return sql.sql(NOW + " where " + AT + " order by a.login")
                .param("institution", institution)
                .query(Account.class)
                .list();
    }

    /// Whether an institution keeps an account, or its person has or had a mandate at it.
    public boolean isAt(UUID account, UUID institution) {
        return sql.sql("select count(*) from directory.account a where a.id = :account and " + AT)
                        .param("account", account)
                        .param("institution", institution)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Which institution keeps an account: the one that opened it, else that of its first mandate.
    public Optional<UUID> home(UUID account) {
        return sql.sql("""
                select coalesce(
                    (select h.institution from directory.account_home h where h.account = :account),
                    (select m.institution from directory.mandate m where m.account = :account order by m.id limit 1))""").param("account", account).query(UUID.class).optional();
    }

    /// Says which institution keeps an account. Runs in the act that opens it.
    public void keep(UUID account, UUID institution, Moment now) {
        sql.sql("insert into directory.account_home (account, institution, at) values (:account, :institution, :at)")
                .param("account", account)
                .param("institution", institution)
                .param("at", now.local())
                .update();
    }

    /// Who acts when this account is signed in.
    ///
    /// @param strong whether a second factor was shown in this session
    public Actor actor(Account account, boolean strong) {
        return new Actor(
                Optional.of(account.id()),
                account.name(),
                account.closed() ? List.of() : mandates.of(account.id()),
                strong);
    }

    /// Opens an account. Runs in the act's transaction.
    ///
    /// @param login must be free; see [#byLogin(String)]
    public Account open(String login, String name, Actor by, Moment now) {
        String typed = login.strip().toLowerCase(Locale.ROOT);
        UUID id = sql.sql("""
                insert into directory.account (login, added_at, added_by) values (:login, :at, :by) returning id""")
                .param("login", typed)
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .query(UUID.class)
                .single();
        rename(id, name, by, now);
        return new Account(id, typed, name, false);
    }

    /// Adds a new name of a person: the old one stays with what was signed under it.
    public void rename(UUID account, String name, Actor by, Moment now) {
        sql.sql("insert into directory.account_name (account, name, at, by) values (:account, :name, :at, :by)")
                .param("account", account)
                .param("name", name)
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .update();
    }

    /// Closes an account, or opens it again.
    public void close(UUID account, boolean closed, Actor by, Moment now) {
        sql.sql("insert into directory.account_closed (account, closed, at, by) values (:account, :closed, :at, :by)")
                .param("account", account)
                .param("closed", closed)
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .update();
    }
}
