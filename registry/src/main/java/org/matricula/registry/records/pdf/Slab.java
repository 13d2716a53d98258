package org.matricula.registry.records.pdf;

import java.util.List;

/// A strip of a page over its whole width, never divided.
///
/// @param before the space above it, dropped at the top of a page
/// @param height its own height
/// @param bond how it holds on to the next strip
/// @param place where it may stand
/// @param repeated what is drawn above it when it starts a page: the header of its table
/// @param ops what is drawn, `y` counted down from its top
record Slab(double before, double height, Bond bond, Place place, List<Slab> repeated, List<Op> ops) {
    enum Bond {
        NONE,
        /// On the same page if everything that is bound fits on one.
        LOOSE,
        /// On the same page, as a heading and what it heads.
        FIRM
    }

    enum Place {
        NEXT,
        NEW_PAGE,
        /// At the foot of the page, with all strips that are bound to it.
        FOOT
    }

    static Slab of(double before, double height, List<Op> ops) {
        return new Slab(before, height, Bond.NONE, Place.NEXT, List.of(), ops);
    }

    static Slab pageBreak() {
        return new Slab(0, 0, Bond.FIRM, Place.NEW_PAGE, List.of(), List.of());
    }

    /// Keeps the next strip on the same page.
    Slab keeping() {
        return new Slab(before, height, Bond.FIRM, place, repeated, ops);
    }

    /// Keeps the next strip on the same page if there is room.
    Slab holding() {
        return new Slab(before, height, bond == Bond.NONE ? Bond.LOOSE : bond, place, repeated, ops);
    }

    Slab after(double space) {
        return new Slab(space, height, bond, place, repeated, ops);
    }

    Slab atFoot() {
        return new Slab(before, height, bond, Place.FOOT, repeated, ops);
    }

    Slab repeating(List<Slab> header) {
        return new Slab(before, height, bond, place, header, ops);
    }

    /// The height with the space above.
    double room() {
        return before + height;
    }
}
