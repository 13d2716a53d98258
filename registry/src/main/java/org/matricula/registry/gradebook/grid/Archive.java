package org.matricula.registry.gradebook.grid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// The parts of an office file, inflated within a limit.
///
/// The list of parts is the archive's central directory, which is what spreadsheet programs read: a part that
/// only a streaming reader would see does not exist. Names are compared without case, as the packaging standard
/// demands.
final class Archive implements AutoCloseable {
    /// Most bytes of all parts that are read together.
    static final long MOST_INFLATED = 32L * 1024 * 1024;

    private static final int MOST_ENTRIES = 2_000;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries;
    private long left = MOST_INFLATED;

    private Archive(ZipFile zip, Map<String, ZipArchiveEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    static Archive open(byte[] file) throws Unreadable {
        try {
            var zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                    .get();
            var entries = new HashMap<String, ZipArchiveEntry>();
            for (var all = zip.getEntries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                if (entries.put(key(entry.getName()), entry) != null) {
                    throw new Unreadable(FileWords.damaged("two parts named " + shortened(entry.getName())));
                }
                if (entries.size() > MOST_ENTRIES) {
                    throw new Unreadable(FileWords.damaged("more than " + MOST_ENTRIES + " parts"));
                }
            }
            return new Archive(zip, entries);
        } catch (IOException | RuntimeException e) {
            // The library meets hostile bytes here: besides IOException it may fail on nonsensical offsets and sizes.
            throw new Unreadable(FileWords.damaged("ZIP"));
        }
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    Set<String> names() {
        return entries.keySet();
    }

    /// The bytes of a part; empty when there is none of that name.
    Optional<byte[]> part(String name) throws Unreadable {
        var entry = entries.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        try (var in = zip.getInputStream(entry)) {
            if (in == null) {
                throw new Unreadable(FileWords.damaged(shortened(name)));
            }
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new Unreadable(FileWords.bomb(MOST_INFLATED));
                }
                bytes.write(buffer, 0, read);
            }
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(FileWords.damaged(shortened(name)));
        }
        return Optional.of(bytes.toByteArray());
    }

    @Override
    public void close() throws Unreadable {
        try {
            zip.close();
        } catch (IOException e) {
            throw new Unreadable(FileWords.damaged("ZIP"));
        }
    }

    private static String key(String name) {
        var plain = name.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
