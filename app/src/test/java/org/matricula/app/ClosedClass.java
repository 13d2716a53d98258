package org.matricula.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.Salt;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A small class on a running node, closed by the acts of its people, for whoever holds one of its records.
final class ClosedClass {
    private final RunningNode node;
    private final HoaSenSchool school;
    private final List<Paper> papers;

    private ClosedClass(RunningNode node, HoaSenSchool school, List<Paper> papers) {
        this.node = node;
        this.school = school;
        this.papers = papers;
    }

    /// What is printed on a paper, and the two files that were issued.
    record Paper(
            UUID record,
            String number,
            String name,
            String bornOn,
            String personalNumber,
            String confirmationCode,
            String lookupCode,
            byte[] xml,
            byte[] pdf) {}

    /// @param code of a school that is not on this node yet
    static ClosedClass on(RunningNode node, String code, int pupils) throws IOException {
        HoaSenSchool school = new HoaSenSchool(node, code);
        ClassRoom room = school.enter("4A", pupils);
        school.close(room);
        List<Paper> papers = school.get(RecordStore.class).ofClass(room.id()).stream()
                .map(kept -> paper(school, kept.id()))
                .sorted(Comparator.comparing(Paper::name))
                .toList();
        return new ClosedClass(node, school, papers);
    }

    private static Paper paper(HoaSenSchool school, UUID record) {
        byte[] xml = school.get(ClosingStore.class).xml(record).orElseThrow();
        RecordFile file = ((Reading.Accepted) RecordReader.read(xml)).file();
        Issue issue = file.issue().orElseThrow();
        var pupil = file.content().blocks().stream()
                .filter(block -> block.id().equals("pupil"))
                .findFirst()
                .orElseThrow();
        return new Paper(
                record,
                file.content().id(),
                pupil.value("fullName").orElseThrow(),
                pupil.value("bornOn").orElseThrow(),
                pupil.value("personalNumber").orElseThrow(),
                issue.confirmationCode(),
                issue.lookupCode(),
                xml,
                school.get(ClosingStore.class).pdf(record).orElseThrow());
    }

    HoaSenSchool school() {
        return school;
    }

    String address() {
        return node.root();
    }

    URI at(String path) {
        return URI.create(address() + path);
    }

    List<Paper> papers() {
        return papers;
    }

    <T> T get(Class<T> bean) {
        return school.get(bean);
    }

    /// Nobody has tried anything yet.
    void forgetAttempts() {
        get(JdbcClient.class).sql("delete from verification.attempt").update();
    }

    /// The school takes a record back, as an authority directed.
    void recall(Paper paper, String ground) {
        school.in(now -> {
            Salt salt = Salt.of(new byte[Salt.LENGTH]);
            LeafCommitment leaf = LeafCommitment.of(salt, LoggedAct.RECALL, paper.number(), 1, paper.xml());
            long index =
                    get(TransparencyLog.class).append(List.of(leaf), now.at()).getFirst();
            get(ClosingStore.class)
                    .recalled(
                            paper.record(),
                            new ClosingStore.Recall(ground, "15/CV-PGDĐT", now.date()),
                            index,
                            salt.bytes(),
                            school.principal(),
                            now);
            return index;
        });
        get(TransparencyLog.class).integrate(Instant.parse("2026-06-01T01:00:00Z"));
    }

    /// The school issues a second version of a record; nobody has signed it anew, which does not matter here.
    void supersede(Paper paper) {
        school.in(now -> {
            byte[] xml = new String(paper.xml(), StandardCharsets.UTF_8)
                    .replace(paper.number() + "/1\"", paper.number() + "/2\"")
                    .replace("version=\"1\"", "version=\"2\"")
                    .getBytes(StandardCharsets.UTF_8);
            Salt salt = Salt.of(new byte[Salt.LENGTH]);
            long index = get(TransparencyLog.class)
                    .append(List.of(LeafCommitment.of(salt, LoggedAct.ISSUE, paper.number(), 2, xml)), now.at())
                    .getFirst();
            JdbcClient sql = get(JdbcClient.class);
            UUID record =
                    sql.sql("""
                            insert into records.record (institution, class_id, pupil, number, version, state, changed_at)
                            select institution, class_id, pupil, number, 2, 'CLOSED', changed_at
                              from records.record where id = :id returning id""").param("id", paper.record()).query(UUID.class).single();
            Issue issue = new Issue(
                    paper.lookupCode().substring(0, 15) + "2222",
                    "2222-2222",
                    OffsetDateTime.parse("2026-06-20T08:00:00+07:00"));
            get(ClosingStore.class).sealed(record, paper.number(), 2, issue, "", xml, index, salt.bytes(), now.at());
            sql.sql("insert into records.issued (record, pdf, pdf_sha256, at) values (:id, :pdf, :sha, :at)")
                    .param("id", record)
                    .param("pdf", new byte[] {2})
                    .param("sha", Arrays.copyOf(paper.number().getBytes(StandardCharsets.UTF_8), 32))
                    .param("at", now.local())
                    .update();
            return index;
        });
        get(TransparencyLog.class).integrate(Instant.parse("2026-06-20T01:00:00Z"));
    }
}
