package org.matricula.registry.transparency;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/// Counts every step that touches the disk or the database, and lets the process die at one of them. A
/// dead process does nothing more: each later step fails too.
final class Trouble {
    /// How the step fails.
    enum Mode {
        /// Nothing was done.
        FAILED,
        /// It was done, and nobody learned of it.
        FAILED_BUT_PERSISTED,
        /// Half of a file was written; for other steps the same as FAILED.
        TORN
    }

    /// The process is dead.
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Death(String step) {
            super("died at: " + step);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws Exception;
    }

    /// The machine's disk without waiting for it: a process that dies loses nothing that was written, and hundreds of
    /// them die here.
    static final Disk QUICK = new Disk() {
        @Override
        public void write(Path file, byte[] content, String rights) throws IOException {
            Files.deleteIfExists(file);
            Files.write(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        }

        @Override
        public void force(Path folder) {
            // nothing to wait for
        }
    };

    private final int deadly;
    private final Mode mode;
    private final List<String> steps = new ArrayList<>();

    /// @param deadly the number of the step at which the process dies, from 0
    Trouble(int deadly, Mode mode) {
        this.deadly = deadly;
        this.mode = mode;
    }

    /// No trouble; it only counts.
    static Trouble none() {
        return new Trouble(-1, Mode.FAILED);
    }

    List<String> steps() {
        return List.copyOf(steps);
    }

    Disk disk() {
        return new Disk() {
            @Override
            public void write(Path file, byte[] content, String rights) throws IOException {
                if (steps.size() == deadly && mode == Mode.TORN) {
                    QUICK.write(file, Arrays.copyOf(content, content.length / 2), rights);
                }
                step("write " + file.getFileName(), () -> {
                    QUICK.write(file, content, rights);
                    return file;
                });
            }

            @Override
            public void move(Path from, Path to) {
                step("move to " + to.getFileName(), () -> {
                    QUICK.move(from, to);
                    return to;
                });
            }

            @Override
            public void force(Path folder) {
                step("force " + folder.getFileName(), () -> {
                    QUICK.force(folder);
                    return folder;
                });
            }
        };
    }

    /// The same database, but that each statement and each commit is a step.
    DataSource around(DataSource real) {
        return proxy(DataSource.class, real, (method, call) -> {
            Object result = call.take();
            return result instanceof Connection connection ? around(connection) : result;
        });
    }

    private Connection around(Connection real) {
        return proxy(Connection.class, real, (method, call) -> {
            if (method.getName().equals("commit")) {
                return step("commit", call);
            }
            Object result = call.take();
            return result instanceof PreparedStatement statement
                    ? proxy(PreparedStatement.class, statement, this::executed)
                    : result instanceof Statement statement
                            ? proxy(Statement.class, statement, this::executed)
                            : result;
        });
    }

    private Object executed(Method method, Step<Object> call) throws Exception {
        return method.getName().startsWith("execute") ? step("statement", call) : call.take();
    }

    private <T> T step(String name, Step<T> step) {
        int number = steps.size();
        steps.add(name);
        boolean dies = deadly >= 0 && number >= deadly;
        try {
            T result = !dies || number == deadly && mode == Mode.FAILED_BUT_PERSISTED ? step.take() : null;
            if (dies) {
                throw new Death(name);
            }
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Around {
        Object call(Method method, Step<Object> call) throws Exception;
    }

    private static <T> T proxy(Class<T> type, T real, Around around) {
        return type.cast(Proxy.newProxyInstance(
                Trouble.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    Step<Object> call = () -> {
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() instanceof Exception cause ? cause : e;
                        }
                    };
                    return around.call(method, call);
                }));
    }
}
