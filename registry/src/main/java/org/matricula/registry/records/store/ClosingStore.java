package org.matricula.registry.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.record.Issue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Closing, from the intent to the two formats; and recalls.
@Component
public final class ClosingStore {
    private final JdbcClient sql;

    ClosingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// An intent to close.
    ///
    /// @param effectiveAt from when the records are in force: the moment of the intent, to the second
    /// @param records how many records it names
    public record Closing(UUID id, UUID classId, Instant effectiveAt, int records) {}

    /// A record that has to be sealed.
    public record ToSeal(UUID record, UUID pupil, byte[] file) {}

    /// A record that is sealed as XML.
    ///
    /// @param leaf its index in the log
    public record Sealed(UUID record, UUID pupil, String number, int version, byte[] xml, long leaf, byte[] salt) {}

    /// Writes the intent down. Each record is in one intent only: the second one that names it fails.
    public Closing intend(UUID classId, Collection<UUID> records, Instant effectiveAt, Actor by, Moment now) {
        UUID id = sql.sql("""
                insert into records.closing (class_id, effective_at, account, name, at)
                values (:class, :effective, :account, :name, :at) returning id""")
                .param("class", classId)
                .param("effective", effectiveAt.atOffset(ZoneOffset.UTC))
                .param("account", by.account().orElse(null), java.sql.Types.OTHER)
                .param("name", by.name())
                .param("at", now.local())
                .query(UUID.class)
                .single();
        sql.sql("""
                insert into records.closing_record (record, closing)
                select record, :closing from unnest(:records::uuid[]) as record""")
                .param("closing", id)
                .param("records", records.toArray(UUID[]::new))
                .update();
        return new Closing(id, classId, effectiveAt, records.size());
    }

    /// Those among some records that an intent names already.
    public Set<UUID> intended(Collection<UUID> records) {
        return sql.sql("select record from records.closing_record where record = any(:records)")
                .param("records", records.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /// An intent that is not carried out to the end.
    ///
    /// @param work the work in which people watch it
    public record Unfinished(Closing closing, UUID work) {}

    /// Intents that are not carried out to the end and that nobody is at, the oldest first.
    ///
    /// @param heardBefore whose work was last heard of before this moment is not at work any more
    public List<Unfinished> unfinished(Instant heardBefore) {
        return sql.sql("""
                select c.id, c.class_id, c.effective_at, w.id as work,
                       (select count(*) from records.closing_record r where r.closing = c.id) as records
                  from records.closing c
                  join records.work w on w.closing = c.id
                 where w.state <> 'DONE' and (w.state <> 'RUNNING' or w.heard_at < :before)
                   and exists (
                       select from records.closing_record r
                        where r.closing = c.id
                          and not exists (select from records.issued i where i.record = r.record))
                 order by c.id""")
                .param("before", WorkStore.moment(heardBefore))
                .query((row, _) -> new Unfinished(
                        new Closing(
                                row.getObject("id", UUID.class),
                                row.getObject("class_id", UUID.class),
                                row.getTimestamp("effective_at").toInstant(),
                                row.getInt("records")),
                        row.getObject("work", UUID.class)))
                .list();
    }

    /// Waits until this intent is worked on by nobody else, until the end of the transaction.
    public void hold(Closing closing) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .param("id", closing.id().toString())
                .query((row, _) -> true)
                .single();
    }

    /// Some of the records of an intent that are not sealed yet.
    public List<ToSeal> toSeal(UUID closing, int most) {
        return sql.sql("""
                select r.id, r.pupil, r.file
                  from records.closing_record c
                  join records.record r on r.id = c.record
                 where c.closing = :closing and not exists (select from records.sealed s where s.record = c.record)
                 order by r.number limit :most""")
                .param("closing", closing)
                .param("most", most)
                .query((row, _) -> new ToSeal(
                        row.getObject("id", UUID.class), row.getObject("pupil", UUID.class), row.getBytes("file")))
                .list();
    }

    /// Those among some records that are sealed as XML.
    public Set<UUID> sealedAmong(Collection<UUID> records) {
        return sql.sql("select record from records.sealed where record = any(:records)")
                .param("records", records.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /// Those among some records that are issued.
    public Set<UUID> issuedAmong(Collection<UUID> records) {
        return sql.sql("select record from records.issued where record = any(:records)")
                .param("records", records.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /// A record is sealed as XML, and its leaf is in the log, in one transaction.
    public void sealed(
            UUID record,
            String number,
            int version,
            Issue issue,
            String dataDigest,
            byte[] xml,
            long leaf,
            byte[] salt,
            Instant at) {
        sql.sql("""
                insert into records.sealed
                    (record, number, version, lookup_code, confirmation_code, data_digest, xml, xml_sha256,
                     effective_at, leaf, salt, at)
                values
                    (:record, :number, :version, :lookup, :confirmation, :digest, :xml, :sha256,
                     :effective, :leaf, :salt, :at)""")
                .param("record", record)
                .param("number", number)
                .param("version", version)
                .param("lookup", issue.lookupCode())
                .param("confirmation", issue.confirmationCode())
                .param("digest", dataDigest)
                .param("xml", xml)
                .param("sha256", Hash.sha256(xml).bytes())
                .param("effective", issue.effectiveAt())
                .param("leaf", leaf)
                .param("salt", salt)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Some of the records of an intent that are sealed and not issued yet.
    public List<Sealed> toIssue(UUID closing, int most) {
        return sql.sql("""
                select s.record, r.pupil, s.number, s.version, s.xml, s.leaf, s.salt
                  from records.closing_record c
                  join records.sealed s on s.record = c.record
                  join records.record r on r.id = c.record
                 where c.closing = :closing and not exists (select from records.issued i where i.record = c.record)
                 order by s.number limit :most""")
                .param("closing", closing)
                .param("most", most)
                .query(ClosingStore::readSealed)
                .list();
    }

    /// A record that was sealed first in its closing.
    public record FirstSealed(byte[] xml, Instant at) {}

    /// One sealed record of each closing of an institution, the oldest closing first: a closing seals with one
    /// certificate.
    public List<FirstSealed> firstOfEachClosing(UUID institution) {
        return sql.sql("""
                select xml, at
                  from (select distinct on (c.closing) s.xml, s.at
                          from records.record r
                          join records.closing_record c on c.record = r.id
                          join records.sealed s on s.record = r.id
                         where r.institution = :institution
                         order by c.closing, s.at) as first
                 order by at""")
                .param("institution", institution)
                .query((row, _) -> new FirstSealed(
                        row.getBytes("xml"), row.getTimestamp("at").toInstant()))
                .list();
    }

    /// A record is issued: both formats are there, and its state says so.
    public void issued(UUID record, byte[] pdf, Instant at) {
        sql.sql("insert into records.issued (record, pdf, pdf_sha256, at) values (:record, :pdf, :sha256, :at)")
                .param("record", record)
                .param("pdf", pdf)
                .param("sha256", Hash.sha256(pdf).bytes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("update records.record set state = 'CLOSED', file = null, changed_at = :at where id = :record")
                .param("record", record)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The PDF of an issued record; empty while it is not issued.
    public Optional<byte[]> pdf(UUID record) {
        return sql.sql("select pdf from records.issued where record = :record")
                .param("record", record)
                .query((row, _) -> row.getBytes("pdf"))
                .optional();
    }

    /// The sealed XML of an issued record; empty while it is not issued.
    public Optional<byte[]> xml(UUID record) {
        return sql.sql("""
                select s.xml from records.sealed s join records.issued i on i.record = s.record
                 where s.record = :record""")
                .param("record", record)
                .query((row, _) -> row.getBytes("xml"))
                .optional();
    }

    /// A sealed and issued record.
    public Optional<Sealed> issuedRecord(UUID record) {
        return sql.sql("""
                select s.record, r.pupil, s.number, s.version, s.xml, s.leaf, s.salt
                  from records.sealed s
                  join records.issued i on i.record = s.record
                  join records.record r on r.id = s.record
                 where s.record = :record""")
                .param("record", record)
                .query(ClosingStore::readSealed)
                .optional();
    }

    /// Why a record is withdrawn.
    ///
    /// @param ground in words
    /// @param directive the number of the authority's directive
    /// @param directiveOn its date
    public record Recall(String ground, String directive, LocalDate directiveOn) {}

    /// A closed record is withdrawn.
    public void recalled(UUID record, Recall why, long leaf, byte[] salt, Actor by, Moment now) {
        sql.sql("""
                insert into records.recalled
                    (record, ground, directive, directive_on, leaf, salt, account, name, at)
                values (:record, :ground, :directive, :directiveOn, :leaf, :salt, :account, :name, :at)""")
                .param("record", record)
                .param("ground", why.ground())
                .param("directive", why.directive())
                .param("directiveOn", why.directiveOn())
                .param("leaf", leaf)
                .param("salt", salt)
                .param("account", by.account().orElse(null), java.sql.Types.OTHER)
                .param("name", by.name())
                .param("at", now.local())
                .update();
        sql.sql("update records.record set state = 'RECALLED', changed_at = :at where id = :record")
                .param("record", record)
                .param("at", now.local())
                .update();
    }

    private static Sealed readSealed(ResultSet row, int number) throws SQLException {
        return new Sealed(
                row.getObject("record", UUID.class),
                row.getObject("pupil", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                row.getBytes("xml"),
                row.getLong("leaf"),
                row.getBytes("salt"));
    }
}
