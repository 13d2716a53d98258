package org.matricula.verifier.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Does one thing for each of many, several at a time, and hands on what comes of it in the order of the many.
///
/// Bounded: only so many are begun ahead of the one that is waited for, and together they weigh no more than a share
/// of the memory, unless one alone does.
final class Batch<I, O> {
    private final int workers;
    private final long mostWeight;
    private final ToLongFunction<I> weight;
    private final Function<I, O> work;

    /// @param workers how many at a time
    /// @param mostWeight how much those begun may weigh together
    /// @param weight what one weighs, in the same measure
    /// @param work does not throw
    Batch(int workers, long mostWeight, ToLongFunction<I> weight, Function<I, O> work) {
        this.workers = workers;
        this.mostWeight = mostWeight;
        this.weight = weight;
        this.work = work;
    }

    private record Begun<O>(Future<O> result, long weight) {}

    void run(Iterator<I> many, Consumer<O> each) {
        Deque<Begun<O>> begun = new ArrayDeque<>();
        long begunWeight = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("verify-", 1).factory())) {
            while (many.hasNext()) {
                I one = many.next();
                long its = Math.min(weight.applyAsLong(one), mostWeight);
                while (!begun.isEmpty() && (begun.size() >= 4 * workers || begunWeight + its > mostWeight)) {
                    begunWeight -= begun.getFirst().weight();
                    each.accept(result(begun.pop()));
                }
                begun.add(new Begun<>(pool.submit(() -> work.apply(one)), its));
                begunWeight += its;
            }
            while (!begun.isEmpty()) {
                each.accept(result(begun.pop()));
            }
        }
    }

    private static <O> O result(Begun<O> begun) {
        try {
            return begun.result().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            // The work answers for every file; what comes here is a fault of the machine, such as no memory.
            throw new IllegalStateException(e.getCause());
        }
    }
}
