package org.matricula.law.testing.signing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Holds a [TestSigningService] back: it gives no value until it is released.
public final class Hold {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Hold() {}

    /// Returns when the service has been asked for a value and waits.
    public void reached() {
        await(reached);
    }

    /// Lets the service go on.
    public void release() {
        released.countDown();
    }

    void pass() {
        reached.countDown();
        await(released);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came in " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
