package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.law.testing.signing.TestSigningService;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.registry.signing.flows.BringKey;
import org.matricula.registry.signing.flows.DeclareCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate.Source;
import org.matricula.registry.signing.flows.LookAtCertificates;
import org.matricula.registry.signing.flows.LookAtKeys;
import org.matricula.registry.signing.flows.MakeKey;
import org.matricula.registry.signing.flows.RevokeCertificate;
import org.matricula.registry.signing.flows.RevokeKey;
import org.matricula.registry.signing.flows.RevokeOwnKey;
import org.matricula.registry.signing.flows.UseRemoteKey;
import org.matricula.registry.signing.flows.WithdrawCertificate;

/// The acts around the keys of people.
final class KeyDeeds {
    static final String HOLDER = "Le Van An";
    static final String FILE_PASSWORD = "file-password";

    private final HoaSenSchool school;

    private KeyDeeds(HoaSenSchool school) {
        this.school = school;
    }

    /// @param folder where the file of a key may be made
    /// @param signing the remote signing service that the node knows
    static void add(Deeds deeds, HoaSenSchool school, ClassRoom room, Path folder, TestSigningService signing)
            throws IOException {
        KeyDeeds keys = new KeyDeeds(school);
        byte[] file = keyFile(folder.resolve("an.p12"));
        signing.holding("key of An", file, FILE_PASSWORD.toCharArray(), "13572468");
        deeds.add(
                MakeKey.class,
                "one's own",
                room,
                who -> school.get(MakeKey.class).run(who, HoaSenSchool.PIN.clone()));
        deeds.add(
                BringKey.class,
                "one's own",
                room,
                who -> school.get(BringKey.class)
                        .run(
                                new Actor(who.account(), HOLDER, who.mandates(), who.strong()),
                                file,
                                FILE_PASSWORD.toCharArray(),
                                HoaSenSchool.PIN.clone()));
        deeds.add(
                UseRemoteKey.class,
                "one's own",
                room,
                who -> school.get(UseRemoteKey.class)
                        .run(new Actor(who.account(), HOLDER, who.mandates(), who.strong()), "key of An"));
        deeds.add(
                RevokeOwnKey.class,
                "one's own",
                room,
                who -> school.get(RevokeOwnKey.class).run(who, keys.keyOf(who), "Lộ mã PIN"));
        deeds.add(
                RevokeKey.class,
                "somebody else's",
                room,
                who -> school.get(RevokeKey.class).run(who, school.school(), keys.keyOf(school.homeroom()), "Mất máy"));
        deeds.add(
                LookAtCertificates.class,
                "of a school",
                room,
                who -> school.get(LookAtCertificates.class).run(who, school.school()));
        deeds.add(
                DeclareCertificate.class,
                "of a school's seal",
                room,
                who -> school.get(DeclareCertificate.class).run(who, school.school(), new Source.Made()));
        deeds.add(
                WithdrawCertificate.class,
                "of a school's seal",
                room,
                who -> school.get(WithdrawCertificate.class)
                        .run(who, school.school(), keys.seal(), Optional.of(LocalDate.of(2999, 1, 1)), "Thay mới"));
        deeds.add(
                RevokeCertificate.class,
                "of a school's seal",
                room,
                who -> school.get(RevokeCertificate.class).run(who, school.school(), keys.seal(), "Mất khóa"));
        deeds.add(
                LookAtKeys.class,
                "of a school",
                room,
                who -> school.get(LookAtKeys.class).run(who, school.school()));
    }

    /// A declaration of a certificate of its own, so that each deed has one to end.
    private UUID seal() {
        return ((Outcome.Done<SealCertificate>)
                        school.get(DeclareCertificate.class).run(Actor.system(), school.school(), new Source.Made()))
                .value()
                .id();
    }

    private UUID keyOf(Actor holder) {
        return school.in(now -> {
            school.get(PersonalKeys.class).make(holder, school.issuer(), HoaSenSchool.PIN.clone(), now);
            return school.get(PersonalKeys.class)
                    .newest(holder.id())
                    .orElseThrow()
                    .id();
        });
    }

    /// A key as a certificate authority would hand it over, made by Java's own tool.
    static byte[] keyFile(Path file) throws IOException {
        keytool(file, "-genkeypair", "-alias", "authority", "-dname", "CN=Authority", "-keyalg", "EC");
        keytool(
                file,
                "-genkeypair",
                "-alias",
                "key",
                "-signer",
                "authority",
                "-dname",
                "CN=" + HOLDER,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1");
        keytool(file, "-delete", "-alias", "authority");
        return Files.readAllBytes(file);
    }

    static void keytool(Path file, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", FILE_PASSWORD));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.onExit().join().exitValue()).as(said).isZero();
    }
}
