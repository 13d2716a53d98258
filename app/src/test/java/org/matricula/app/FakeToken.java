package org.matricula.app;

import java.security.cert.X509Certificate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.Signer;

/// A token with a real key, that gives its values one at a time and may fail, wait or answer wrongly at
/// one of them.
final class FakeToken implements Signer {
    private final Signer key;
    private final AtomicInteger given = new AtomicInteger();
    private final CountDownLatch waits = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private int at = Integer.MAX_VALUE;
    private Runnable then = () -> {};
    private Optional<Signer> instead = Optional.empty();

    FakeToken(Signer key) {
        this.key = key;
    }

    /// At the n-th value it fails.
    FakeToken failing(int nth, SigningFailed.Reason reason) {
        at = nth;
        then = () -> {
            throw new SigningFailed(reason, "the token at the reader said " + reason, null);
        };
        return this;
    }

    /// At the n-th value the node dies.
    FakeToken deadly(int nth) {
        at = nth;
        then = () -> {
            throw new Death();
        };
        return this;
    }

    /// At the n-th value it waits until it is told to go on.
    FakeToken waiting(int nth) {
        at = nth;
        then = () -> {
            waits.countDown();
            await(goesOn);
        };
        return this;
    }

    /// It is the token of somebody else.
    FakeToken swapped(Signer other) {
        instead = Optional.of(other);
        return this;
    }

    void untilItWaits() {
        await(waits);
    }

    void goOn() {
        goesOn.countDown();
    }

    /// How many values it gave.
    int given() {
        return given.get();
    }

    @Override
    public X509Certificate certificate() {
        return key.certificate();
    }

    @Override
    public List<X509Certificate> chain() {
        return key.chain();
    }

    @Override
    public Algorithm algorithm() {
        return key.algorithm();
    }

    @Override
    public List<byte[]> sign(List<byte[]> digests) {
        return digests.stream().map(this::one).toList();
    }

    @Override
    public Iterator<byte[]> oneByOne(List<byte[]> digests) {
        return digests.stream().map(this::one).iterator();
    }

    private byte[] one(byte[] digest) {
        if (given.get() + 1 == at) {
            then.run();
        }
        byte[] value = instead.orElse(key).sign(List.of(digest)).getFirst();
        given.incrementAndGet();
        return value;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody told it to go on");
            }
        } catch (InterruptedException e) {
            throw new SigningFailed(SigningFailed.Reason.UNREACHABLE, "interrupted", e);
        }
    }

    /// No exception that anybody catches: as if the power had gone.
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String getMessage() {
            return "the node died";
        }
    }
}
