package org.matricula.app;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.flows.CloseRecords;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/// A node in a process of its own that is killed in the middle of closing a class: right before or right after its n-th
/// commit. Its PostgreSQL outlives it, as after a real kill.
///
/// Arguments: the folder of data, n, `BEFORE` or `AFTER`.
final class FallingNode {
    /// What the shell reports of a killed process.
    static final int KILLED = 137;

    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);
    private static boolean before;

    private FallingNode() {}

    public static void main(String[] arguments) {
        before = arguments[2].equals("BEFORE");
        try (ConfigurableApplicationContext server = Server.start("127.0.0.1", 0, Path.of(arguments[0]))) {
            JdbcClient sql = server.getBean(JdbcClient.class);
            UUID id =
                    sql.sql("select id from gradebook.class_").query(UUID.class).single();
            ClassRoom room = server.getBean(Gradebook.class).find(id).orElseThrow();
            Actor principal = principal(server, room);
            LEFT.set(Integer.parseInt(arguments[1]));
            Outcome<UUID> begun = server.getBean(CloseRecords.class).run(principal, room);
            if (!(begun instanceof Outcome.Done)) {
                throw new IllegalStateException("not begun: " + begun);
            }
            while (sql.sql("select count(*) from records.work where kind = 'CLOSE' and state = 'RUNNING'")
                            .query(Long.class)
                            .single()
                    > 0) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        // It got through without falling: there is no n-th commit.
        System.exit(0);
    }

    private static Actor principal(ConfigurableApplicationContext server, ClassRoom room) {
        UUID account = server.getBean(Mandates.class).at(room.institution(), Role.PRINCIPAL).stream()
                .toList()
                .getFirst()
                .account();
        Accounts accounts = server.getBean(Accounts.class);
        return accounts.actor(accounts.find(account).orElseThrow(), true);
    }

    /// Counts commits once it is armed, and falls.
    @Configuration(proxyBeanMethods = false)
    @Profile("falling")
    static class Falls {
        @Bean
        static BeanPostProcessor commitsFall() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PlatformTransactionManager real ? new Falling(real) : bean;
                }
            };
        }
    }

    private record Falling(PlatformTransactionManager real) implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            boolean now = LEFT.decrementAndGet() == 0;
            if (now && before) {
                Runtime.getRuntime().halt(KILLED);
            }
            real.commit(status);
            if (now) {
                Runtime.getRuntime().halt(KILLED);
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }

    /// The arguments of a child that falls.
    static List<String> arguments(Path data, int commit, String side) {
        return List.of(data.toString(), String.valueOf(commit), side);
    }
}
