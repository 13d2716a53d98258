package org.matricula.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long a node takes until it says that it is ready, with what the JVM may keep of an earlier start and without.
///
/// Whole processes race in turns on one folder of data, so each finds the same database and the same warm disk. What is
/// compared is the time on the wall and the processor time of the JVM; PostgreSQL's own is in the former only.
final class StartUp implements Contest {
    private static final String READY = "Matricula is ready";

    StartUp(School school) {}

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public String about() {
        return """
                A node starts on a folder that has its database already, until it says that it is ready: a JVM with
                nothing kept, one with the archive of classes that `./matricula` keeps by itself, and one with an AOT
                cache (JEP 483, 514) from a training run.""";
    }

    @Override
    public Outcome hold(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("matricula-start");
        try {
            Path archive = folder.resolve("classes.jsa");
            Path cache = folder.resolve("start.aot");
            List<String> nothing = List.of("-Xshare:auto");
            start(folder, nothing); // makes the database
            start(folder, List.of("-XX:ArchiveClassesAtExit=" + archive));
            start(folder, List.of("-XX:AOTCacheOutput=" + cache));
            List<List<String>> ways = List.of(
                    nothing,
                    List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto"),
                    List.of("-XX:AOTCache=" + cache));
            int rounds = effort.quick() ? 3 : effort.rounds();
            double[][] wall = new double[ways.size()][rounds];
            double[][] processor = new double[ways.size()][rounds];
            for (int round = 0; round < rounds; round++) {
                for (int way = 0; way < ways.size(); way++) {
                    Started started = start(folder, ways.get(way));
                    wall[way][round] = 1 / started.wall();
                    processor[way][round] = 1 / started.processor();
                }
            }
            return outcome(wall, processor);
        } finally {
            House.remove(folder);
        }
    }

    private static Outcome outcome(double[][] wall, double[][] processor) {
        List<String> names = List.of("nothing kept", "archive of classes", "AOT cache");
        List<Race.Result> results = new ArrayList<>();
        for (int way = 0; way < names.size(); way++) {
            results.add(new Race.Result(names.get(way) + ", on the wall", wall[way]));
            results.add(new Race.Result(names.get(way) + ", processor time", processor[way]));
        }
        int cache = names.size() - 1;
        return new Outcome(
                "starts",
                results,
                List.of(
                        atMost("start-up with an AOT cache against without, time to ready", wall[0], wall[cache]),
                        atMost("the same by processor time of the JVM", processor[0], processor[cache])),
                List.of(
                        "To ready in %.1f s with nothing kept, %.1f s with the archive of classes, %.1f s with the AOT cache; PostgreSQL's own start is in all three."
                                .formatted(
                                        1 / Race.median(wall[0]), 1 / Race.median(wall[1]), 1 / Race.median(wall[2]))));
    }

    /// The share of the time; the arrays hold rates.
    private static Goal atMost(String claim, double[] without, double[] with) {
        double[] ratios = new double[with.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = without[i] / with[i];
        }
        Race.Result spread = new Race.Result(claim, ratios);
        return new Goal(
                claim, spread.median(), spread.least(), spread.most(), 0.5, Goal.Bound.AT_MOST, Goal.Unit.TIMES);
    }

    /// One start, in seconds.
    private record Started(double wall, double processor) {}

    private static Started start(Path folder, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xlog:disable",
                "-jar"));
        command.add(House.program().toString());
        command.addAll(List.of(
                "run",
                "--empty",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString()));
        File errors = folder.resolve("errors.txt").toFile();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(errors).start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.contains(READY)) {
                line = said.readLine();
            }
            double wall = (System.nanoTime() - begin) / 1e9;
            Duration processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
            process.destroy(); // in order: only so does the JVM write what it keeps
            if (!process.waitFor(120, TimeUnit.SECONDS) || line == null) {
                process.destroyForcibly();
                throw new IllegalStateException("the node did not start or stop: " + Files.readString(errors.toPath()));
            }
            return new Started(wall, processor.toNanos() / 1e9);
        }
    }
}
