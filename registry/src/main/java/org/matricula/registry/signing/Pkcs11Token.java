package org.matricula.registry.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matricula.registry.signing.Pkcs11Library.Slot;

/// A token that a PKCS #11 library knows: a smart card, a module for keys, or SoftHSM. Java's own provider speaks to
/// it.
///
/// @param label the token's label; empty when the slot is given
/// @param slot the slot's number; empty when the label is given
/// @param key the label of the key's certificate on the token; empty when the token has one key
/// @param name what to call all this in messages
record Pkcs11Token(Path library, Optional<String> label, Optional<Long> slot, Optional<String> key, String name) {
    private static final String WARNING =
            "A token locks itself after a few wrong PINs, so the register does not try this one again before it is started anew";

    Pkcs11Token {
        if (label.isPresent() == slot.isPresent()) {
            throw new KeyProblem(
                    name + " names a token by 'token = <its label>' or by 'slot = <its number>', not both");
        }
    }

    /// A key that the token has opened, and by whom it works.
    record Opened(Provider provider, PrivateKey key, List<Certificate> chain) {}

    /// Shows the token the PIN and finds the key.
    ///
    /// @throws WrongPassword when the PIN is wrong, locked, or at its last try: it is not to be tried again
    /// @throws KeyProblem when the library, the token or the key is not there
    Opened open(char[] pin) {
        Slot place = place();
        if (place.locked()) {
            throw new WrongPassword(
                    name + ": the token's PIN is locked; unlock it with the token's own software", null);
        }
        if (place.lastTry()) {
            throw new WrongPassword(
                    "%s: the token has one try left before it locks itself, which is not used up here; show it the right PIN once with its own software, then start the register anew"
                            .formatted(name),
                    null);
        }
        if (pin.length == 0) {
            throw new KeyProblem(
                    "%s: the token wants its PIN; put it into keys.properties beside it as 'pin.%s = ...', or into MATRICULA_KEYS_PIN"
                            .formatted(name, KeyPlace.nameOf(Path.of(name))));
        }
        try {
            Provider provider = provider(place.id());
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            String alias = alias(store);
            Certificate[] chain = Objects.requireNonNull(store.getCertificateChain(alias));
            return new Opened(provider, (PrivateKey) store.getKey(alias, null), Arrays.asList(chain));
        } catch (IOException | GeneralSecurityException | ProviderException | InvalidParameterException e) {
            String code = code(e);
            throw switch (code) {
                case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" ->
                    new WrongPassword(
                            "%s: the token does not accept the PIN (%s). %s".formatted(name, code, WARNING), e);
                case "CKR_PIN_LOCKED" ->
                    new WrongPassword(name + ": the token's PIN is locked; unlock it with the token's own software", e);
                default -> new KeyProblem("%s: the token does not open (%s)".formatted(name, code), e);
            };
        }
    }

    private Slot place() {
        List<Slot> all = Pkcs11Library.load(library).slots();
        List<Slot> here = all.stream()
                .filter(each -> label.map(each.label()::equals).orElse(true))
                .filter(each -> slot.map(number -> number == each.id()).orElse(true))
                .toList();
        if (here.size() == 1) {
            return here.getFirst();
        }
        String wanted = label.map(l -> "'" + l + "'").orElse("in slot " + slot.orElse(0L));
        String known = all.stream()
                .map(each -> "'%s' in slot %d (serial %s)".formatted(each.label(), each.id(), each.serial()))
                .collect(Collectors.joining(", "));
        throw new KeyProblem("%s: there %s %s; there is %s"
                .formatted(
                        name,
                        here.isEmpty() ? "is no token" : "are " + here.size() + " tokens",
                        wanted,
                        known.isEmpty() ? "no token at all: put it in, or start its service" : known));
    }

    private Provider provider(long slotId) {
        String lines = "--name=matricula\nlibrary=\"%s\"\nslot=%d\nshowInfo=false\n"
                .formatted(library.toAbsolutePath(), slotId);
        return Security.getProvider("SunPKCS11").configure(lines);
    }

    /// Java gives a key the label of its certificate, with more behind it when two have the same.
    private String alias(KeyStore store) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        List<String> named = key.isEmpty()
                ? keys
                : keys.stream()
                        .filter(alias -> alias.equals(key.get()) || alias.startsWith(key.get() + "/"))
                        .toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        String which = key.map(l -> " labelled '" + l + "'").orElse("");
        throw new KeyProblem(
                named.isEmpty()
                        ? "%s: the token has no key with a certificate%s; it has %s. A key counts when its certificate is on the token under the same id (CKA_ID)"
                                .formatted(name, which, keys.isEmpty() ? "none" : String.join(", ", keys))
                        : "%s: the token has %d keys%s (%s); say 'key = <label>' in it, and give each certificate a label of its own"
                                .formatted(name, named.size(), which, String.join(", ", named)));
    }

    /// What the token said, as PKCS #11 calls it.
    static String code(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .map(each -> String.valueOf(each.getMessage()))
                .filter(words -> words.startsWith("CKR_"))
                .findFirst()
                .orElse(String.valueOf(fault.getMessage()));
    }
}
