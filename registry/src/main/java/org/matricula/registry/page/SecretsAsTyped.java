package org.matricula.registry.page;

import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// PINs and passwords reach the pages letter by letter. Left alone, Spring takes a field for a list and drops its
/// commas, so that a PIN made on a page would not open the key for a program.
@Component
final class SecretsAsTyped implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, char[].class, String::toCharArray);
    }
}
