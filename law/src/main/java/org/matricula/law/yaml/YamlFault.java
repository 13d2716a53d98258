package org.matricula.law.yaml;

/// A YAML file of ours is not as it must be. The message starts with the file and the line.
public final class YamlFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public YamlFault(String file, int line, String problem) {
        super("%s:%d: %s".formatted(file, line, problem));
    }
}
