package org.matricula.registry.transparency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// The three steps in which a small file is replaced, whole or not at all. The tests let each of them fail.
interface Disk {
    /// The machine's disk.
    Disk REAL = new Disk() {};

    /// Replaces a file: whatever happens in between, the old or the new content is there.
    ///
    /// @param mode as in `rw-------`
    default void replace(Path file, byte[] content, String mode) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        write(temporary, content, mode);
        move(temporary, file);
        force(file.getParent());
    }

    /// Writes a new file and waits until the disk has it.
    default void write(Path file, byte[] content, String mode) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// Puts a file in another's place in one step.
    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Waits until the disk has the names in a folder; without it a power cut can bring the old file back.
    default void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
