package org.matricula.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.matricula.app.Server;
import org.matricula.app.demo.DemoData;
import org.matricula.registry.accounts.FirstRun;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./matricula run`: starts the server and says where it is.
@Command(
        name = "run",
        description = "Starts the server with its pages and says its address.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Where to listen (default: ${DEFAULT-VALUE}; 0 takes a free port).")
    private int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = "On which address (default: ${DEFAULT-VALUE}, this machine only).")
    private String address = "";

    @Option(
            names = "--data",
            description = "The folder of this installation's data (default: ./data beside the program).")
    private Path data;

    @Option(names = "--empty", description = "Starts without demo data.")
    private boolean empty;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "There is no port %d; choose 1 to 65535, or 0 for a free one.".formatted(port));
        }
        Path folder = MatriculaCommand.dataFolder(data);
        Files.createDirectories(folder);
        try {
            ConfigurableApplicationContext context = Server.start(address, port, folder, empty);
            int actual = ((WebServerApplicationContext) context).getWebServer().getPort();
            // Browsers keep passkeys for names, not for numbers: on this machine the name is localhost.
            String host = address.equals("127.0.0.1") ? "localhost" : address;
            first(context);
            spec.commandLine()
                    .getOut()
                    .printf("%nMatricula is ready: http://%s:%d/   (Ctrl+C stops it)%n", host, actual);
            CountDownLatch stopped = new CountDownLatch(1);
            context.addApplicationListener(event -> {
                if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                    stopped.countDown();
                }
            });
            stopped.await();
            return 0;
        } catch (RuntimeException fault) {
            if (portTaken(fault)) {
                spec.commandLine()
                        .getErr()
                        .printf(
                                "Port %d is taken by another program. Stop that one, or choose another: ./matricula run --port %d%n",
                                port, port + 1);
                return 2;
            }
            Optional<String> words = StartProblem.words(fault);
            if (words.isEmpty()) {
                throw fault;
            }
            spec.commandLine().getErr().println("Matricula does not start: " + words.get());
            return 2;
        }
    }

    /// What whoever starts the node has to know: the logins of the demo school, or how to begin with an empty register.
    private void first(ConfigurableApplicationContext context) {
        PrintWriter out = spec.commandLine().getOut();
        DemoData demo = context.getBean(DemoData.class);
        if (!empty) {
            demo.load(out::println);
        }
        demo.logins()
                .ifPresentOrElse(
                        logins -> out.print(logins.table()),
                        () -> context.getBean(FirstRun.class)
                                .code()
                                .ifPresent(code -> out.printf(
                                        "%nThis register is empty. The page shown first sets up the school; it asks for this code: %s%n",
                                        code)));
        if (empty && demo.logins().isPresent()) {
            out.printf(
                    "%nThis folder holds the demo school already. For an empty register name another one: --data DIR%n");
        }
        out.flush();
    }

    static boolean portTaken(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
                return true;
            }
        }
        return false;
    }
}
