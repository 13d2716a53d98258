package org.matricula.verifier.foreign;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Reads foreign signatures within bounds: two at a time, each for a limited time.
///
/// A library that hangs over a file cannot be stopped from outside. Its place stays taken until it ends, so that no
/// more than two can ever keep the machine busy; while both places are held by such files, others are refused at once.
public final class ForeignReader {
    private static final int PLACES = 2;
    private static final int MOST_WAITING = 8;
    private static final ForeignReader HERE = new ForeignReader(ForeignFile::signatures);

    private final Function<byte[], List<ForeignSignature>> library;
    private final Semaphore places = new Semaphore(PLACES, true);

    /// How many places are held by files whose time is over.
    private final AtomicInteger overdue = new AtomicInteger();

    ForeignReader(Function<byte[], List<ForeignSignature>> library) {
        this.library = library;
    }

    /// What came of it.
    public enum Outcome {
        /// The signatures were read; there may be none.
        READ,
        /// The file is not one whose signatures can be read.
        UNREADABLE,
        /// The file took longer than its time.
        TOO_SLOW,
        /// There was no place for it now.
        BUSY,
        /// The libraries for foreign files are not installed.
        NOT_INSTALLED
    }

    /// What came of reading, with the signatures when they were read.
    public record Result(Outcome outcome, List<ForeignSignature> signatures) {
        public Result {
            signatures = List.copyOf(signatures);
        }

        private static Result without(Outcome outcome) {
            return new Result(outcome, List.of());
        }
    }

    /// Reads the signatures of a foreign file.
    ///
    /// @param limit how long at most, once it has a place, and before that for a place
    public static Result read(byte[] bytes, Duration limit) {
        return HERE.within(bytes, limit);
    }

    Result within(byte[] bytes, Duration limit) {
        if (!hasPlace(limit)) {
            return Result.without(Outcome.BUSY);
        }
        Reading reading = new Reading(bytes);
        Thread.ofPlatform().daemon().name("foreign").start(reading);
        try {
            return new Result(Outcome.READ, reading.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            reading.giveUp();
            return Result.without(Outcome.TOO_SLOW);
        } catch (InterruptedException _) {
            reading.giveUp();
            Thread.currentThread().interrupt();
            return Result.without(Outcome.TOO_SLOW);
        } catch (ExecutionException e) {
            // A stranger's file may break a library in any way; that is the file's fault, and the verdict says so.
            boolean missing = e.getCause() instanceof NoClassDefFoundError;
            return Result.without(missing ? Outcome.NOT_INSTALLED : Outcome.UNREADABLE);
        }
    }

    private boolean hasPlace(Duration limit) {
        try {
            return overdue.get() < PLACES
                    && places.getQueueLength() < MOST_WAITING
                    && places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// One file in one place, which is given back when the library has really ended.
    private final class Reading extends FutureTask<List<ForeignSignature>> {
        private boolean ended;
        private boolean givenUp;

        Reading(byte[] bytes) {
            super(() -> library.apply(bytes));
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                end();
            }
        }

        synchronized void giveUp() {
            cancel(true);
            if (!ended) {
                givenUp = true;
                overdue.incrementAndGet();
            }
        }

        private synchronized void end() {
            ended = true;
            if (givenUp) {
                overdue.decrementAndGet();
            }
            places.release();
        }
    }
}
