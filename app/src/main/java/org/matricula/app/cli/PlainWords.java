package org.matricula.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.signature.Signer;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says what went wrong and what to do, instead of a stack trace; `MATRICULA_TRACE=1` adds the trace for developers.
final class PlainWords implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        command.getErr().println(command.getColorScheme().errorText(words(fault)));
        if (System.getenv("MATRICULA_TRACE") != null) {
            fault.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }

    private static String words(Throwable fault) {
        return switch (fault) {
            case Signer.SigningFailed refused ->
                "A key gave no signature: %s. Nothing was sealed with it; %s."
                        .formatted(refused.getMessage(), remedy(refused.reason()));
            case UncheckedIOException wrapped -> words(wrapped.getCause());
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case AccessDeniedException denied -> "Access to " + denied.getFile() + " is denied; check its permissions.";
            case FileSystemException disk ->
                "%s: %s. Nothing half-written was left behind; free the cause and run the same command again."
                        .formatted(
                                file(disk),
                                disk.getReason() == null ? disk.getClass().getSimpleName() : disk.getReason());
            case IOException io ->
                "Reading or writing failed: %s. Run the same command again when it is mended."
                        .formatted(io.getMessage());
            default ->
                "This is a fault of ours: %s. Please report it with what you did (MATRICULA_TRACE=1 shows where)."
                        .formatted(fault);
        };
    }

    private static String remedy(Signer.SigningFailed.Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> "run the same command again";
            case LOCKED -> "a few more wrong PINs would lock the key, so mend the PIN first";
            case REFUSED -> "ask whoever holds the key";
            case BROKEN -> "ask whoever runs the key's token or service";
        };
    }

    private static String file(FileSystemException disk) {
        @Nullable String file = disk.getFile();
        return file == null ? "a file" : file;
    }
}
