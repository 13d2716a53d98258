package org.matricula.registry.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;
import org.matricula.registry.verification.spi.FiveItems;
import org.matricula.registry.verification.spi.Issued;
import org.matricula.registry.verification.spi.IssuedRecords;
import org.matricula.verifier.Standing;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// A file that is not byte for byte the one that the register issued.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupsTest {
    private static final Path VECTORS = Path.of("..", "vectors");
    private static final Standing CANCELLED =
            new Standing.Cancelled(OffsetDateTime.parse("2026-06-20T08:00:00+07:00"), "Sai họ tên học sinh");

    private final StandingClock clock = new StandingClock("2026-07-01T00:00:00Z");
    private final Node node = new Node(clock, NodeSecret.class, Tries.class);

    @AfterAll
    void stop() {
        node.close();
    }

    private static byte[] vector(String name) {
        try {
            return Files.readAllBytes(VECTORS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The record of level LT without the evidence beside its seal: nobody can say any more whether the key was
    /// revoked.
    private static byte[] withoutEvidence() {
        String whole = new String(vector("record/good/lt-brings-what-the-seal-names.xml"), StandardCharsets.UTF_8);
        String end = "</UnsignedProperties>";
        return (whole.substring(0, whole.indexOf("<UnsignedProperties>"))
                        + whole.substring(whole.indexOf(end) + end.length()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Verdict verdict(byte[] file, String issued, Standing standing) {
        StaticListableBeanFactory beans =
                new StaticListableBeanFactory(Map.of("register", new Register(vector(issued), standing)));
        Lookups lookups = new Lookups(
                new TrustFile(VECTORS.resolve("pki/trust.json"), Optional.empty()),
                beans.getBeanProvider(IssuedRecords.class),
                node.get(Tries.class),
                clock);
        return lookups.file(file).verdict();
    }

    @Nested
    class A_file_whose_evidence_was_cut_off {
        private static final String ISSUED = "record/good/lt-brings-what-the-seal-names.xml";

        @Test
        void is_cancelled_when_the_register_took_the_record_back() {
            assertThat(verdict(withoutEvidence(), ISSUED, new Standing.InForce())
                            .state())
                    .isEqualTo(State.COULD_NOT_CHECK);
            assertThat(verdict(withoutEvidence(), ISSUED, CANCELLED).state()).isEqualTo(State.CANCELLED);
        }

        @Test
        void learns_nothing_of_another_record_under_its_number() {
            Verdict other = verdict(withoutEvidence(), "record/good/awkward-characters.xml", CANCELLED);
            assertThat(other.state()).isEqualTo(State.COULD_NOT_CHECK);
            assertThat(other.standing()).isEmpty();
        }
    }

    @Nested
    class A_genuine_file {
        @Test
        void is_cancelled_superseded_or_not_the_registers_as_the_register_says() {
            String file = "record/good/sealed-record.xml";
            assertThat(verdict(vector(file), file, CANCELLED).state()).isEqualTo(State.CANCELLED);
            assertThat(verdict(vector(file), "record/good/awkward-characters.xml", new Standing.InForce())
                            .state())
                    .isEqualTo(State.NOT_OURS);
        }

        @Test
        void that_was_altered_stays_altered() {
            Verdict altered =
                    verdict(vector("record/bad/changed-mark.xml"), "record/good/sealed-record.xml", CANCELLED);
            assertThat(altered.state()).isEqualTo(State.ALTERED);
            assertThat(altered.standing()).isEmpty();
        }
    }

    /// A register with one record under every number, whose files are not those that are shown.
    private record Register(byte[] xml, Standing standing) implements IssuedRecords {
        private Optional<Issued> one() {
            return Optional.of(new Issued(
                    "HB", 1, "CODE", standing, xml, () -> new byte[0], Optional::empty, () -> FiveItems.NONE));
        }

        @Override
        public Optional<Issued> byLookupCode(String code) {
            return one();
        }

        @Override
        public Optional<Issued> byNumber(String number, String confirmationCode) {
            return one();
        }

        @Override
        public Optional<Issued> byNumber(String number, int version) {
            return one();
        }

        @Override
        public Optional<Issued> byFile(byte[] sha256) {
            return Optional.empty();
        }

        @Override
        public Optional<Issued> any() {
            return one();
        }
    }
}
