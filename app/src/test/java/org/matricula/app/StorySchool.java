package org.matricula.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.intake.IntakeForms;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.store.WorkStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The school of a story on a node of its own: who is known there before the first list is brought, the addresses of
/// its one class, and a look behind the pages.
final class StorySchool implements AutoCloseable {
    static final String YEAR = "2025-2026";

    private final RunningNode node;
    private final List<StoryPerson> people = new ArrayList<>();

    /// With an office, two who may act as principal (the records name the first), an inspector and an administrator.
    StorySchool(Path data) {
        node = RunningNode.start(data);
        Newcomers school = Newcomers.at(node, "22199901", "Trường Tiểu học Hoa Sen");
        Newcomers.declareSeal(node, school.school());
        school.person("vanphong", "Đỗ Thị Vân", Role.OFFICE);
        school.person("hieutruong", "Hoàng Thị Bích Liên", Role.PRINCIPAL);
        school.person("phohieutruong", "Lê Văn Phó", Role.PRINCIPAL);
        school.person("thanhtra", "Lê Minh Tra", Role.INSPECTOR);
        school.person("quantri", "Hoàng Quốc Trị", Role.ADMINISTRATOR);
    }

    /// Somebody with a browser of his or her own, until the story is over.
    StoryPerson person(String language, int width) {
        StoryPerson person = new StoryPerson(node.root(), language, width);
        people.add(person);
        return person;
    }

    StoryPerson person() {
        return person("en", 1280);
    }

    private ClassRoom room() {
        UUID school = node.get(JdbcClient.class)
                .sql("select id from directory.institution")
                .query(UUID.class)
                .single();
        return node.get(Gradebook.class).named(school, YEAR, "1B").orElseThrow();
    }

    /// The subjects that somebody has to teach in class 1B.
    List<String> subjects() {
        return IntakeForms.compulsory(node.get(Gradebook.class).form(room()), 1);
    }

    /// A page of class 1B.
    String of(String page) {
        return "/classes/" + room().id() + "/" + page;
    }

    String grid(String subject) {
        return of("subjects/" + subject);
    }

    String sign(String subject) {
        return of("sign/" + subject);
    }

    /// The address by which programs enter marks of class 1B.
    String marks() {
        return "/api/v1/classes/" + room().id() + "/marks";
    }

    int count(String table) {
        return node.get(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    /// Somebody began to sign a subject, and the node does nothing about it yet.
    UUID begun(String login, String subject, int pupils) {
        Accounts accounts = node.get(Accounts.class);
        Actor teacher = accounts.actor(accounts.byLogin(login).orElseThrow(), true);
        return node.get(WorkStore.class)
                .begin(
                        room().id(),
                        Work.Kind.SIGN_SUBJECT,
                        Optional.of(subject),
                        pupils,
                        teacher,
                        new Moment(Instant.now(), Newcomers.HANOI));
    }

    /// The work ends as it does when a node was lost.
    void interrupt(UUID work) {
        node.get(WorkStore.class).end(work, Optional.of(Stop.restarted()), Instant.now());
    }

    @Override
    public void close() {
        people.forEach(StoryPerson::close);
        node.close();
    }
}
