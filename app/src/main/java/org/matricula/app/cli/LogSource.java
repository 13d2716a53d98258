package org.matricula.app.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Where the files of a log are read from: a folder, or an address (C2SP tlog-tiles).
interface LogSource extends AutoCloseable {
    /// The longest file of a log: a full bundle of the longest entries.
    int MOST_BYTES = 256 * (2 + 65_535);

    /// Reads a file by its name below the log's own.
    ///
    /// @throws IOException when it is not there or cannot be had
    byte[] read(String name) throws IOException;

    @Override
    default void close() {}

    /// An address when it begins like one, else a folder.
    static LogSource of(String where) {
        return where.matches("https?://.*") ? new Web(where.replaceAll("/+$", "")) : new Folder(Path.of(where));
    }

    /// Files on this machine.
    record Folder(Path folder) implements LogSource {
        @Override
        public byte[] read(String name) throws IOException {
            try (InputStream in = Files.newInputStream(folder.resolve(name))) {
                return in.readNBytes(MOST_BYTES);
            }
        }
    }

    /// Files behind an address. Nothing else than the log's own files is asked for, and no other place is followed to.
    final class Web implements LogSource {
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        private final String prefix;
        private final HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build();

        Web(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public byte[] read(String name) throws IOException {
            URI address = URI.create(prefix + "/" + name);
            try {
                HttpResponse<InputStream> answer = client.send(
                        HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
                try (InputStream in = answer.body()) {
                    if (answer.statusCode() != 200) {
                        throw new FileNotFoundException(address + " answers with status " + answer.statusCode());
                    }
                    return in.readNBytes(MOST_BYTES);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException(address + " was not waited for");
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
