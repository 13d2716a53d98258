package org.matricula.law.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.matricula.law.Corpus;

/// The corpora on the class path, each read once, with the days in force that this installation has set (see
/// [EditionDates]).
public final class Corpora {
    private static final ConcurrentHashMap<Key, Corpus> READ = new ConcurrentHashMap<>();

    private Corpora() {}

    private record Key(ClassLoader loader, String regulation) {}

    /// The corpus of a regulation.
    ///
    /// @param beside a class of the pack that has the file
    /// @param regulation the id of the regulation, for example `VNRB`; the file is `law/VNRB.yaml`
    /// @throws org.matricula.law.yaml.YamlFault when the file is not as it must be
    /// @throws IllegalStateException when there is no such file
    public static Corpus of(Class<?> beside, String regulation) {
        return READ.computeIfAbsent(new Key(beside.getClassLoader(), regulation), Corpora::load);
    }

    /// The corpora of several regulations, in the order asked.
    public static List<Corpus> of(Class<?> beside, List<String> regulations) {
        return regulations.stream().map(id -> of(beside, id)).toList();
    }

    /// The corpus of a regulation, empty when the class path has no such file.
    public static Optional<Corpus> find(Class<?> beside, String regulation) {
        return beside.getClassLoader().getResource(file(regulation)) == null
                ? Optional.empty()
                : Optional.of(of(beside, regulation));
    }

    private static String file(String regulation) {
        return "law/" + regulation + ".yaml";
    }

    private static Corpus load(Key key) {
        String file = file(key.regulation());
        try (InputStream in = key.loader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " on the class path");
            }
            return EditionDates.ofProcess()
                    .over(CorpusReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
