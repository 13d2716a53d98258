package org.matricula.law.testing.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// SoftHSM 2, a PKCS #11 token in software, for the tests of one process: Debian's `softhsm2` and `opensc`.
///
/// The library reads its settings and finds its tokens once in a process, so all tokens are made at the beginning: one
/// called [#TOKEN] and two that share the name [#TWINS]. Keys may be put on them at any time.
public final class SoftHsm {
    /// The label of the token for everything.
    public static final String TOKEN = "Hoa Sen";
    /// The label that two tokens share.
    public static final String TWINS = "twins";
    /// The PIN of every token.
    public static final String PIN = "246810";

    private static final String SETTINGS = "SOFTHSM2_CONF";
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));
    private static final SoftHsm ONLY = new SoftHsm();

    private final Path folder;
    private int keys;

    private SoftHsm() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            folder = Files.createTempDirectory(target, "softhsm");
            Path tokens = Files.createDirectory(folder.resolve("tokens"));
            Path settings = folder.resolve("softhsm2.conf");
            Files.writeString(
                    settings,
                    "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n".formatted(tokens));
            environment(SETTINGS, settings.toString());
            for (String label : List.of(TOKEN, TWINS, TWINS)) {
                run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "13579", "--pin", PIN);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The one of this process.
    public static SoftHsm ready() {
        return ONLY;
    }

    /// The library to be loaded.
    public Path library() {
        return PLACES.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("SoftHSM 2 is not installed: apt-get install softhsm2 opensc"));
    }

    /// Puts a key and its certificates on the token [#TOKEN].
    ///
    /// @param label the label of the key and of its certificate
    /// @param chain the key's certificate first; may be empty
    public synchronized void put(String label, PrivateKey key, List<X509Certificate> chain) {
        keys++;
        Path pem = folder.resolve(keys + ".pem");
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
            Files.writeString(pem, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
            String id = "%04x".formatted(keys);
            run(
                    "softhsm2-util",
                    "--import",
                    pem.toString(),
                    "--token",
                    TOKEN,
                    "--label",
                    label,
                    "--id",
                    id,
                    "--pin",
                    PIN);
            for (int i = 0; i < chain.size(); i++) {
                Path der = folder.resolve(keys + "." + i + ".der");
                Files.write(der, chain.get(i).getEncoded());
                List<String> command = new ArrayList<>(
                        List.of("pkcs11-tool", "--module", library().toString()));
                command.addAll(List.of("--token-label", TOKEN, "--login", "--pin", PIN, "--type", "cert"));
                command.addAll(
                        List.of("--write-object", der.toString(), "--id", i == 0 ? id : id + "%02x".formatted(i)));
                command.addAll(List.of("--label", i == 0 ? label : label + " authority " + i));
                run(command.toArray(String[]::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(SETTINGS, folder.resolve("softhsm2.conf").toString());
        Process program = builder.start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (program.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    /// For the library, which runs in this process and asks C for its environment.
    @SuppressWarnings("restricted") // Java can read its environment and not change it
    private static void environment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            int code = (int) linker.downcallHandle(
                            linker.defaultLookup().find("setenv").orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invoke(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (code != 0) {
                throw new IllegalStateException(name + " cannot be set");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
