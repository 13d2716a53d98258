package org.matricula.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import org.matricula.registry.flow.Act;

/// Every act of the office, found in the code.
final class Acts {
    private static final List<Class<?>> ALL = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.matricula.registry", "org.matricula.app")
                    .stream()
                    .filter(type -> type.isAnnotatedWith(Act.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .sorted(Comparator.comparing(Acts::name))
                    .toList();

    private Acts() {}

    /// The classes that bear [Act], by name.
    static List<Class<?>> all() {
        return ALL;
    }

    static String name(Class<?> act) {
        return act.getAnnotation(Act.class).value();
    }
}
