package org.matricula.app.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matricula.registry.signing.CertificateCounts;
import org.matricula.registry.signing.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether this node can do its work now: the database answers, the log's file is not ahead of it, and there is room on
/// the disk. That seals end soon is told beside it, and stops nothing.
@Component
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    /// Below this no file is written safely any more: a class of books takes some megabytes, PostgreSQL its journal.
    static final long LEAST_SPACE = 256L << 20;

    private final JdbcClient sql;
    private final CertificateCounts certificates;
    private final Path data;

    Health(JdbcClient sql, CertificateCounts certificates, @Value("${matricula.data}") Path data) {
        this.sql = sql;
        this.certificates = certificates;
        this.data = data;
    }

    /// How one thing stands, in a word or two without values of the inside.
    record Check(boolean good, String words) {}

    /// Every check by its name.
    Map<String, Check> checks() {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("database", database());
        checks.put("log", log());
        checks.put("disk", disk());
        checks.put("certificates", certificates());
        return checks;
    }

    private Check database() {
        try {
            sql.sql("select 1").query(Integer.class).single();
            return new Check(true, "answers");
        } catch (DataAccessException e) {
            return bad("does not answer", e);
        }
    }

    private Check log() {
        try {
            long inFile = signedInFile();
            long inDatabase = sql.sql("select coalesce(max(size), 0) from transparency.checkpoint")
                    .query(Long.class)
                    .single();
            return inFile <= inDatabase
                    ? new Check(true, "file and database agree")
                    : new Check(false, "the file is ahead of the database; stop, and run './matricula fsck'");
        } catch (DataAccessException | IOException | NumberFormatException e) {
            return bad("cannot be compared", e);
        }
    }

    /// The size in the second line of the checkpoint (C2SP tlog-checkpoint).
    private long signedInFile() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("log").resolve("checkpoint"));
        return lines.size() < 2 ? 0 : Long.parseLong(lines.get(1));
    }

    /// A warning only: a node whose certificates end still does all other work.
    private Check certificates() {
        try {
            CertificateCounts.Counted counted = certificates.count();
            long over = counted.seals(Ending.EXPIRED);
            long soon = counted.seals(Ending.WEEK) + counted.seals(Ending.MONTH) + counted.seals(Ending.TWO_MONTHS);
            return new Check(
                    true,
                    over + soon == 0
                            ? "no seal ends within 60 days"
                            : "WARNING: seals that have expired: %d, that will within 60 days: %d"
                                    .formatted(over, soon));
        } catch (DataAccessException e) {
            return bad("cannot be counted", e);
        }
    }

    private Check disk() {
        try {
            return Files.getFileStore(data).getUsableSpace() >= LEAST_SPACE
                    ? new Check(true, "has room")
                    : new Check(false, "less than %d MB are free".formatted(LEAST_SPACE >> 20));
        } catch (IOException e) {
            return bad("cannot be asked", e);
        }
    }

    private static Check bad(String words, Exception cause) {
        LOG.warn("not ready: {}", cause.toString());
        return new Check(false, words);
    }
}
