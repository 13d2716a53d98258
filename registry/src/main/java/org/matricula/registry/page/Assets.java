package org.matricula.registry.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// The style sheets, scripts and pictures of the pages, and the one library that is served with them.
///
/// Their address carries a digest of all of them. All files of a jar bear the same date, so a browser that asked by
/// date would keep yesterday's style sheet after an upgrade.
@Component
final class Assets implements WebMvcConfigurer {
    /// The version of htmx that the root pom pins; a test compares.
    static final String HTMX = "2.0.8";

    private static final String HTMX_FOLDER = "classpath:/META-INF/resources/webjars/htmx.org/" + HTMX + "/dist/";
    private static final String VERSION = digest();

    /// The address of a file under `static/`, or of `/vendor/htmx.min.js`.
    static String address(String file) {
        return "/s/" + VERSION + file;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        VersionResourceResolver versions = new VersionResourceResolver().addFixedVersionStrategy(VERSION, "/**");
        registry.addResourceHandler("/s/" + VERSION + "/vendor/htmx*.js")
                .addResourceLocations(HTMX_FOLDER)
                .setUseLastModified(false)
                .setCacheControl(kept());
        registry.addResourceHandler("/s/**")
                .addResourceLocations("classpath:/static/")
                .setUseLastModified(false)
                .setCacheControl(kept())
                .resourceChain(true)
                .addResolver(versions);
    }

    private static CacheControl kept() {
        return CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    }

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HTMX.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (Resource file : files()) {
                try (InputStream in = file.getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Resource> files() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:/static/**/*.*"))
                .filter(Resource::isReadable)
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList();
    }
}
