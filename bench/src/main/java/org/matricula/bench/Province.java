package org.matricula.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Heading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A register as a province has it, made in the database itself by its owner: nobody entered or signed any of it.
///
/// Identifiers follow from numbers, so that rows find each other: school `n` is `md5('school' || n)`.
final class Province {
    private static final int CLASSES = 25;
    private static final int PUPILS = 32;
    private static final ClassSheetForm FORM = new PrimaryReportBook().sheet();

    private final BenchNode node;
    private final int schools;
    private double seconds;

    Province(BenchNode node, int schools) {
        this.node = node;
        this.schools = schools;
    }

    int schools() {
        return schools;
    }

    int pupils() {
        return schools * CLASSES * PUPILS;
    }

    /// How long it took to make.
    double seconds() {
        return seconds;
    }

    /// What the principal of a school has in the cookie of the session.
    static String secret(int school) {
        return "principal-of-school-" + school;
    }

    /// Refuses a page that is not the board of 25 classes.
    void require(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        if (!html.contains("5/25")) {
            throw new IllegalStateException("this is no board of 25 classes: " + html);
        }
    }

    void fill() {
        long begin = System.nanoTime();
        try (Connection owner = node.ownersConnection()) {
            JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            // Triggers guard what people do; nobody does anything here.
            sql.sql("set session_replication_role = replica").update();
            sql.sql("set synchronous_commit = off").update();
            for (String statement : statements()) {
                sql.sql(statement)
                        .param("schools", schools)
                        .param("classes", CLASSES)
                        .param("pupils", PUPILS)
                        .param("form", FORM.id())
                        .param("year", BenchSchool.YEAR)
                        .param(
                                "subjects",
                                FORM.subjects(4).stream().map(Heading::code).toArray(String[]::new))
                        .update();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the province could not be made", e);
        }
        node.analyse();
        seconds = (System.nanoTime() - begin) / 1e9;
    }

    private static List<String> statements() {
        return List.of("""
                insert into directory.institution (id, code, country, zone, added_at)
                select md5('school' || n)::uuid, 'B' || n, 'VN', 'Asia/Ho_Chi_Minh', now()
                  from generate_series(0, :schools - 1) n""", """
                insert into directory.institution_name (institution, name, since)
                select md5('school' || n)::uuid, 'Trường Tiểu học ' || n, '2000-01-01'
                  from generate_series(0, :schools - 1) n""", """
                insert into gradebook.class_ (id, institution, school_year, grade, name, form, added_at)
                select md5('class' || n)::uuid, md5('school' || n / :classes)::uuid, :year, 1 + n % 5,
                       (1 + n % 5) || '/' || (1 + n % :classes), :form, now()
                  from generate_series(0, :schools * :classes - 1) n""", """
                insert into gradebook.entry_window (institution, school_year, opens, closes, at)
                select md5('school' || n)::uuid, :year, now() - interval '20 days', now() + interval '1 day', now()
                  from generate_series(0, :schools - 1) n""", """
                insert into directory.pupil (id, institution, added_at)
                select md5('pupil' || n)::uuid, md5('school' || n / (:classes * :pupils))::uuid, now()
                  from generate_series(0, :schools * :classes * :pupils - 1) n""", """
                insert into directory.pupil_data (pupil, personal_number, full_name, values, at)
                select md5('pupil' || n)::uuid, lpad(n::text, 12, '0'), 'Nguyễn Thị ' || n,
                       jsonb_build_object('fullName', 'Nguyễn Thị ' || n, 'bornOn', '2016-03-08',
                                          'personalNumber', lpad(n::text, 12, '0')), now()
                  from generate_series(0, :schools * :classes * :pupils - 1) n""", """
                insert into gradebook.class_pupil (class_id, pupil, position, at)
                select md5('class' || n / :pupils)::uuid, md5('pupil' || n)::uuid, 1 + n % :pupils, now()
                  from generate_series(0, :schools * :classes * :pupils - 1) n""", """
                insert into records.record (id, institution, class_id, pupil, number, version, state, changed_at)
                select md5('record' || n)::uuid, md5('school' || n / (:classes * :pupils))::uuid,
                       md5('class' || n / :pupils)::uuid, md5('pupil' || n)::uuid, 'B-' || n, 1,
                       (array['DRAFT', 'ENTERED', 'SUBJECT_SIGNED', 'HOMEROOM_SIGNED', 'APPROVED', 'CLOSED'])
                           [1 + n / :pupils % 6], now()
                  from generate_series(0, :schools * :classes * :pupils - 1) n""", """
                insert into records.signature (record, key, account, name, at)
                select md5('record' || n)::uuid, 'subject.' || s.code, md5('teacher' || n / :pupils)::uuid,
                       'Trần Thị ' || n / :pupils, now()
                  from generate_series(0, :schools * :classes * :pupils - 1) n
                 cross join unnest(:subjects::text[]) with ordinality as s (code, place)
                 where n / :pupils % 6 >= 2 or s.place <= n / :pupils % 12""", """
                insert into gradebook.cell (class_id, pupil, column_key, value, revision, at)
                select md5('class' || n / :pupils)::uuid, md5('pupil' || n)::uuid, s.code || '.level', 'T',
                       nextval('gradebook.revision'), now()
                  from generate_series(0, :schools * :classes * :pupils - 1) n
                 cross join unnest(:subjects::text[]) as s (code)""", """
                insert into directory.account (id, login, added_at)
                select md5(k.kind || n)::uuid, k.kind || n, now()
                  from (values ('principal', :schools), ('teacher', :schools * :classes)) as k (kind, many)
                 cross join lateral generate_series(0, k.many - 1) n""", """
                insert into directory.account_name (account, name, at)
                select id, 'Trần Thị ' || login, now() from directory.account""", """
                insert into directory.mandate (account, role, institution, from_date, at)
                select md5('principal' || n)::uuid, 'PRINCIPAL', md5('school' || n)::uuid, '2020-01-01', now()
                  from generate_series(0, :schools - 1) n""", """
                insert into directory.mandate (account, role, institution, class_id, from_date, at)
                select md5('teacher' || n)::uuid, 'HOMEROOM_TEACHER', md5('school' || n / :classes)::uuid,
                       md5('class' || n)::uuid, '2020-01-01', now()
                  from generate_series(0, :schools * :classes - 1) n""", """
                insert into directory.mandate (account, role, institution, class_id, subject, from_date, at)
                select md5('teacher' || (n / :classes * :classes + (n + s.place) % :classes))::uuid,
                       'SUBJECT_TEACHER', md5('school' || n / :classes)::uuid, md5('class' || n)::uuid, s.code,
                       '2020-01-01', now()
                  from generate_series(0, :schools * :classes - 1) n
                 cross join unnest(:subjects::text[]) with ordinality as s (code, place)
                 where s.place <= 4""", """
                insert into accounts.session (hash, account, strong, waiting, started_at, seen_at, browser)
                select sha256(('principal-of-school-' || n)::bytea), md5('principal' || n)::uuid, false, false,
                       now(), now(), ''
                  from generate_series(0, :schools - 1) n""");
    }
}
