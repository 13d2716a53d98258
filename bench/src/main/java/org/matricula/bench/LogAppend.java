package org.matricula.bench;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.matricula.bench.Contest.Outcome;
import org.matricula.bench.Turns.Spent;
import org.matricula.registry.transparency.PublicLog;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.CompactRange;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.InclusionProof;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.Salt;
import org.matricula.verifier.merkle.TreeHasher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The log: growing in memory against bare hashing, growing on the disk in batches against one at a time, and proofs.
final class LogAppend implements NodeContest.OnNode {
    private static final String BOUND = "two SHA-256, of 33 and of 65 bytes";
    private static final String YOUNG = "appended to a log of up to 1,000 leaves, in memory";
    private static final String OLD = "appended to a log of 1,000,000 leaves, in memory";
    private static final int THOUSAND = 1_000;

    /// How many leaves come in at a time, and how many times in a turn.
    private static final Map<Integer, Integer> BATCHES = new TreeMap<>(Map.of(1, 20, 16, 20, 256, 10, 4_096, 2));

    private final InstantSource clock = InstantSource.system();
    private final Random random = new Random(2026);
    private final SecureRandom salts = new SecureRandom();

    @Override
    public String about() {
        return """
                In memory: leaves are hashed and appended to a tree of at most 1,000 leaves and to one of a million,
                against the two digests without which no leaf can enter any such tree. On the disk, with fsync:
                leaves are committed to the database in batches, and after each batch a checkpoint is signed,
                committed, written to the file outside the database and to the folder for everybody with its tiles.
                Proofs are made from the database, as a reader of the log asks for them, with the roots of their
                trees.""";
    }

    @Override
    public Outcome hold(BenchNode node, Effort effort) throws Exception {
        require(node.get(JdbcClient.class), "fsync");
        require(node.get(JdbcClient.class), "synchronous_commit");
        Race.Results memory = inMemory(effort);
        Turns.Results disk = onDisk(node, effort);
        List<Race.Result> results = new ArrayList<>(memory.all());
        results.addAll(disk.all());
        List<Goal> goals = new ArrayList<>();
        goals.add(Goal.share(
                "appending to 1,000 leaves in memory as a share of two SHA-256",
                memory.of(YOUNG),
                memory.of(BOUND),
                80));
        goals.add(Goal.share("the same to 1,000,000 leaves", memory.of(OLD), memory.of(BOUND), 80));
        goals.add(Goal.added(
                "what a leaf costs more at 1,000,000 leaves than at 1,000", memory.of(YOUNG), memory.of(OLD), 20));
        goals.add(Goal.times(
                "durable leaves with a signed checkpoint, 256 at a time against one at a time",
                disk.onTheWall(batch(256)),
                disk.onTheWall(batch(1)),
                100));
        goals.add(Goal.times(
                "the same by processor time, with PostgreSQL's",
                disk.byProcessor(batch(256)),
                disk.byProcessor(batch(1)),
                100));
        List<String> remarks = new ArrayList<>();
        proofs(node, effort.quick() ? 100_000 : 1_000_000, goals, remarks);
        return new Outcome("leaves", results, goals, remarks);
    }

    private static void require(JdbcClient sql, String setting) {
        String value = sql.sql("select current_setting(:name)")
                .param("name", setting)
                .query(String.class)
                .single();
        if (!value.equals("on")) {
            throw new IllegalStateException("PostgreSQL runs with %s = %s".formatted(setting, value));
        }
    }

    private Race.Results inMemory(Effort effort) throws Exception {
        byte[][] entries = new byte[THOUSAND][Hash.LENGTH];
        Arrays.stream(entries).forEach(random::nextBytes);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] leaf = new byte[1 + Hash.LENGTH];
        byte[] inner = new byte[1 + 2 * Hash.LENGTH];
        TreeHasher hasher = new TreeHasher();
        CompactRange old = new CompactRange();
        for (int i = 0; i < THOUSAND; i++) {
            append(old, hasher, entries);
        }
        return new Race(effort)
                .with(BOUND, THOUSAND, () -> hashed(sha, leaf, inner))
                .with(YOUNG, THOUSAND, () -> append(new CompactRange(), hasher, entries))
                .with(OLD, THOUSAND, () -> append(old, hasher, entries))
                .run();
    }

    private static int append(CompactRange range, TreeHasher hasher, byte[][] entries) {
        for (byte[] entry : entries) {
            range.append(hasher.leaf(entry));
        }
        return (int) range.size();
    }

    private static int hashed(MessageDigest sha, byte[] leaf, byte[] inner) throws GeneralSecurityException {
        for (int i = 0; i < THOUSAND; i++) {
            // Each digest goes into the next, so that none can be left out.
            System.arraycopy(sha.digest(leaf), 0, inner, 1, Hash.LENGTH);
            sha.update(inner);
            sha.digest(leaf, 1, Hash.LENGTH);
        }
        return leaf[1];
    }

    private static String batch(int size) {
        return size == 1 ? "durable, one leaf at a time" : "durable, %,d leaves at a time".formatted(size);
    }

    private Turns.Results onDisk(BenchNode node, Effort effort) throws Exception {
        TransparencyLog log = node.get(TransparencyLog.class);
        TransactionTemplate transaction = new TransactionTemplate(node.get(PlatformTransactionManager.class));
        Turns turns = new Turns(effort.rounds(), effort.quick() ? 2 : 4);
        BATCHES.forEach((size, checkpoints) -> turns.with(batch(size), () -> {
            List<List<LeafCommitment>> batches = IntStream.range(0, checkpoints)
                    .mapToObj(_ -> commitments(size))
                    .toList();
            long processor = node.processor();
            long begin = System.nanoTime();
            for (List<LeafCommitment> each : batches) {
                Instant at = clock.instant();
                transaction.executeWithoutResult(_ -> log.append(each, at));
                log.integrate(at);
            }
            double wall = (System.nanoTime() - begin) / 1e9;
            return new Spent(checkpoints * (double) size, wall, (node.processor() - processor) / 1e9);
        }));
        return turns.run();
    }

    private List<LeafCommitment> commitments(int count) {
        List<LeafCommitment> acts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] digest = new byte[Hash.LENGTH];
            random.nextBytes(digest);
            acts.add(new LeafCommitment(
                    Salt.fresh(salts), LoggedAct.ISSUE, "HB-2025-%08d".formatted(i), 1, Hash.of(digest)));
        }
        return acts;
    }

    /// Fills the log up to a size and asks for proofs all over it.
    private void proofs(BenchNode node, long size, List<Goal> goals, List<String> remarks) {
        TransparencyLog log = node.get(TransparencyLog.class);
        node.owner().sql("""
                        insert into transparency.leaf (index, entry, at)
                        select i, sha256(int8send(i)), now()
                          from generate_series((select max(index) + 1 from transparency.leaf), :last) as i""").param("last", size - 1).update();
        long leaves = Checkpoint.read(log.integrate(clock.instant()).text()).size();
        PublicLog open = log.forEverybody();
        int[] longest = new int[2];
        List<Long> checked = new ArrayList<>();
        long[] inclusion = timed(leaves, index -> {
            var proof = open.inclusion(index, leaves).orElseThrow();
            longest[0] = Math.max(longest[0], proof.path().size());
            long begin = System.nanoTime();
            if (!InclusionProof.proves(index, proof.leaf(), leaves, proof.root(), proof.path())) {
                throw new IllegalStateException("the proof of leaf " + index + " proves nothing");
            }
            checked.add(System.nanoTime() - begin);
        });
        long[] consistency = timed(
                leaves,
                from -> longest[1] = Math.max(
                        longest[1],
                        open.consistency(from + 1, leaves).orElseThrow().path().size()));
        goals.add(Goal.single(
                "hashes of the longest inclusion proof at %,d leaves".formatted(leaves),
                longest[0],
                20,
                Goal.Bound.AT_MOST,
                Goal.Unit.COUNT));
        remarks.add("At %,d leaves: inclusion proof %s, checked %s; consistency proof of up to %d hashes %s."
                .formatted(
                        leaves,
                        said(inclusion),
                        said(checked.stream().mapToLong(Long::longValue).toArray()),
                        longest[1],
                        said(consistency)));
    }

    /// How long something takes for leaves all over the log, in nanoseconds; the first hundreds warm up.
    private long[] timed(long leaves, LongConsumer act) {
        long[] nanos = new long[1_000];
        for (int i = -500; i < nanos.length; i++) {
            long index = random.nextLong(leaves);
            long begin = System.nanoTime();
            act.accept(index);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begin;
            }
        }
        return nanos;
    }

    private static String said(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return "%.3f ms (p50), %.3f ms (p99)"
                .formatted(sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
    }
}
