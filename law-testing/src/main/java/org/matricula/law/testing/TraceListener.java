package org.matricula.law.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes `target/traces/<module>.tsv`: one line `clause, kind, test` for each proof by a test that passed.
///
/// Disabled, aborted and failed tests leave no line, and a container is never counted: a parameterised test whose
/// every case is aborted proves nothing. Running some of the classes renews their lines and keeps those of the others.
public final class TraceListener implements TestExecutionListener {
    /// Proofs of golden cases, which have no annotation. Added as the last act of a case, so only when it passed.
    private static final ConcurrentLinkedQueue<Proof> FROM_CASES = new ConcurrentLinkedQueue<>();

    private final Set<Proof> proofs = ConcurrentHashMap.newKeySet();
    private final Set<String> classesRun = ConcurrentHashMap.newKeySet();
    private final Path module;
    private volatile Optional<TestPlan> plan = Optional.empty();

    /// The listener of the module whose folder we run in.
    public TraceListener() {
        this(Path.of(System.getProperty("basedir", "")).toAbsolutePath());
    }

    TraceListener(Path module) {
        this.module = module;
    }

    /// Adds a proof of a golden case that has just passed.
    static void proved(Proof proof) {
        FROM_CASES.add(proof);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = Optional.of(testPlan);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<MethodSource> method = method(test);
        method.ifPresent(m -> classesRun.add(m.getClassName()));
        test.getSource()
                .filter(ClassSource.class::isInstance)
                .ifPresent(s -> classesRun.add(((ClassSource) s).getClassName()));
        if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            method.ifPresent(this::add);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        for (Proof proof = FROM_CASES.poll(); proof != null; proof = FROM_CASES.poll()) {
            proofs.add(proof);
        }
        Path target = module.resolve("target");
        if (Files.isDirectory(target) && !classesRun.isEmpty()) {
            write(target.resolve("traces").resolve(module.getFileName() + ".tsv"));
        }
    }

    /// The method of a test; a dynamic test is told by the nearest container that has one.
    private Optional<MethodSource> method(TestIdentifier test) {
        Optional<TestIdentifier> at = Optional.of(test);
        while (at.isPresent()) {
            if (at.get().getSource().orElse(null) instanceof MethodSource method) {
                return Optional.of(method);
            }
            TestIdentifier here = at.get();
            at = plan.flatMap(p -> p.getParent(here));
        }
        return Optional.empty();
    }

    private void add(MethodSource source) {
        Method method = source.getJavaMethod();
        String test = source.getClassName() + "#" + source.getMethodName();
        List<AnnotatedElement> places = new ArrayList<>(List.of(method));
        for (Class<?> c = source.getJavaClass(); c != null; c = c.getEnclosingClass()) {
            places.add(c);
        }
        for (AnnotatedElement place : places) {
            for (Proves proves : place.getAnnotationsByType(Proves.class)) {
                for (String clause : proves.value()) {
                    for (Proves.Kind kind : proves.kind()) {
                        proofs.add(new Proof(clause, kind, test));
                    }
                }
            }
        }
    }

    /// One at a time: classes of one module may run in several processes, and each adds to the same file.
    private void write(Path file) {
        Path folder = folderOf(file);
        try (FileChannel lock =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock.lock()) {
            Set<Proof> all = new TreeSet<>(proofs);
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .map(Proof::parse)
                        .flatMap(Optional::stream)
                        .filter(old -> !classesRun.contains(old.testClass()) && stillThere(old.testClass()))
                        .forEach(all::add);
            }
            Files.write(file, all.stream().map(Proof::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the trace " + file, e);
        }
    }

    private static Path folderOf(Path file) {
        try {
            return Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the trace " + file, e);
        }
    }

    /// A test that was deleted proves nothing any more.
    private boolean stillThere(String testClass) {
        return Files.exists(module.resolve("target/test-classes/" + testClass.replace('.', '/') + ".class"));
    }
}
