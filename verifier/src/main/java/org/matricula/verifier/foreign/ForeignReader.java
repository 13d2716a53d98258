package org.matricula.verifier.foreign;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads foreign signatures within bounds: two at a time, each for a limited time.
public final class ForeignReader {
    private static final ExecutorService WORKERS = workers();

    private ForeignReader() {}

    /// What came of it.
    public enum Outcome {
        /// The signatures were read; there may be none.
        READ,
        /// The file is not one whose signatures can be read.
        UNREADABLE,
        /// There was no time, or no place in the queue.
        TOO_SLOW,
        /// The libraries for foreign files are not installed.
        NOT_INSTALLED
    }

    /// What came of reading, with the signatures when they were read.
    public record Result(Outcome outcome, List<ForeignSignature> signatures) {
        public Result {
            signatures = List.copyOf(signatures);
        }
    }

    /// Reads the signatures of a foreign file.
    ///
    /// @param limit how long at most; what is still running then is abandoned
    public static Result read(byte[] bytes, Duration limit) {
        Future<List<ForeignSignature>> task;
        try {
            task = WORKERS.submit(() -> ForeignFile.signatures(bytes));
        } catch (RejectedExecutionException _) {
            return new Result(Outcome.TOO_SLOW, List.of());
        }
        try {
            return new Result(Outcome.READ, task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            task.cancel(true);
            return new Result(Outcome.TOO_SLOW, List.of());
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Result(Outcome.TOO_SLOW, List.of());
        } catch (ExecutionException e) {
            // A stranger's file may break a library in any way; that is the file's fault, and the verdict says so.
            boolean missing = e.getCause() instanceof NoClassDefFoundError;
            return new Result(missing ? Outcome.NOT_INSTALLED : Outcome.UNREADABLE, List.of());
        }
    }

    private static ExecutorService workers() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                2,
                2,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(8),
                Thread.ofPlatform().daemon().name("foreign-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
