package org.matricula.registry.records.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordReader;

/// A folder of sealed books, each as `<book>.xml` and `<book>.pdf`: both are there, or the book is not.
///
/// Files are written whole into the hidden folder `.sealing` first, forced to the disk, and only then moved into place,
/// the PDF before the XML. So the XML is the mark of a whole book. After a fall between the two moves the XML still
/// lies whole in `.sealing`, and [#open] finishes the move; what else lies there was not complete and is thrown away.
public final class BookFolder implements AutoCloseable {
    private static final String HIDDEN = ".sealing";

    private final Path folder;
    private final Path hidden;
    private final FileChannel lockFile;
    private final FileLock lock;

    private BookFolder(Path folder, Path hidden, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.hidden = hidden;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /// Opens the folder, makes it where it is missing, and clears away what a fall left half-done.
    ///
    /// @return empty when another process is sealing into the same folder
    /// @throws IOException when the folder cannot be used
    public static Optional<BookFolder> open(Path folder) throws IOException {
        Path hidden = folder.resolve(HIDDEN);
        Files.createDirectories(hidden);
        FileChannel lockFile =
                FileChannel.open(hidden.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<BookFolder> opened = Optional.empty();
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                BookFolder mine = new BookFolder(folder, hidden, lockFile, lock);
                mine.clearHalfDone();
                opened = Optional.of(mine);
            }
        } catch (OverlappingFileLockException _) {
            return opened; // another thread of this process holds it
        } finally {
            if (opened.isEmpty()) {
                lockFile.close(); // gives the lock free as well
            }
        }
        return opened;
    }

    private void clearHalfDone() throws IOException {
        try (Stream<Path> left = Files.list(hidden)) {
            for (Path file : left.filter(f -> !f.endsWith("lock")).toList()) {
                String name = file.getFileName().toString();
                // A staged XML whose PDF has already moved: finish the move, the book was complete on disk.
                if (name.endsWith(".xml")
                        && Files.exists(folder.resolve(pdf(name)))
                        && !Files.exists(hidden.resolve(pdf(name)))) {
                    move(file, folder.resolve(name));
                } else {
                    Files.delete(file);
                }
            }
        }
    }

    private static String pdf(String xmlName) {
        return xmlName.substring(0, xmlName.length() - 4) + ".pdf";
    }

    /// What the folder holds of a book.
    public enum Held {
        /// Nothing.
        ABSENT,
        /// Both files, and the XML has exactly this content.
        SAME,
        /// Something else under that name: other content, or one file of the two. A sealed book never changes.
        OTHER
    }

    /// Looks for a book with the content.
    ///
    /// @throws UncheckedIOException when the folder cannot be read
    public Held find(RecordContent content) {
        Path xml = folder.resolve(content.id() + ".xml");
        Path pdf = folder.resolve(content.id() + ".pdf");
        if (!Files.exists(xml)) {
            return Files.exists(pdf) ? Held.OTHER : Held.ABSENT;
        }
        try {
            boolean same = Files.exists(pdf)
                    && RecordReader.read(Files.readAllBytes(xml)) instanceof Reading.Accepted(RecordFile file)
                    && file.missing().isEmpty()
                    && file.content().equals(content);
            return same ? Held.SAME : Held.OTHER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts a whole book into the folder. When this returns, both files are on the disk under their names.
    ///
    /// @throws UncheckedIOException when the disk refuses; the folder then holds what it held before, and
    ///     perhaps a PDF whose XML the next [#open] puts beside it
    public void put(String book, byte[] xml, byte[] pdf) {
        try {
            Path stagedPdf = stage(book + ".pdf", pdf);
            Path stagedXml = stage(book + ".xml", xml);
            move(stagedPdf, folder.resolve(book + ".pdf"));
            move(stagedXml, folder.resolve(book + ".xml"));
            forceNames();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path stage(String name, byte[] bytes) throws IOException {
        Path staged = hidden.resolve(name);
        try (FileChannel out = FileChannel.open(
                staged, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(staged);
            throw e;
        }
        return staged;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Writes a file beside the books, whole or not at all.
    public void beside(String name, byte[] bytes) throws IOException {
        move(stage(name, bytes), folder.resolve(name));
        forceNames();
    }

    private void forceNames() throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /// Gives the folder free. The lock file stays: deleting it would let two processes hold two locks on one folder.
    @Override
    public void close() throws IOException {
        try (lockFile) {
            lock.release();
        }
    }
}
