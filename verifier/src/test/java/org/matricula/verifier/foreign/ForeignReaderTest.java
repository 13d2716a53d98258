package org.matricula.verifier.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.foreign.ForeignReader.Outcome;

/// Files over which the library for foreign files hangs.
class ForeignReaderTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final byte[] HANGS = {1};
    private static final byte[] GOOD = {0};

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(2);
    private final ForeignReader reader = new ForeignReader(this::library);

    /// Hangs, whoever interrupts it, until the test lets it end.
    private List<ForeignSignature> library(byte[] file) {
        if (file == HANGS) {
            boolean waiting = true;
            while (waiting) {
                try {
                    end.await();
                    waiting = false;
                } catch (InterruptedException _) {
                    // as a library that computes: it does not look
                }
            }
            ended.countDown();
        }
        return List.of();
    }

    private Outcome read(byte[] file, Duration limit) {
        return reader.within(file, limit).outcome();
    }

    @Nested
    class One_file_that_hangs {
        @Test
        void is_given_up_and_others_are_still_read() {
            assertThat(read(HANGS, SHORT)).isEqualTo(Outcome.TOO_SLOW);
            assertThat(read(GOOD, LONG)).isEqualTo(Outcome.READ);
            end.countDown();
        }
    }

    @Nested
    class Two_files_that_hang {
        @Test
        void have_others_refused_at_once_until_one_of_them_ends() throws InterruptedException {
            assertThat(read(HANGS, SHORT)).isEqualTo(Outcome.TOO_SLOW);
            assertThat(read(HANGS, SHORT)).isEqualTo(Outcome.TOO_SLOW);
            assertThat(read(GOOD, LONG)).isEqualTo(Outcome.BUSY);
            end.countDown();
            ended.await();
            Outcome later = read(GOOD, LONG);
            while (later == Outcome.BUSY) { // the places are given back a moment after the library has ended
                Thread.onSpinWait();
                later = read(GOOD, LONG);
            }
            assertThat(later).isEqualTo(Outcome.READ);
        }
    }

    @Nested
    class A_file_over_which_the_library_breaks {
        @Test
        void is_unreadable_and_takes_no_place() {
            ForeignReader broken = new ForeignReader(_ -> {
                throw new IllegalArgumentException("broken");
            });
            for (int i = 0; i < 5; i++) {
                assertThat(broken.within(GOOD, LONG).outcome()).isEqualTo(Outcome.UNREADABLE);
            }
        }
    }
}
