package org.matricula.registry.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.records.FamilyStep;
import org.matricula.registry.records.FamilyStep.Kind;
import org.matricula.registry.records.FamilyTree.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was issued under one number, and what was withdrawn.
@Component
public final class FamilyStore {
    private final JdbcClient sql;

    FamilyStore(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(
            UUID record, int version, Instant effectiveAt, Optional<FamilyStep> recalled, String xml, String pdf) {}

    /// The versions of a number, the first one first.
    public List<Member> members(String number) {
        List<Row> rows =
                sql.sql("""
                select s.record, s.version, s.effective_at, s.xml_sha256, i.pdf_sha256,
                       c.at as recalled_at, c.ground, c.directive, c.directive_on
                  from records.sealed s
                  join records.issued i on i.record = s.record
                  left join records.recalled c on c.record = s.record
                 where records.plain(s.number) = records.plain(:number) and s.number = :number
                 order by s.version""").param("number", number).query(FamilyStore::row).list();
        List<Member> members = new ArrayList<>();
        Optional<FamilyStep> before = Optional.empty();
        for (Row row : rows) {
            // A later version stands on the ground and the order by which the one before it was withdrawn.
            FamilyStep came = new FamilyStep(
                    members.isEmpty() ? Kind.ISSUED : Kind.CORRECTED,
                    row.effectiveAt(),
                    before.map(FamilyStep::ground).orElse(""),
                    before.map(FamilyStep::order).orElse(""),
                    before.flatMap(FamilyStep::orderOn));
            List<FamilyStep> steps = new ArrayList<>(List.of(came));
            row.recalled().ifPresent(steps::add);
            members.add(new Member(row.record(), row.version(), steps, row.xml(), row.pdf()));
            before = row.recalled();
        }
        return members;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Optional<FamilyStep> recalled = row.getTimestamp("recalled_at") == null
                ? Optional.empty()
                : Optional.of(new FamilyStep(
                        Kind.RECALLED,
                        row.getTimestamp("recalled_at").toInstant(),
                        row.getString("ground"),
                        row.getString("directive"),
                        Optional.of(row.getObject("directive_on", LocalDate.class))));
        return new Row(
                row.getObject("record", UUID.class),
                row.getInt("version"),
                row.getTimestamp("effective_at").toInstant(),
                recalled,
                HexFormat.of().formatHex(row.getBytes("xml_sha256")),
                HexFormat.of().formatHex(row.getBytes("pdf_sha256")));
    }
}
