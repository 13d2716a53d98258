package org.matricula.app.ops;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.matricula.registry.gradebook.store.ClosedStore;
import org.matricula.registry.gradebook.store.ClosedStore.Results;
import org.matricula.registry.records.RecordsFsck;
import org.matricula.registry.transparency.LogFsck;
import org.matricula.verifier.Verifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Checks everything that a register has stored, each part with its own module's eyes. Changes nothing.
public final class Fsck {
    private final JdbcClient sql;
    private final PlatformTransactionManager transactions;
    private final Path data;
    private final String origin;
    private final Verifier verifier;

    /// @param data the folder of data, with the log's key and lock file
    /// @param origin the name of the log
    /// @param verifier trusts whom the register trusts
    public Fsck(DataSource database, Path data, String origin, Verifier verifier) {
        this(JdbcClient.create(database), new JdbcTransactionManager(database), data, origin, verifier);
    }

    /// On a database with transactions of the caller.
    public Fsck(JdbcClient sql, PlatformTransactionManager transactions, Path data, String origin, Verifier verifier) {
        this.sql = sql;
        this.transactions = transactions;
        this.data = data;
        this.origin = origin;
        this.verifier = verifier;
    }

    /// What was found.
    public record Report(LogFsck.Report log, RecordsFsck.Report records) {
        /// The same for people of some institutions: of the records of others they learn nothing.
        public Report of(Set<UUID> institutions) {
            return new Report(log, records.of(institutions));
        }

        /// Whether nothing contradicts anything and nothing was left unchecked.
        public boolean sound() {
            return !faulty() && records.unchecked().isEmpty();
        }

        /// Whether something contradicts something.
        public boolean faulty() {
            return !log.sound() || !records.faults().isEmpty();
        }
    }

    /// Checks all of it.
    ///
    /// @param at the moment for which files are judged
    public Report run(Instant at) {
        LogFsck.Report log = LogFsck.run(sql, transactions, data, origin);
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        RecordsFsck.Report records = snapshot.execute(_ -> {
            Set<Results> closed = new ClosedStore(sql).all();
            return RecordsFsck.run(sql, verifier, at, (classId, pupil) -> closed.contains(new Results(classId, pupil)));
        });
        return new Report(log, records);
    }
}
