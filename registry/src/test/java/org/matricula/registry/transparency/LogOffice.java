package org.matricula.registry.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.matricula.registry.testing.Database;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.Salt;
import org.matricula.verifier.merkle.TreeHasher;
import org.matricula.verifier.merkle.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// An office with a log: its database, its data folder, and acts that are the same in every run.
///
/// @param data the data folder
/// @param app where the application's connections come from
/// @param owner for what the application must not do
record LogOffice(Path data, DataSource app, JdbcClient owner) {
    static final String ORIGIN = "school.example/records";
    static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");

    /// An office that has done nothing yet.
    static LogOffice empty(Path data, DataSource app, JdbcClient owner) {
        owner.sql(
                        "truncate transparency.leaf, transparency.checkpoint, transparency.cosignature, transparency.witnessed")
                .update();
        return new LogOffice(data, app, owner);
    }

    static LogOffice empty(Path data, Database database) {
        return empty(data, database.server(), JdbcClient.create(database.owner()));
    }

    JdbcClient sql() {
        return JdbcClient.create(app);
    }

    PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(app);
    }

    TransparencyLog open() {
        return TransparencyLog.open(sql(), transactions(), data, ORIGIN);
    }

    LogFsck.Report fsck() {
        return LogFsck.run(sql(), transactions(), data, ORIGIN);
    }

    /// Appends the acts with these numbers in one transaction.
    List<Long> append(TransparencyLog log, int from, int to) {
        List<LeafCommitment> acts =
                IntStream.range(from, to).mapToObj(LogOffice::act).toList();
        return new TransactionTemplate(transactions()).execute(_ -> log.append(acts, AT));
    }

    /// Fills the log up to a size with leaves of which nobody has the documents.
    void fill(int size) {
        owner.sql("""
                insert into transparency.leaf (index, entry, at)
                select i, sha256(i::text::bytea), now() from generate_series(?, ?) as i""").params(leaves(), size - 1).update();
    }

    /// A log with these many acts, each batch of which was signed.
    TransparencyLog openWith(int... sizes) {
        TransparencyLog log = open();
        int before = 0;
        for (int size : sizes) {
            append(log, before, size);
            log.integrate(AT);
            before = size;
        }
        return log;
    }

    long leaves() {
        return sql().sql("select count(*) from transparency.leaf")
                .query(Long.class)
                .single();
    }

    Path file(String name) {
        return data.resolve(name);
    }

    String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String content) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.writeString(file(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LeafCommitment act(int number) {
        return act("an act", number);
    }

    static LeafCommitment act(String story, int number) {
        Hash salt = new TreeHasher().leaf((story + number).getBytes(StandardCharsets.UTF_8));
        byte[] xml = "<record n=\"%d\"/>".formatted(number).getBytes(StandardCharsets.UTF_8);
        return LeafCommitment.of(Salt.of(salt.bytes()), LoggedAct.ISSUE, "VN-79-" + number, 1, xml);
    }

    static LogProof.Shows check(LogProof proof, LeafCommitment act, VerifierKey key) {
        return proof.check(act.number(), act.version(), act.document(), key);
    }
}
