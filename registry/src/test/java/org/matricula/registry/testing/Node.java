package org.matricula.registry.testing;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Some modules of the registry, wired as the server wires them, on a fresh database. Pages are not started.
public final class Node implements AutoCloseable {
    private final Database database = Database.fresh();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /// @param beans components and other beans by class
    public Node(InstantSource clock, Class<?>... beans) {
        this(clock, _ -> {}, beans);
    }

    /// @param more registers what a test puts in the place of another module
    /// @param beans components and other beans by class
    public Node(InstantSource clock, Consumer<AnnotationConfigApplicationContext> more, Class<?>... beans) {
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(JdbcClient.class, database::sql);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        more.accept(context);
        context.register(beans);
        context.refresh();
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
