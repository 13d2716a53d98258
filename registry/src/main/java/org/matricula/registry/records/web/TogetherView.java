package org.matricula.registry.records.web;

import java.util.List;
import org.matricula.registry.page.Tone;
import org.matricula.registry.records.Work;

/// How far the signing of several subjects of a class is.
///
/// @param address of the page
/// @param since the first of the works; empty when there is nothing to tell of
/// @param parts each subject's work, in the order in which they were begun
public record TogetherView(String address, String since, List<Part> parts) {
    public TogetherView {
        parts = List.copyOf(parts);
    }

    /// A subject's work.
    ///
    /// @param stopped why it stopped; empty unless it did
    public record Part(String subject, int done, int total, Work.State state, String stopped) {}

    /// A subject of one's own, before it is signed.
    ///
    /// @param look where its results are read
    /// @param state how many stand how
    public record Subject(String name, String look, Tone tone, String state) {}

    /// Nothing is going on.
    static TogetherView none(String address) {
        return new TogetherView(address, "", List.of());
    }

    static TogetherView of(String address, String since, List<Part> parts) {
        return new TogetherView(address, since, parts);
    }

    public boolean running() {
        return parts.stream().anyMatch(part -> part.state() == Work.State.RUNNING);
    }

    public int done() {
        return parts.stream().mapToInt(Part::done).sum();
    }

    public int total() {
        return parts.stream().mapToInt(Part::total).sum();
    }

    /// The works that stopped before their end.
    public List<Part> stopped() {
        return parts.stream().filter(part -> part.state() == Work.State.STOPPED).toList();
    }

    /// Where the part of the page that changes is asked for.
    public String progress() {
        return address + "/progress?since=" + since;
    }

    /// The page with what came of it.
    public String back() {
        return address + "?since=" + since;
    }
}
