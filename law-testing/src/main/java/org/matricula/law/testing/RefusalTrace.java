package org.matricula.law.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/// Records which acts the tests of a module saw refused, and why, and leaves it in `target/refusals.tsv`: one line
/// `class of the act, class of the refusal` for each pair.
///
/// The office tells of each refusal by an event of the Java Flight Recorder, so that nothing in the product is there
/// for the tests alone.
public final class RefusalTrace implements TestExecutionListener {
    private static final String EVENT = "org.matricula.ActRefused";
    private static final String FILE = "target/refusals.tsv";

    private final Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private final Optional<Recording> recording = hasOffice() ? Optional.of(new Recording()) : Optional.empty();

    /// An act that was refused for a reason, each by the name of its class.
    public record Refused(String act, String reason) implements Comparable<Refused> {
        @Override
        public int compareTo(Refused other) {
            int byAct = act.compareTo(other.act);
            return byAct != 0 ? byAct : reason.compareTo(other.reason);
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        recording.ifPresent(each -> {
            each.enable(EVENT);
            each.start();
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Set<Refused> seen = recording.isPresent() ? ofThisProcess() : Set.of();
        recording.ifPresent(Recording::close);
        if (!seen.isEmpty() && Files.isDirectory(module.resolve("target"))) {
            write(module.resolve(FILE), seen);
        }
    }

    /// Modules below the registry refuse nothing, and their tests need not wait for a recorder.
    private static boolean hasOffice() {
        return RefusalTrace.class.getResource("/org/matricula/registry/flow/ActRefused.class") != null;
    }

    /// What the tests of a module that has run before left; empty when they saw no refusal.
    public static Set<Refused> of(Path module) {
        Path file = module.resolve(FILE);
        return Files.exists(file) ? read(file) : Set.of();
    }

    /// What the tests of this process have seen so far.
    public static Set<Refused> ofThisProcess() {
        try (Recording soFar = FlightRecorder.getFlightRecorder().takeSnapshot()) {
            Path file = Files.createTempFile("refusals", ".jfr");
            try {
                soFar.dump(file);
                return RecordingFile.readAllEvents(file).stream()
                        .filter(event -> event.getEventType().getName().equals(EVENT))
                        .map(event -> new Refused(event.getString("act"), event.getString("reason")))
                        .collect(Collectors.toCollection(TreeSet::new));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the refusals that were recorded cannot be read", e);
        }
    }

    private static Set<Refused> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\t", 2))
                    .map(pair -> new Refused(pair[0], pair[1]))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(Path file, Set<Refused> seen) {
        try {
            Set<Refused> all = new TreeSet<>(seen);
            all.addAll(of(file.getParent().getParent()));
            Files.write(
                    file,
                    all.stream().map(each -> each.act() + "\t" + each.reason()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
