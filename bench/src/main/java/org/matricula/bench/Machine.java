package org.matricula.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// What the races ran on.
final class Machine {
    private Machine() {}

    static String described() {
        return "%d cores (%s), %s %s, Java %s (%s), heap of at most %d MB, load average %.1f at the end (%s)"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        System.getProperty("java.vendor"),
                        Runtime.getRuntime().maxMemory() >> 20,
                        load(),
                        load() > Runtime.getRuntime().availableProcessors() + 0.5
                                ? "shared: other work ran beside the races"
                                : "otherwise idle");
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return "processor unknown";
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("processor unknown");
        } catch (IOException _) {
            return "processor unknown";
        }
    }
}
