package org.matricula.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// PostgreSQL 18 that belongs to one folder of data: started with the node, stopped with it, its data kept.
///
/// The folder is locked, so that no second node starts a second server on the same files. A server that outlived its
/// node (the node was killed) is stopped first, in order, and then started anew.
final class EmbeddedDatabase implements AutoCloseable {
    private static final String DATABASE = "matricula";

    private final FileChannel channel;
    private final FileLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(FileChannel channel, FileLock lock, EmbeddedPostgres postgres) {
        this.channel = channel;
        this.lock = lock;
        this.postgres = postgres;
    }

    /// Starts the database of a folder; makes it on first use.
    ///
    /// @throws DatabaseUnavailable when another node uses the folder, or PostgreSQL does not start
    static EmbeddedDatabase start(Path data) {
        FileChannel channel = null;
        try {
            Files.createDirectories(data);
            channel = FileChannel.open(
                    data.resolve("matricula.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = locked(channel)
                    .orElseThrow(() -> new DatabaseUnavailable(
                            "another Matricula is running on the folder %s; stop that one first, or take another folder and port: --data DIR --port PORT"
                                    .formatted(data.toAbsolutePath().normalize()),
                            null));
            Path files = data.resolve("postgresql");
            stopOrphan(files);
            EmbeddedPostgres postgres = builder(data, files).start();
            make(postgres);
            return new EmbeddedDatabase(channel, lock, postgres);
        } catch (IOException | IllegalStateException e) {
            close(channel);
            throw new DatabaseUnavailable(
                    "the database in %s does not start (%s); its own words are in the log above"
                            .formatted(data.toAbsolutePath().normalize(), e.getMessage()),
                    e);
        } catch (DatabaseUnavailable e) {
            close(channel);
            throw e;
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data, Path files) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(data.resolve("postgresql-program").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                // The library starts PostgreSQL for tests: without fsync, and without a wait for it at a commit. What
                // we
                // say is kept must be on the disk.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "60");
    }

    private static Optional<FileLock> locked(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty(); // this very process runs another node on the folder
        }
    }

    /// Stops the server of a node that was killed. The folder's lock is ours, so it is nobody else's.
    private static void stopOrphan(Path files) throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (orphan.isEmpty()) {
            return; // PostgreSQL itself takes over the file of a dead process
        }
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database of an earlier run was stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "the database of an earlier run (process %d) does not stop"
                            .formatted(orphan.get().pid()),
                    e);
        }
    }

    private static void make(EmbeddedPostgres postgres) {
        Sql server = new Sql(postgres.getPostgresDatabase());
        if (!server.yes("select exists (select from pg_database where datname = '" + DATABASE + "')")) {
            server.execute("create database " + DATABASE + " encoding 'UTF8' template template0");
        }
    }

    /// The database, as its owner.
    DataSource owner() {
        return postgres.getDatabase("postgres", DATABASE);
    }

    @Override
    public void close() {
        try {
            postgres.close();
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close(channel);
        }
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
