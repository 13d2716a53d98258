package org.matricula.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.matricula.app.database.StartDatabaseEarly;
import org.matricula.app.ops.Settings;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The server with its pages. Listens on the loopback interface unless told otherwise.
///
/// Modules do not know each other's class names, so beans are named in full.
@SpringBootApplication(
        scanBasePackages = {"org.matricula.app", "org.matricula.registry"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Server {
    /// Starts the server and returns when it is ready.
    ///
    /// @param address where to listen, for example `127.0.0.1`
    /// @param port where to listen; 0 takes a free one
    /// @param data the folder of this installation's data
    /// @throws org.matricula.app.ops.BadSetting when the environment holds a setting that nobody understands
    public static ConfigurableApplicationContext start(String address, int port, Path data) {
        return start(address, port, data, false);
    }

    /// Starts the server and returns when it is ready.
    ///
    /// @param empty whether the first person sets the register up, if there is no school yet
    /// @throws org.matricula.app.ops.BadSetting when the environment holds a setting that nobody understands
    public static ConfigurableApplicationContext start(String address, int port, Path data, boolean empty) {
        Settings.check(System.getenv());
        SpringApplication application = new SpringApplication(Server.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.addInitializers(new StartDatabaseEarly());
        if ("json".equals(System.getenv("MATRICULA_LOG"))) {
            application.setDefaultProperties(Map.of("logging.structured.format.console", "ecs"));
        }
        return application.run(Map.of(
                        "server.address", address,
                        "server.port", String.valueOf(port),
                        "matricula.data", data.toString(),
                        "matricula.empty", String.valueOf(empty),
                        "matricula.address",
                                Optional.ofNullable(System.getenv("MATRICULA_ADDRESS"))
                                        .orElse("http://%s:%d".formatted(address, port)))
                .entrySet()
                .stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
    }
}
