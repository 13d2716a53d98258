package org.matricula.app;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The name of this installation's log, chosen on first use and kept for ever.
final class LogOrigin {
    private LogOrigin() {}

    /// The name in the folder of data. A new one is the public address of the log without its scheme, as C2SP
    /// tlog-tiles wants it; where the node has no public address yet, it is made up.
    ///
    /// @param address of the register as the public knows it; empty when that is not to be used
    static String of(Path data, Optional<URI> address) throws IOException {
        Path file = data.resolve("log").resolve("origin");
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling("origin.new");
            String name = address.flatMap(LogOrigin::under).orElseGet(LogOrigin::madeUp) + "\n";
            // On the disk before it has its name: half a name would keep the log from opening for ever.
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static Optional<String> under(URI address) {
        return Optional.ofNullable(address.getHost())
                .filter(host -> !here(host))
                .map(host -> host
                        + (address.getPort() < 0 ? "" : ":" + address.getPort())
                        + Optional.ofNullable(address.getPath()).orElse("").replaceAll("/+$", "")
                        + "/log")
                .filter(name -> name.matches("[!-*,-~]+"));
    }

    /// An address of this machine alone is that of every machine.
    private static boolean here(String host) {
        return host.equals("localhost") || host.matches("[0-9.]+|\\[.*]|[^.]+");
    }

    private static String madeUp() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return "matricula-" + HexFormat.of().formatHex(random) + "/records";
    }
}
