package org.matricula.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.foreign.XmlEngines;
import tools.jackson.databind.json.JsonMapper;

/// A race on a running node. It is held in a JVM of its own, whose class path is the application's: the libraries of
/// the competitors in the other races must not run along in it, but for one race.
final class NodeContest implements Contest {
    /// The line with the outcome begins so.
    static final String OUTCOME = "outcome ";

    /// The one race on a node in which competitors run: their libraries come along.
    private static final String WHOLE_RECORD = "whole-record";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Supplier<OnNode>> RACES = new TreeMap<>(Map.of(
            "look-up",
            LookUp::new,
            "grid-save",
            GridSave::new,
            "board",
            BoardLoad::new,
            "closing",
            Closing::new,
            "log",
            LogAppend::new,
            WHOLE_RECORD,
            WholeRecord::new));

    private final String name;

    NodeContest(String name) {
        this.name = name;
    }

    /// What is raced on a node.
    interface OnNode {
        /// What is compared with what, for the page.
        String about();

        /// Holds it once on a node that was started for it.
        Outcome hold(BenchNode node, Effort effort) throws Exception;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return race(name).about();
    }

    /// Starts the JVM of the race and reads what came of it.
    @Override
    public Outcome hold(Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("matricula-bench");
        try {
            File errors = folder.resolve("errors.txt").toFile();
            List<String> command = new ArrayList<>(House.java());
            // What DSS has to say about demo certificates costs it time.
            command.add("-Dlogging.level.eu.europa.esig=ERROR");
            command.addAll(List.of("-Xmx2g", "-cp", classPath()));
            command.addAll(List.of(NodeContest.class.getName(), name, effort.quick() ? "quick" : "whole"));
            command.add(folder.resolve("data").toString());
            Process process = new ProcessBuilder(command).redirectError(errors).start();
            // The JVM of the race stops its database when it is told to end; it must not be left behind.
            Thread stop = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(stop);
            Outcome outcome = outcome(process);
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(stop);
            if (outcome == null || status != 0) {
                throw new IllegalStateException("the race '" + name + "' was not held: " + tail(errors.toPath()));
            }
            return outcome;
        } finally {
            House.remove(folder);
        }
    }

    private String classPath() {
        String libraries = House.jar().resolveSibling("lib").resolve("*").toString();
        return House.jar()
                + File.pathSeparator
                + House.program()
                + (name.equals(WHOLE_RECORD) ? File.pathSeparator + libraries : "");
    }

    private static @Nullable Outcome outcome(Process process) throws IOException {
        Outcome outcome = null;
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(OUTCOME)) {
                    outcome = JSON.readValue(line.substring(OUTCOME.length()), Outcome.class);
                } else {
                    System.err.println("  " + line);
                }
            }
        }
        return outcome;
    }

    private static String tail(Path errors) throws IOException {
        List<String> lines = Files.readAllLines(errors);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private static OnNode race(String name) {
        Supplier<OnNode> race = RACES.get(name);
        if (race == null) {
            throw new IllegalArgumentException("no race on a node is called " + name);
        }
        return race.get();
    }

    /// The JVM of a race: its name, `quick` or `whole`, and the folder of data that is its own.
    public static void main(String[] arguments) throws Exception {
        XmlEngines.pin();
        Effort effort = arguments[1].equals("quick") ? Effort.QUICK : Effort.WHOLE;
        BenchNode node = BenchNode.start(Path.of(arguments[2]));
        Thread stop = new Thread(node::close);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            Outcome outcome = race(arguments[0]).hold(node, effort);
            System.out.println(OUTCOME + JSON.writeValueAsString(outcome));
            System.exit(0);
        } catch (Exception e) {
            System.getLogger(NodeContest.class.getName()).log(System.Logger.Level.ERROR, "the race was not held", e);
            System.exit(1); // the threads of the node would keep this JVM alive
        }
    }
}
