package org.matricula.registry.signing;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The slots of a PKCS #11 library and the tokens in them, asked directly: Java's own provider does the signing, but it
/// knows slots by number only, and numbers change when tokens are moved or made. It does not say either that a PIN is
/// at its last try, which must be known before it is used up (PKCS #11 v2.40, sections 5.4 and 5.5).
@SuppressWarnings("restricted") // a library in C is what this class is about
final class Pkcs11Library {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    /// `CK_ULONG`, which is as wide as a `long` of C.
    private static final MemoryLayout ULONG = LINKER.canonicalLayouts().get("long");

    private static final long WIDE = ULONG.byteSize();
    private static final int MOST_SLOTS = 1_000;

    // Places in CK_FUNCTION_LIST, which begins with a version as wide as a pointer.
    private static final int INITIALIZE = 0;
    private static final int GET_SLOT_LIST = 4;
    private static final int GET_TOKEN_INFO = 6;

    private static final long OK = 0;
    private static final long TOKEN_NOT_PRESENT = 0xE0;
    private static final long TOKEN_NOT_RECOGNIZED = 0xE1;
    private static final long ALREADY_INITIALIZED = 0x191;
    private static final long LOCKING_OK = 2;

    // CK_TOKEN_INFO: 96 bytes of text, then the flags.
    private static final int LABEL_BYTES = 32;
    private static final int SERIAL_AT = 80;
    private static final int SERIAL_BYTES = 16;
    private static final int FLAGS_AT = 96;
    private static final int TOKEN_INFO_BYTES = 256;
    private static final long INITIALIZED = 0x400;
    private static final long PIN_FINAL_TRY = 0x20000;
    private static final long PIN_LOCKED = 0x40000;

    private final Path file;
    private final MemorySegment functions;

    private Pkcs11Library(Path file, MemorySegment functions) {
        this.file = file;
        this.functions = functions;
    }

    /// A slot with a token in it.
    ///
    /// @param serial the token's serial number
    /// @param lastTry whether one more wrong PIN locks the token
    /// @param locked whether wrong PINs have locked it
    record Slot(long id, String label, String serial, boolean lastTry, boolean locked) {}

    /// Loads a library and initialises it for several threads; it stays loaded.
    ///
    /// @throws KeyProblem when there is none, or it is none of PKCS #11
    static Pkcs11Library load(Path file) {
        if (!Files.isReadable(file)) {
            throw new KeyProblem("there is no PKCS #11 library at %s; install the token's software".formatted(file));
        }
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
            MemorySegment entry = symbols.find("C_GetFunctionList")
                    .orElseThrow(() -> new KeyProblem(file + " is no PKCS #11 library"));
            MemorySegment place = arena.allocate(POINTER);
            Pkcs11Library library = new Pkcs11Library(file, MemorySegment.NULL);
            library.demand("C_GetFunctionList", library.call(entry, place));
            long size = POINTER.byteSize() * (GET_TOKEN_INFO + 2L);
            library = new Pkcs11Library(file, place.get(POINTER, 0).reinterpret(size));
            library.initialise(arena);
            return library;
        } catch (IllegalArgumentException e) {
            throw new KeyProblem(file + " cannot be loaded: it is no library for this machine", e);
        }
    }

    private void initialise(Arena arena) {
        // CK_C_INITIALIZE_ARGS: four functions for locks that we leave to the system, the flags, a pointer to nothing.
        MemorySegment arguments = arena.allocate(4 * POINTER.byteSize() + 2 * POINTER.byteSize(), 8);
        arguments.asSlice(4 * POINTER.byteSize()).set(ValueLayout.JAVA_BYTE, 0, (byte) LOCKING_OK);
        long code = call(function(INITIALIZE), arguments);
        if (code != ALREADY_INITIALIZED) {
            demand("C_Initialize", code);
        }
    }

    /// The slots that have a token now, one that was made ready for use.
    List<Slot> slots() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(ULONG);
            demand("C_GetSlotList", list(MemorySegment.NULL, count));
            long slots = Math.clamp(number(count, 0), 0, MOST_SLOTS);
            MemorySegment ids = arena.allocate(ULONG, Math.max(1, slots));
            demand("C_GetSlotList", list(ids, count));
            List<Slot> found = new ArrayList<>();
            for (long i = 0; i < Math.min(slots, number(count, 0)); i++) {
                long id = number(ids, i * WIDE);
                MemorySegment info = arena.allocate(TOKEN_INFO_BYTES, 8);
                long code = call(
                        function(GET_TOKEN_INFO), FunctionDescriptor.of(ULONG, ULONG, POINTER), argument(id), info);
                if (code != TOKEN_NOT_PRESENT && code != TOKEN_NOT_RECOGNIZED) {
                    demand("C_GetTokenInfo", code);
                    if ((number(info, FLAGS_AT) & INITIALIZED) != 0) {
                        found.add(slot(id, info));
                    }
                }
            }
            return List.copyOf(found);
        }
    }

    private long list(MemorySegment ids, MemorySegment count) {
        FunctionDescriptor function = FunctionDescriptor.of(ULONG, ValueLayout.JAVA_BYTE, POINTER, POINTER);
        return call(function(GET_SLOT_LIST), function, (byte) 1, ids, count);
    }

    private static Slot slot(long id, MemorySegment info) {
        long flags = number(info, FLAGS_AT);
        return new Slot(
                id,
                text(info, 0, LABEL_BYTES),
                text(info, SERIAL_AT, SERIAL_BYTES),
                (flags & PIN_FINAL_TRY) != 0,
                (flags & PIN_LOCKED) != 0);
    }

    private static String text(MemorySegment info, long at, long length) {
        byte[] padded = info.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(padded, StandardCharsets.UTF_8).stripTrailing();
    }

    private static long number(MemorySegment at, long offset) {
        return WIDE == Long.BYTES
                ? at.get(ValueLayout.JAVA_LONG, offset)
                : Integer.toUnsignedLong(at.get(ValueLayout.JAVA_INT, offset));
    }

    private static Object argument(long number) {
        return WIDE == Long.BYTES ? (Object) number : (Object) (int) number;
    }

    private MemorySegment function(int place) {
        return functions.get(POINTER, POINTER.byteSize() * (place + 1L));
    }

    private long call(MemorySegment function, MemorySegment argument) {
        return call(function, FunctionDescriptor.of(ULONG, POINTER), argument);
    }

    private long call(MemorySegment function, FunctionDescriptor shape, Object... arguments) {
        MethodHandle handle = LINKER.downcallHandle(function, shape);
        try {
            return ((Number) handle.invokeWithArguments(arguments)).longValue();
        } catch (Throwable e) {
            throw new KeyProblem(file + " does not work: " + e.getMessage(), e);
        }
    }

    private void demand(String function, long code) {
        if (code != OK) {
            throw new KeyProblem("%s answers %s with error 0x%X".formatted(file, function, code));
        }
    }
}
