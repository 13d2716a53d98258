package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.matricula.law.testing.signing.TestSigningService;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.store.WorkStore;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// A node with its own PostgreSQL, for tests.
///
/// A test class whose people and classes are its own can share one node with others: it is extended with [Shared] and
/// takes the node as a parameter. Whoever looks at the whole register (its log, its journal, its first run) starts one
/// for itself.
final class RunningNode implements AutoCloseable {
    private final ConfigurableApplicationContext server;
    private final Optional<TestSigningService> signing;

    private RunningNode(ConfigurableApplicationContext server, Optional<TestSigningService> signing) {
        this.server = server;
        this.signing = signing;
    }

    /// Starts a node on a folder.
    static RunningNode start(Path data) {
        return new RunningNode(Server.start("127.0.0.1", 0, data), Optional.empty());
    }

    /// Starts a node whose people may keep their keys at a remote signing service.
    static RunningNode start(Path data, TestSigningService signing) {
        Map<String, String> settings = Map.of(
                "matricula.signing.service", signing.address().toString(),
                "matricula.signing.client", TestSigningService.CLIENT,
                "matricula.signing.secret", TestSigningService.SECRET);
        settings.forEach(System::setProperty);
        try {
            return new RunningNode(Server.start("127.0.0.1", 0, data), Optional.of(signing));
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /// The remote signing service that the node knows.
    TestSigningService signing() {
        return signing.orElseThrow();
    }

    <T> T get(Class<T> bean) {
        return server.getBean(bean);
    }

    /// All beans of a kind, in no order.
    <T> List<T> all(Class<T> kind) {
        return List.copyOf(server.getBeansOfType(kind).values());
    }

    <T> T get(String name, Class<T> bean) {
        return server.getBean(name, bean);
    }

    void publish(Object event) {
        server.publishEvent(event);
    }

    int port() {
        return ((WebServerApplicationContext) server).getWebServer().getPort();
    }

    /// The address without a slash at its end.
    String root() {
        return "http://127.0.0.1:" + port();
    }

    /// Waits for the end of a piece of work, good or bad.
    Work ended(UUID id) {
        while (true) {
            Work work = get(WorkStore.class).find(id).orElseThrow();
            if (work.state() != Work.State.RUNNING) {
                return work;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /// Waits for the good end of a piece of work that an act began.
    void done(Outcome<UUID> begun) {
        assertThat(begun).isInstanceOf(Outcome.Done.class);
        Work work = ended(((Outcome.Done<UUID>) begun).value());
        assertThat(work.problem()).isEmpty();
        assertThat(work.done()).isEqualTo(work.total());
    }

    @Override
    public void close() {
        server.close();
    }

    /// Gives test classes the one node of the run, which is stopped after the last of them.
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == RunningNode.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(Namespace.create(RunningNode.class))
                    .computeIfAbsent(Kept.class, _ -> Kept.start(), Kept.class)
                    .node;
        }
    }

    /// What JUnit puts away at the end of the run: the node and its folder.
    private record Kept(RunningNode node, Path data) implements AutoCloseable {
        static Kept start() {
            try {
                Path data = Files.createTempDirectory("matricula-shared");
                return new Kept(RunningNode.start(data, TestSigningService.start()), data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            node.close();
            node.signing().close();
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
