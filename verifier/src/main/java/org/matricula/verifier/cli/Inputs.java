package org.matricula.verifier.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The files to be judged, one after another, as they are found: names given, names read from a stream, and what lies
/// in folders. At most the names of the folders on the way to one file are held at a time.
final class Inputs implements Iterator<Inputs.Input> {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 8_192;

    private final Deque<String> given;
    private final @Nullable InputStream more;
    private final Deque<Iterator<Path>> folders = new ArrayDeque<>();
    private final Deque<Input> ahead = new ArrayDeque<>();
    private boolean found = true;
    private String folder = "";

    /// @param given names of files and folders
    /// @param more further names, one a line in UTF-8; read as they are wanted; null when there are none
    Inputs(List<String> given, @Nullable InputStream more) {
        this.given = new ArrayDeque<>(given);
        this.more = more == null ? null : new BufferedInputStream(more);
    }

    /// Something to be judged.
    ///
    /// @param name as it was given
    /// @param file where it is; null when it cannot be had
    /// @param problem why it cannot be had, a detail that the word lists know; empty when it can
    /// @param reason what the machine says of it
    record Input(String name, @Nullable Path file, String problem, String reason) {
        static Input of(String name, Path file) {
            return new Input(name, file, "", "");
        }

        static Input problem(String name, String problem, String reason) {
            return new Input(name, null, problem, reason);
        }
    }

    /// How many there are, counted no further than to a bound.
    int upTo(int most) {
        Input one = null;
        while (ahead.size() < most && (one = find()) != null) {
            ahead.add(one);
        }
        return ahead.size();
    }

    @Override
    public boolean hasNext() {
        return upTo(1) > 0;
    }

    @Override
    public Input next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ahead.pop();
    }

    private @Nullable Input find() {
        while (true) {
            while (!folders.isEmpty()) {
                Input below = below(folders.getFirst());
                if (below != null) {
                    found = true;
                    return below;
                }
            }
            if (!found) {
                found = true;
                return Input.problem(folder, "empty-folder", "");
            }
            String name;
            try {
                name = given.isEmpty() ? line() : given.pop();
            } catch (IOException e) {
                return Input.problem("--files-from", "cannot-open", reason(e));
            }
            if (name == null) {
                return null;
            }
            Input input = named(name);
            if (input != null) {
                return input;
            }
        }
    }

    /// What a name stands for; null when it is a folder, which is then opened.
    private @Nullable Input named(String name) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            return Input.problem(name, "cannot-open", reason(e));
        }
        if (!Files.isDirectory(path)) {
            return Input.of(name, path);
        }
        folder = name;
        found = false;
        return open(path);
    }

    private @Nullable Input open(Path path) {
        // One folder's names are held to be told in order.
        TreeSet<Path> entries = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
            all.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            found = true;
            return Input.problem(path.toString(), "cannot-open", reason(e));
        }
        folders.push(entries.iterator());
        return null;
    }

    private @Nullable Input below(Iterator<Path> entries) {
        while (entries.hasNext()) {
            Path entry = entries.next();
            entries.remove();
            String name = String.valueOf(entry.getFileName());
            if (name.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (folders.size() >= DEEPEST) {
                    return Input.problem(entry.toString(), "too-deep", "");
                }
                return open(entry);
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if ((lower.endsWith(".xml") || lower.endsWith(".pdf")) && Files.isRegularFile(entry)) {
                return Input.of(entry.toString(), entry);
            }
        }
        folders.pop();
        return null;
    }

    /// The next line that is not empty; null at the end.
    private @Nullable String line() throws IOException {
        if (more == null) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int b = more.read();
            if (b < 0 || b == '\n') {
                String name = line.toString(StandardCharsets.UTF_8).strip();
                if (!name.isEmpty()) {
                    return name;
                }
                if (b < 0) {
                    return null;
                }
                line.reset();
            } else if (line.size() < LONGEST_NAME) {
                // A longer line is no name of a file: what is kept of it is said to be missing.
                line.write(b);
            }
        }
    }

    static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
