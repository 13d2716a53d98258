package org.matricula.registry.transparency;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.CheckpointGrowth;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.WitnessKey;

/// Asks the witnesses of this register's log to cosign its newest checkpoint (C2SP tlog-witness). Nothing
/// waits for them: acts are done and proofs given out meanwhile, and who does not answer is asked again.
public final class Witnesses {
    private static final Logger LOG = System.getLogger(Witnesses.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_ANSWER = SignedNote.MOST_BYTES;

    private final PublicLog log;
    private final List<Address> all;
    private final Map<String, String> told = new ConcurrentHashMap<>();

    /// @param all whom to ask
    public Witnesses(PublicLog log, List<Address> all) {
        this.log = log;
        this.all = List.copyOf(all);
    }

    /// A witness.
    ///
    /// @param prefix where it takes requests: `add-checkpoint` is added
    /// @param key with which it cosigns
    public record Address(URI prefix, WitnessKey key) {
        /// Reads pairs of an address and a key, with blanks between them.
        ///
        /// @throws IllegalArgumentException when they are none, in words
        public static List<Address> read(String text) {
            List<Address> all = new ArrayList<>();
            Set<String> names = new HashSet<>();
            String[] words = text.isBlank() ? new String[0] : text.strip().split("\\s+");
            if (words.length % 2 != 0) {
                throw new IllegalArgumentException("witnesses are pairs: ADDRESS KEY ADDRESS KEY ...");
            }
            for (int i = 0; i < words.length; i += 2) {
                if (!words[i].matches("https?://.+")) {
                    throw new IllegalArgumentException("'" + words[i] + "' is not the address of a witness");
                }
                Address address =
                        new Address(URI.create(words[i].replaceAll("/+$", "")), WitnessKey.read(words[i + 1]));
                if (!names.add(address.key().name())) {
                    throw new IllegalArgumentException(
                            "the witness '" + address.key().name() + "' is named twice");
                }
                all.add(address);
            }
            return all;
        }
    }

    /// How far a witness is.
    ///
    /// @param key whose
    /// @param size of the newest checkpoint that it has cosigned; 0 for none
    /// @param behind how many leaves the newest checkpoint has more
    /// @param problem why it did not cosign the newest one when it was last asked by this node; empty when it did
    public record Progress(WitnessKey key, long size, long behind, String problem) {}

    /// How far each of them is.
    public List<Progress> progress() {
        long newest = size(log.checkpoint());
        return all.stream()
                .map(each -> {
                    long size = log.cosigned(each.key());
                    String problem = told.getOrDefault(each.key().name(), "");
                    return new Progress(each.key(), size, newest - size, size == newest ? "" : problem);
                })
                .toList();
    }

    /// The names of those that are asked.
    public List<String> names() {
        return all.stream().map(each -> each.key().name()).toList();
    }

    /// How many leaves of the newest checkpoint a witness has not cosigned.
    public long behind(String name) {
        return progress().stream()
                .filter(each -> each.key().name().equals(name))
                .mapToLong(Progress::behind)
                .sum();
    }

    /// Asks those that have not cosigned the newest checkpoint. Fails for none of them; what one did not do is told in
    /// the log of the program and in [#progress].
    public void ask(Instant at) {
        if (all.isEmpty()) {
            return;
        }
        SignedNote newest = log.checkpoint();
        long size = size(newest);
        List<Address> behind =
                all.stream().filter(each -> log.cosigned(each.key()) < size).toList();
        if (behind.isEmpty() || size == 0) {
            return;
        }
        try (HttpClient client = HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            behind.forEach(each -> people.submit(() -> ask(client, each, at)));
        }
    }

    private void ask(HttpClient client, Address witness, Instant at) {
        String name = witness.key().name();
        try {
            Optional<String> problem = ask(client, witness, log.cosigned(witness.key()), at, true);
            problem.ifPresentOrElse(words -> complain(name, words), () -> told.remove(name));
        } catch (IOException | RuntimeException e) { // whatever it is: the other witnesses and the next time go on
            complain(name, e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            complain(name, "the node is stopping");
        }
    }

    private void complain(String name, String words) {
        if (!words.equals(told.put(name, words))) {
            LOG.log(Level.WARNING, "the witness {0} did not cosign: {1}", name, words);
        }
    }

    /// @param again whether its answer that it is elsewhere may be followed
    /// @return why it did not cosign
    private Optional<String> ask(HttpClient client, Address witness, long old, Instant at, boolean again)
            throws IOException, InterruptedException {
        Optional<CheckpointGrowth> growth = log.growth(old);
        if (growth.isEmpty()) {
            return Optional.of(
                    "it has cosigned %d leaves of this log, more than this register knows: the log was rolled back; "
                                    .formatted(old)
                            + "stop, and run './matricula fsck'");
        }
        CheckpointGrowth asked = new CheckpointGrowth(
                old, growth.get().path(), ownLine(growth.get().checkpoint()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(witness.prefix() + "/add-checkpoint"))
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(asked.toBytes()))
                .build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        byte[] body;
        try (InputStream in = answer.body()) {
            body = in.readNBytes(MOST_ANSWER + 1);
        }
        return switch (answer.statusCode()) {
            case 200 -> {
                SignedNote cosigned = asked.checkpoint().with(SignedNote.readSignatures(body));
                if (witness.key().cosigned(cosigned).isEmpty()) {
                    yield Optional.of("its answer has no good cosignature with the key " + witness.key());
                }
                log.keep(cosigned, witness.key(), at);
                yield Optional.empty();
            }
            case 409 -> {
                String size = new String(body, StandardCharsets.US_ASCII).strip();
                yield again && size.matches("0|[1-9][0-9]{0,17}")
                        ? ask(client, witness, Long.parseLong(size), at, false)
                        : Optional.of("it says that another size comes before, and not which");
            }
            case 403 -> Optional.of("it does not accept the log's signature (403)");
            case 404 -> Optional.of("it does not know the log, or there is no witness (404)");
            case 422 ->
                Optional.of("it has cosigned another history of this log (422); stop, and run './matricula fsck'");
            default -> Optional.of("it answered with status " + answer.statusCode());
        };
    }

    /// Other witnesses' lines are not this one's affair.
    private SignedNote ownLine(SignedNote note) {
        return new SignedNote(
                note.text(),
                note.signatures().stream()
                        .filter(each -> each.name().equals(log.key().name())
                                && each.keyId() == log.key().id())
                        .toList());
    }

    private static long size(SignedNote note) {
        return Checkpoint.read(note.text()).size();
    }
}
