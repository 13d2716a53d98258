package org.matricula.registry.gradebook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.ClassRoom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Classes, who is in them, when results may be entered, and whose records are closed.
@Component
public final class ClassStore {
    private static final String ROOM = "select id, institution, school_year, grade, name, form from gradebook.class_";

    private final JdbcClient sql;

    ClassStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<ClassRoom> find(UUID id) {
        return sql.sql(ROOM + " where id = :id")
                .param("id", id)
                .query(ClassRoom.class)
                .optional();
    }

    public Optional<ClassRoom> named(UUID institution, String schoolYear, String name) {
        return sql.sql(ROOM + " where institution = :institution and school_year = :year and name = :name")
                .param("institution", institution)
                .param("year", schoolYear)
                .param("name", name)
                .query(ClassRoom.class)
                .optional();
    }

    public List<ClassRoom> ofYear(UUID institution, String schoolYear) {
        return sql.sql(ROOM + " where institution = :institution and school_year = :year order by grade, name")
                .param("institution", institution)
                .param("year", schoolYear)
                .query(ClassRoom.class)
                .list();
    }

    public List<String> schoolYears(UUID institution) {
        return sql.sql("""
                select distinct school_year from gradebook.class_
                 where institution = :institution order by school_year desc""")
                .param("institution", institution)
                .query(String.class)
                .list();
    }

    public ClassRoom add(
            UUID institution, String schoolYear, int grade, String name, String form, Actor by, Moment now) {
        UUID id = sql.sql("""
                insert into gradebook.class_ (institution, school_year, grade, name, form, added_at, added_by)
                values (:institution, :year, :grade, :name, :form, :at, :by) returning id""")
                .param("institution", institution)
                .param("year", schoolYear)
                .param("grade", grade)
                .param("name", name)
                .param("form", form)
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .query(UUID.class)
                .single();
        return new ClassRoom(id, institution, schoolYear, grade, name, form);
    }

    /// The class list on a day, in order.
    public List<ClassPupil> pupils(UUID classId, LocalDate on) {
        return sql.sql("""
                select p.pupil, p.position, gradebook.is_closed(p.class_id, p.pupil) as closed
                  from gradebook.class_pupil p
                 where p.class_id = :class
                   and not exists (select 1 from gradebook.class_pupil_left l
                                    where l.class_id = p.class_id and l.pupil = p.pupil and l.after < :on)
                 order by p.position, p.pupil""")
                .param("class", classId)
                .param("on", on)
                .query(ClassPupil.class)
                .list();
    }

    /// Those among some classes in which the results of everybody are closed.
    public Set<UUID> closed(Collection<UUID> classes, LocalDate on) {
        return sql.sql("""
                select p.class_id
                  from gradebook.class_pupil p
                 where p.class_id = any(:classes)
                   and not exists (select 1 from gradebook.class_pupil_left l
                                    where l.class_id = p.class_id and l.pupil = p.pupil and l.after < :on)
                 group by p.class_id having bool_and(gradebook.is_closed(p.class_id, p.pupil))""")
                .param("classes", classes.toArray(UUID[]::new))
                .param("on", on)
                .query(UUID.class)
                .set();
    }

    /// Every class that a pupil is or was in.
    public Set<UUID> classesOf(UUID pupil) {
        return sql.sql("select class_id from gradebook.class_pupil where pupil = :pupil")
                .param("pupil", pupil)
                .query(UUID.class)
                .set();
    }

    public void join(UUID classId, UUID pupil, int position, Actor by, Moment now) {
        sql.sql("""
                insert into gradebook.class_pupil (class_id, pupil, position, at, by)
                values (:class, :pupil, :position, :at, :by)""")
                .param("class", classId)
                .param("pupil", pupil)
                .param("position", position)
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .update();
    }

    /// Puts a pupil who was in the class before into it again, at the old place of the list.
    ///
    /// @return whether the pupil was in it before
    public boolean comeBack(UUID classId, UUID pupil, Actor by, Moment now) {
        return sql.sql("""
                        insert into gradebook.class_pupil_went (class_id, pupil, after, at, by)
                        select class_id, pupil, null, :at, :by::uuid from gradebook.class_pupil
                         where class_id = :class and pupil = :pupil""")
                        .param("class", classId)
                        .param("pupil", pupil)
                        .param("at", now.local())
                        .param("by", by.account().orElse(null), java.sql.Types.OTHER)
                        .update()
                > 0;
    }

    public void leave(UUID classId, UUID pupil, LocalDate after, Actor by, Moment now) {
        sql.sql("""
                insert into gradebook.class_pupil_went (class_id, pupil, after, at, by)
                values (:class, :pupil, :after, :at, :by)""")
                .param("class", classId)
                .param("pupil", pupil)
                .param("after", after)
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .update();
    }

    /// Closes the results of pupils, or opens them again after a recall.
    public void close(UUID classId, Collection<UUID> pupils, boolean closed, Actor by, Moment now) {
        sql.sql("""
                insert into gradebook.closed (class_id, pupil, closed, at, by)
                select :class, pupil, :closed, :at, :by from unnest(:pupils::uuid[]) as pupil""")
                .param("class", classId)
                .param("pupils", pupils.toArray(UUID[]::new))
                .param("closed", closed)
                .param("at", now.local())
                .param("by", by.account().orElse(null), java.sql.Types.OTHER)
                .update();
    }

    /// The entry window that counts for a class; empty when none was ever set.
    public Optional<Window> window(ClassRoom room) {
        return sql.sql("""
                select opens, closes from gradebook.entry_window
                 where institution = :institution and school_year = :year and (class_id = :class or class_id is null)
                 order by class_id is null, id desc limit 1""")
                .param("institution", room.institution())
                .param("year", room.schoolYear())
                .param("class", room.id())
                .query((row, _) -> new Window(
                        row.getObject("opens", OffsetDateTime.class), row.getObject("closes", OffsetDateTime.class)))
                .optional();
    }

    /// A class with the entry window that counts for it.
    public record WithWindow(ClassRoom room, Optional<Window> window) {}

    /// Classes by id, each with its entry window, by grade and name.
    public List<WithWindow> withWindow(Collection<UUID> ids) {
        return sql.sql("""
                select c.id, c.institution, c.school_year, c.grade, c.name, c.form, w.opens, w.closes
                  from gradebook.class_ c
                  left join lateral (
                        select opens, closes from gradebook.entry_window w
                         where w.institution = c.institution and w.school_year = c.school_year
                           and (w.class_id = c.id or w.class_id is null)
                         order by w.class_id is null, w.id desc limit 1) w on true
                 where c.id = any(:ids)
                 order by c.school_year desc, c.grade, c.name""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new WithWindow(
                        new ClassRoom(
                                row.getObject("id", UUID.class),
                                row.getObject("institution", UUID.class),
                                row.getString("school_year"),
                                row.getInt("grade"),
                                row.getString("name"),
                                row.getString("form")),
                        window(row)))
                .list();
    }

    /// A class as a board shows it.
    ///
    /// @param years every school year in which the institution has classes, the newest first
    /// @param pupils who is in the class, in order
    public record OnBoard(ClassRoom room, Optional<Window> window, List<String> years, List<UUID> pupils) {}

    /// The classes of a school year with everything that a board needs, by grade and name: one question for all.
    ///
    /// @param schoolYear empty for the newest
    /// @param on the day for the class lists
    public List<OnBoard> onBoard(UUID institution, String schoolYear, LocalDate on) {
        return sql.sql("""
                with years as materialized (
                    select coalesce(array_agg(distinct y.school_year order by y.school_year desc), '{}') as years
                      from gradebook.class_ y where y.institution = :institution)
                select c.id, c.institution, c.school_year, c.grade, c.name, c.form, w.opens, w.closes, years.years,
                       array(select p.pupil from gradebook.class_pupil p
                              where p.class_id = c.id
                                and not exists (select 1 from gradebook.class_pupil_left l
                                                 where l.class_id = p.class_id and l.pupil = p.pupil
                                                   and l.after < :on)
                              order by p.position, p.pupil) as pupils
                  from years
                  join gradebook.class_ c
                    on c.institution = :institution
                   and c.school_year = coalesce(nullif(:year, ''), years.years[1])
                  left join lateral (
                        select opens, closes from gradebook.entry_window w
                         where w.institution = c.institution and w.school_year = c.school_year
                           and (w.class_id = c.id or w.class_id is null)
                         order by w.class_id is null, w.id desc limit 1) w on true
                 order by c.grade, c.name""")
                .param("institution", institution)
                .param("year", schoolYear)
                .param("on", on)
                .query((row, _) -> new OnBoard(
                        new ClassRoom(
                                row.getObject("id", UUID.class),
                                row.getObject("institution", UUID.class),
                                row.getString("school_year"),
                                row.getInt("grade"),
                                row.getString("name"),
                                row.getString("form")),
                        window(row),
                        List.of((String[]) row.getArray("years").getArray()),
                        List.of((UUID[]) row.getArray("pupils").getArray())))
                .list();
    }

    private static Optional<Window> window(ResultSet row) throws SQLException {
        OffsetDateTime opens = row.getObject("opens", OffsetDateTime.class);
        return opens == null
                ? Optional.empty()
                : Optional.of(new Window(opens, row.getObject("closes", OffsetDateTime.class)));
    }

    /// The classes of the newest school year of an institution.
    public List<UUID> newestYear(UUID institution) {
        return sql.sql("""
                select id from gradebook.class_
                 where institution = :institution
                   and school_year = (select max(school_year) from gradebook.class_ where institution = :institution)""").param("institution", institution).query(UUID.class).list();
    }

    /// When results may be entered: from `opens` on, until just before `closes`.
    public record Window(OffsetDateTime opens, OffsetDateTime closes) {
        /// Whether a moment lies in it.
        public boolean contains(Moment moment) {
            return !moment.at().isBefore(opens.toInstant()) && moment.at().isBefore(closes.toInstant());
        }
    }

    public void setWindow(ClassRoomOrYear of, OffsetDateTime opens, OffsetDateTime closes, Actor by, Moment now) {
        sql.sql("""
                insert into gradebook.entry_window (institution, school_year, class_id, opens, closes, at, by)
                values (:institution, :year, :class, :opens, :closes, :at, :by)""")
                .param("institution", of.institution())
                .param("year", of.schoolYear())
                .param("class", of.classId().orElse(null), java.sql.Types.OTHER)
                .param("opens", opens)
                .param("closes", closes)
                .param("at", now.local())
                .param("by", by.account().orElse(null), java.sql.Types.OTHER)
                .update();
    }

    /// An entry window as it was set.
    ///
    /// @param classId for which class; for every class of the year when empty
    public record SetWindow(Optional<UUID> classId, Window window) {}

    /// Every entry window that was ever set in a school year, the newest first.
    public List<SetWindow> windows(UUID institution, String schoolYear) {
        return sql.sql("""
                select class_id, opens, closes from gradebook.entry_window
                 where institution = :institution and school_year = :year order by id desc""")
                .param("institution", institution)
                .param("year", schoolYear)
                .query((row, _) -> new SetWindow(
                        Optional.ofNullable(row.getObject("class_id", UUID.class)),
                        new Window(
                                row.getObject("opens", OffsetDateTime.class),
                                row.getObject("closes", OffsetDateTime.class))))
                .list();
    }

    /// One class, or every class of an institution's school year.
    public record ClassRoomOrYear(UUID institution, String schoolYear, Optional<UUID> classId) {}
}
