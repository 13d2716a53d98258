package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.List;

/// An element of the document's structure: what assistive technology reads instead of the look.
final class Tag implements Kid {
    /// What is drawn but not read: rules, tints, repeated headers, page numbers.
    static final Tag ARTIFACT = new Tag("Artifact", "");

    final String type;
    final String attributes;
    final List<Kid> kids = new ArrayList<>();
    /// Its number in the file, given when it is written.
    int number;

    private Tag(String type, String attributes) {
        this.type = type;
        this.attributes = attributes;
    }

    static Tag root() {
        return new Tag("Document", "");
    }

    Tag add(String childType) {
        return add(childType, "");
    }

    /// @param childAttributes entries of the structure element as PDF source, for example
    ///     `/A<</O/Table/Scope/Row>>`
    Tag add(String childType, String childAttributes) {
        Tag child = new Tag(childType, childAttributes);
        kids.add(child);
        return child;
    }

    /// Forgets where it was drawn, so that the document can be written again.
    void forgetPlaces() {
        kids.removeIf(kid -> !(kid instanceof Tag));
        kids.forEach(kid -> ((Tag) kid).forgetPlaces());
    }

    /// Content of a page that belongs to a tag.
    record Place(int page, int mark) implements Kid {}

    /// An annotation that belongs to a tag.
    record Annotation(int page, int object) implements Kid {}
}
