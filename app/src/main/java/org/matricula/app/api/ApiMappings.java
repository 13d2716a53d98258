package org.matricula.app.api;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/// Every operation under `/api/v1`, read from the mappings by which the requests themselves find their way: nothing can
/// be answered that is not listed here.
@Component
final class ApiMappings {
    private static final String ROOT = "/api/v1/";
    private static final Set<Class<?>> WITHOUT_NAME =
            Set.of(RequestParam.class, PathVariable.class, RequestHeader.class);

    private final RequestMappingHandlerMapping handlers;

    ApiMappings(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.handlers = requestMappingHandlerMapping;
    }

    /// One operation as its controller declares it.
    ///
    /// @param tag the module it belongs to
    /// @param name the method's name in words
    /// @param body the type of the JSON body; empty when the controller reads the bytes itself or takes none
    /// @param files the names of uploaded files
    record Operation(
            String method,
            String path,
            String tag,
            String id,
            String name,
            List<Parameter> parameters,
            Optional<Type> body,
            List<String> files) {
        String key() {
            return method + " " + path;
        }
    }

    /// A parameter of path, query or header.
    record Parameter(String name, String in, boolean required, String byDefault, ObjectNode schema) {}

    /// All of them, by path and method.
    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        handlers.getHandlerMethods().forEach((info, handler) -> {
            for (String path : paths(info)) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    all.add(operation(method.name(), path, handler));
                }
            }
        });
        all.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return all;
    }

    /// A trailing slash is the same place; a pattern for whatever else is asked answers only that there is nothing.
    private static Set<String> paths(RequestMappingInfo info) {
        Set<String> paths = new java.util.TreeSet<>();
        for (String path : info.getPatternValues()) {
            if (path.startsWith(ROOT) && !path.contains("*")) {
                paths.add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
            }
        }
        return paths;
    }

    private static Operation operation(String method, String path, HandlerMethod handler) {
        List<Parameter> parameters = new ArrayList<>();
        List<String> files = new ArrayList<>();
        Optional<Type> body = Optional.empty();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (isFile(parameter)) {
                files.add(name(parameter));
            } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
                body = Optional.of(parameter.getGenericParameterType());
            } else {
                described(parameter).ifPresent(parameters::add);
            }
        }
        String bean = handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
        return new Operation(
                method,
                path,
                path.substring(ROOT.length()).replaceFirst("/.*", ""),
                bean.substring(0, 1).toLowerCase(Locale.ROOT) + bean.substring(1) + "."
                        + handler.getMethod().getName(),
                words(handler.getMethod().getName()),
                parameters,
                body,
                files);
    }

    private static boolean isFile(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == MultipartFile.class;
    }

    private static Optional<Parameter> described(MethodParameter parameter) {
        ObjectNode schema = ApiSchemas.of(parameter.getGenericParameterType());
        boolean optional = parameter.isOptional();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Optional.of(new Parameter(name(parameter), "path", true, "", schema));
        }
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return Optional.of(asked(parameter, "query", query.required(), query.defaultValue(), optional, schema));
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            return Optional.of(asked(parameter, "header", header.required(), header.defaultValue(), optional, schema));
        }
        return Optional.empty();
    }

    private static Parameter asked(
            MethodParameter parameter,
            String in,
            boolean required,
            String byDefault,
            boolean optional,
            ObjectNode schema) {
        boolean none = byDefault.equals(ValueConstants.DEFAULT_NONE);
        return new Parameter(name(parameter), in, required && none && !optional, none ? "" : byDefault, schema);
    }

    private static String name(MethodParameter parameter) {
        for (var annotation : parameter.getParameterAnnotations()) {
            if (WITHOUT_NAME.contains(annotation.annotationType())) {
                String given = switch (annotation) {
                    case RequestParam query -> query.name().isEmpty() ? query.value() : query.name();
                    case PathVariable path -> path.name().isEmpty() ? path.value() : path.name();
                    case RequestHeader header -> header.name().isEmpty() ? header.value() : header.name();
                    default -> "";
                };
                if (!given.isEmpty()) {
                    return given;
                }
            }
        }
        return Optional.ofNullable(parameter.getParameter().getName()).orElse("value");
    }

    /// `signedRecords` becomes `Signed records`.
    static String words(String name) {
        String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
