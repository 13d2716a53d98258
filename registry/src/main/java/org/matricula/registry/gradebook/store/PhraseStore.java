package org.matricula.registry.gradebook.store;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The comment bank: a person's own phrases and the school's, for each block.
@Component
public final class PhraseStore {
    private static final String KEPT = """
            select p.id, p.institution, p.account, p.block, p.words from gradebook.phrase p
             where not exists (select 1 from gradebook.phrase_dropped d where d.phrase = p.id)""";

    private final JdbcClient sql;

    PhraseStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A phrase of the bank.
    ///
    /// @param account whose it is; the whole school's when empty
    /// @param block the subject's code; empty for what the homeroom teacher writes
    public record Phrase(UUID id, UUID institution, Optional<UUID> account, String block, String words) {}

    /// What a person may choose from: the own phrases first, each kind by its words.
    public List<Phrase> bank(UUID institution, UUID account, String block) {
        return sql.sql(KEPT + """
                 and p.institution = :institution and p.block = :block and (p.account = :account or p.account is null)
                 order by p.account is null, p.words""")
                .param("institution", institution)
                .param("block", block)
                .param("account", account)
                .query(PhraseStore::read)
                .list();
    }

    /// A phrase, if it was not dropped.
    public Optional<Phrase> find(UUID phrase) {
        return sql.sql(KEPT + " and p.id = :phrase")
                .param("phrase", phrase)
                .query(PhraseStore::read)
                .optional();
    }

    /// @param account whose it becomes; the whole school's when empty
    public UUID keep(UUID institution, Optional<UUID> account, String block, String words, Actor by, Moment now) {
        return sql.sql("""
                insert into gradebook.phrase (institution, account, block, words, at, by)
                values (:institution, :account, :block, :words, :at, :by) returning id""")
                .param("institution", institution)
                .param("account", account.orElse(null), Types.OTHER)
                .param("block", block)
                .param("words", words)
                .param("at", now.local())
                .param("by", by.account().orElse(null), Types.OTHER)
                .query(UUID.class)
                .single();
    }

    public void drop(UUID phrase, Actor by, Moment now) {
        sql.sql("""
                insert into gradebook.phrase_dropped (phrase, at, by) values (:phrase, :at, :by)
                on conflict do nothing""")
                .param("phrase", phrase)
                .param("at", now.local())
                .param("by", by.account().orElse(null), Types.OTHER)
                .update();
    }

    private static Phrase read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Phrase(
                row.getObject("id", UUID.class),
                row.getObject("institution", UUID.class),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                row.getString("block"),
                row.getString("words"));
    }
}
