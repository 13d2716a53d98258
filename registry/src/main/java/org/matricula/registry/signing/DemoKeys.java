package org.matricula.registry.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.signing.DemoRevocations.RevokedCertificate;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.TrustList;

/// Keys for demonstrations, made on first use: root → issuing → every teacher, the principal, the school.
///
/// The folder is an ordinary key directory (see [KeyDirectory]) and holds besides: `issuing.p12` (the demo
/// authority; the root's key is thrown away) and `root.crl` (which the root signed before), `tsa.p12` and `ocsp.p12`
/// (its services), `trust.json` for verifiers, `register.secret` (32 random bytes), `keys.properties` (the password).
/// A key that a holder lacks is added later under the same authority. Every file appears whole or not at all, and two
/// processes may start at once.
public final class DemoKeys {
    private static final String SECRETS = "keys.properties";
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private final String address;
    private final KeyDirectory opened;

    /// Opened once: its file takes as long to open as any other.
    private volatile @Nullable DemoAuthority authority;

    /// What opened the keys: when it changes, they are opened anew.
    private final byte[] secrets;

    private DemoKeys(Path directory, String address, KeyDirectory opened) throws IOException {
        this.directory = directory;
        this.address = address;
        this.opened = opened;
        this.secrets = Files.readAllBytes(directory.resolve(SECRETS));
    }

    /// Opens the folder and makes what is missing: the authority, the secret, the school's seal key and a key for
    /// each holder.
    ///
    /// @param now the moment of creation; certificates are valid from a day before for five years
    /// @throws KeyProblem when the folder cannot be written or its keys cannot be opened
    public static DemoKeys open(Path directory, Issuer school, List<KeyHolder> holders, Instant now) {
        return open(directory, school, holders, "", now);
    }

    /// The same for a node that the public can reach: new certificates name it as the place to ask for revocation.
    ///
    /// @param address the public address of the node; empty when it has none
    static DemoKeys open(Path directory, Issuer school, List<KeyHolder> holders, String address, Instant now) {
        return locked(directory, () -> {
            DemoKeys keys = new DemoKeys(directory, address, KeyDirectory.open(directory, Map.of()));
            keys.complete(school, holders, now);
            return keys;
        });
    }

    /// The same keys, and those of one more school where they are missing; opened anew when somebody has changed what
    /// opens them.
    DemoKeys with(Issuer school, Instant now) {
        return locked(directory, () -> {
            boolean same = Arrays.equals(secrets, Files.readAllBytes(directory.resolve(SECRETS)));
            DemoKeys keys = same ? this : new DemoKeys(directory, address, KeyDirectory.open(directory, Map.of()));
            keys.complete(school, List.of(), now);
            return keys;
        });
    }

    /// The register's secret of a folder of demo keys, made on first use.
    static byte[] secretIn(Path directory) {
        return locked(directory, () -> Files.readAllBytes(directory.resolve("register.secret")));
    }

    /// The services of the authority of a folder, made on first use.
    ///
    /// @param revoked certificates that were taken out of use; asked each time
    /// @throws KeyProblem when the folder cannot be written or its keys cannot be opened
    static DemoServices servicesIn(Path directory, Supplier<List<RevokedCertificate>> revoked, Instant now) {
        return servicesIn(directory, revoked, _ -> false, now);
    }

    /// The same, where certificates that are not in the folder were issued too.
    ///
    /// @param elsewhere whether a certificate with a serial number was issued to somebody whose key is not here
    static DemoServices servicesIn(
            Path directory, Supplier<List<RevokedCertificate>> revoked, Predicate<BigInteger> elsewhere, Instant now) {
        return locked(directory, () -> {
            DemoKeys keys = new DemoKeys(directory, "", KeyDirectory.open(directory, Map.of()));
            DemoAuthority authority = keys.authority(keys.password(), now);
            return new DemoServices(
                    authority,
                    new DemoTimeStamps(keys.service(
                            "tsa.p12", "Matricula DEMO time stamps", KeyPurposeId.id_kp_timeStamping, now)),
                    new DemoRevocations(
                            authority,
                            keys.service("ocsp.p12", "Matricula DEMO responder", KeyPurposeId.id_kp_OCSPSigning, now),
                            () -> DemoRevocations.of(authority, revoked.get()),
                            elsewhere.or(new InFolderOf(directory, keys.password(), new ConcurrentHashMap<>()))));
        });
    }

    /// Whether a certificate was issued to a key of the folder. Each file is opened once.
    ///
    /// @param serials what each file holds
    private record InFolderOf(Path directory, char[] password, Map<Path, BigInteger> serials)
            implements Predicate<BigInteger> {
        @Override
        public boolean test(BigInteger serial) {
            try (Stream<Path> files = Files.list(directory)) {
                return files.filter(file -> file.getFileName().toString().endsWith(".p12"))
                        .anyMatch(file ->
                                serials.computeIfAbsent(file, this::serial).equals(serial));
            } catch (IOException e) {
                throw new KeyProblem("the demo keys in " + directory + " cannot be read", e);
            }
        }

        private BigInteger serial(Path file) {
            try {
                return opened(file, password).chain().getFirst().getSerialNumber();
            } catch (IOException | GeneralSecurityException e) {
                throw new KeyProblem(file + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private interface InFolder<T> {
        T run() throws IOException, GeneralSecurityException;
    }

    /// Does something in a folder that nobody else, here or in another process, works in meanwhile.
    private static <T> T locked(Path directory, InFolder<T> what) {
        IN_THIS_PROCESS.lock();
        try {
            Files.createDirectories(directory);
            try (FileChannel channel = FileChannel.open(
                            directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                prepare(directory);
                return what.run();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyProblem("the demo keys in " + directory + " cannot be made or read: " + e.getMessage(), e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    /// The keys, by role and holder.
    public KeyDirectory directory() {
        return opened;
    }

    /// A key for one person under the same authority, not kept in the folder.
    ///
    /// @param holder the person; the role says only that it is a person's key
    /// @param password locks the file
    /// @return a PKCS #12 file
    public byte[] personal(KeyHolder holder, Issuer school, char[] password, Instant now) {
        try {
            DemoAuthority.Issued issued = authority(password(), now).issue(holder, school, address, now);
            return pkcs12(issued.key(), issued.chain(), password);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyProblem("a demo key for " + holder.name() + " cannot be made: " + e.getMessage(), e);
        }
    }

    /// One more key for the institution's seal, kept in the folder beside those that are there.
    Signer addSeal(Issuer school, Instant now) {
        return locked(directory, () -> {
            char[] password = password();
            DemoAuthority.Issued issued = authority(password, now)
                    .issue(new KeyHolder(KeyRole.SCHOOL, school.name(), ""), school, address, now);
            byte[] file = pkcs12(issued.key(), issued.chain(), password);
            write(directory, free(KeyRole.SCHOOL), file);
            return Pkcs12Signer.open(file, password, "the seal");
        });
    }

    /// Whom a verifier must trust to accept what these keys sign: also in the folder as `trust.json`.
    public TrustList trust() {
        return TrustList.read(read("trust.json"));
    }

    /// The register's own secret, 32 random bytes that never leave the folder.
    public byte[] registerSecret() {
        return read("register.secret");
    }

    private byte[] read(String name) {
        try {
            return Files.readAllBytes(directory.resolve(name));
        } catch (IOException e) {
            throw new KeyProblem(directory.resolve(name) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The secret and the password, before anything is opened with it.
    private static void prepare(Path directory) throws IOException {
        if (Files.notExists(directory.resolve("register.secret"))) {
            byte[] secret = new byte[32];
            RANDOM.nextBytes(secret);
            write(directory, "register.secret", secret);
        }
        if (Files.notExists(directory.resolve(SECRETS))) {
            byte[] password = new byte[18];
            RANDOM.nextBytes(password);
            String line = "# Demo keys: not a secret worth keeping, and not for real records.\npassword="
                    + Base64.getUrlEncoder().encodeToString(password) + "\n";
            write(directory, SECRETS, line.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void complete(Issuer school, List<KeyHolder> holders, Instant now)
            throws IOException, GeneralSecurityException {
        char[] password = password();
        DemoAuthority authority = authority(password, now);
        trusted(authority, school);
        List<KeyHolder> all = new ArrayList<>(holders);
        all.add(new KeyHolder(KeyRole.SCHOOL, school.name(), ""));
        for (KeyHolder holder : all) {
            if (!opened.has(holder.role(), holder.name(), school.code(), now)) {
                DemoAuthority.Issued issued = authority.issue(holder, school, address, now);
                write(directory, free(holder.role()), pkcs12(issued.key(), issued.chain(), password));
            }
        }
    }

    private DemoAuthority authority(char[] password, Instant now) throws IOException, GeneralSecurityException {
        DemoAuthority known = authority;
        if (known == null) {
            known = readOrMade(password, now);
            authority = known;
        }
        if (Date.from(now).after(known.chain().getFirst().getNotAfter())) {
            throw new KeyProblem(
                    "the demo authority in " + directory + " has expired; delete the folder for a new one");
        }
        return known;
    }

    private DemoAuthority readOrMade(char[] password, Instant now) throws IOException, GeneralSecurityException {
        Path file = directory.resolve("issuing.p12");
        if (Files.notExists(file)) {
            DemoAuthority created = DemoAuthority.create(now);
            // The list first: an authority that is there has it.
            write(directory, "root.crl", created.rootCrl().orElseThrow());
            write(directory, "issuing.p12", pkcs12(created.key(), created.chain(), password));
            return created;
        }
        DemoAuthority.Issued issuing = opened(file, password);
        return new DemoAuthority(
                issuing.key(), issuing.chain(), rootCrl(issuing.chain().getLast()));
    }

    /// The list that the root signed, when it is this root's.
    private Optional<byte[]> rootCrl(X509Certificate root) throws IOException, GeneralSecurityException {
        Path file = directory.resolve("root.crl");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        byte[] list = Files.readAllBytes(file);
        X509CRL read = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
        return read.getIssuerX500Principal().equals(root.getSubjectX500Principal())
                ? Optional.of(list)
                : Optional.empty();
    }

    /// The key of one of the authority's services; a new one when there is none, or only one that has expired or is
    /// of another authority.
    private DemoAuthority.Issued service(String name, String holder, KeyPurposeId purpose, Instant now)
            throws IOException, GeneralSecurityException {
        char[] password = password();
        DemoAuthority authority = authority(password, now);
        Path file = directory.resolve(name);
        if (Files.exists(file)) {
            DemoAuthority.Issued known = opened(file, password);
            if (known.chain().get(1).equals(authority.chain().getFirst())
                    && Date.from(now).before(known.chain().getFirst().getNotAfter())) {
                return known;
            }
        }
        DemoAuthority.Issued made = authority.service(holder, purpose, now);
        write(directory, name, pkcs12(made.key(), made.chain(), password));
        return made;
    }

    private static DemoAuthority.Issued opened(Path file, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate each : store.getCertificateChain("key")) {
            chain.add((X509Certificate) each);
        }
        return new DemoAuthority.Issued((PrivateKey) store.getKey("key", password), chain);
    }

    private void trusted(DemoAuthority authority, Issuer school) throws IOException {
        X509Certificate root = authority.chain().getLast();
        List<X509Certificate> anchors = new ArrayList<>();
        List<TrustList.Institution> institutions = new ArrayList<>();
        List<VerifierKey> logs = new ArrayList<>();
        List<X509Certificate> stamps = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (Files.exists(directory.resolve("trust.json"))) {
            TrustList before = trust();
            logs.addAll(before.logs());
            stamps.addAll(before.timeStampAuthorities());
            anchors.addAll(before.anchors());
            for (TrustList.Institution known : before.institutions()) {
                if (known.code().equals(school.code())) {
                    names.addAll(known.names());
                } else {
                    institutions.add(known);
                }
            }
        }
        if (names.contains(school.name()) && anchors.contains(root)) {
            return;
        }
        if (!names.contains(school.name())) {
            names.add(school.name());
        }
        if (!anchors.contains(root)) {
            anchors.add(root); // an older one stays: what was signed under it is still to be verified
        }
        institutions.add(new TrustList.Institution(school.code(), names, List.of()));
        write(directory, "trust.json", new TrustList(true, anchors, institutions, logs, stamps).toJson());
    }

    private char[] password() throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(directory.resolve("keys.properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.getProperty("password", "").toCharArray();
    }

    private String free(KeyRole role) {
        String name = role.fileName() + ".p12";
        for (int number = 2; Files.exists(directory.resolve(name)); number++) {
            name = role.fileName() + "." + number + ".p12";
        }
        return name;
    }

    private static byte[] pkcs12(PrivateKey key, List<X509Certificate> chain, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", key, password, chain.toArray(Certificate[]::new));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    /// Whole or not at all: written beside, forced to the disk, moved into place.
    private static void write(Path directory, String name, byte[] bytes) throws IOException {
        Path temporary = directory.resolve("." + name + ".new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary);
        if (Files.getFileAttributeView(temporary, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(
                    temporary, PosixFilePermissions.fromString(name.equals("trust.json") ? "rw-r--r--" : "rw-------"));
        }
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            // One write may take less than all, above all on a disk that is nearly full.
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
