package org.matricula.app.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Starts the embedded PostgreSQL while Spring is still reading classes: each takes most of a second, and neither needs
/// the other until the first bean asks for a connection.
public final class StartDatabaseEarly implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (!environment.getProperty("matricula.db.url", "").isEmpty()) {
            return;
        }
        Starting starting = new Starting(Path.of(environment.getRequiredProperty("matricula.data")));
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        String name = Starting.class.getName();
        beans.registerSingleton(name, starting);
        beans.registerDisposableBean(name, starting::close);
    }

    /// A database on its way. It is stopped with the context, even with one that fails before anybody asked for it.
    static final class Starting {
        private static final Executor BESIDE = Thread.ofPlatform().name("postgresql")::start;

        private final CompletableFuture<EmbeddedDatabase> database;

        private Starting(Path data) {
            this.database = CompletableFuture.supplyAsync(() -> EmbeddedDatabase.start(data), BESIDE);
        }

        /// Waits until the database runs.
        ///
        /// @throws DatabaseUnavailable when another node uses the folder, or PostgreSQL does not start
        EmbeddedDatabase running() {
            try {
                return database.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof DatabaseUnavailable unavailable ? unavailable : e;
            }
        }

        private void close() {
            if (!database.isCompletedExceptionally()) {
                running().close();
            }
        }
    }
}
