package org.matricula.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/// A real server with the pages of this module and a few that go wrong, on a free port of this machine.
final class PageServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();

    /// The node has accounts; who sends the header `X-Person` is signed in.
    @Configuration(proxyBeanMethods = false)
    static class Accounts {
        @Bean
        VisitorSource visitors() {
            return new VisitorSource() {
                @Override
                public Optional<Visitor> of(HttpServletRequest request, Language language) {
                    return Optional.ofNullable(request.getHeader("X-Person"))
                            .map(name -> new Visitor(
                                    name,
                                    "office in " + language.code(),
                                    List.of(
                                            new Place("/design", "Here", "3"),
                                            new Place("/designs", "Elsewhere"),
                                            new Place("/c", "C"),
                                            new Place("/d", "D")),
                                    "2 new notices"));
                }

                @Override
                public Csrf csrf(HttpServletRequest request) {
                    return new Csrf("_csrf", "the-token");
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class Wiring {}

    /// Pages that go wrong in ways of their own.
    @Controller
    static final class Trouble {
        @GetMapping({"/broken", "/api/broken"})
        ResponseEntity<byte[]> broken() {
            throw new IllegalStateException("a secret of ours");
        }

        @GetMapping("/forbidden")
        void forbidden(HttpServletResponse response) throws IOException {
            response.sendError(HttpStatus.FORBIDDEN.value(), "the filter said why");
        }
    }

    PageServer(Class<?>... more) throws IOException, LifecycleException {
        Path base = Files.createTempDirectory("pages");
        tomcat.setBaseDir(base.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
        spring.register(
                Wiring.class,
                Pages.class,
                Assets.class,
                FaultPages.class,
                LastResort.class,
                DesignPage.class,
                Trouble.class);
        if (more.length > 0) {
            spring.register(more);
        }
        Context context = tomcat.addContext("", base.toString());
        ErrorPage errors = new ErrorPage();
        errors.setLocation("/error");
        context.addErrorPage(errors);
        Tomcat.addServlet(context, "pages", new DispatcherServlet(spring)).setLoadOnStartup(1);
        context.addServletMappingDecoded("/", "pages");
        tomcat.getConnector();
        tomcat.start();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) throws IOException {
        HttpRequest.Builder request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /// What the server answers to exactly these bytes.
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
