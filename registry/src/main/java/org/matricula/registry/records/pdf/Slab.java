package org.matricula.registry.records.pdf;

import java.util.List;

/// A strip of a page over its whole width, never divided.
///
/// @param before the space above it, dropped at the top of a page
/// @param height its own height
/// @param keepsNext true when the next strip must stand on the same page
/// @param place where it may stand
/// @param repeated what is drawn above it when it starts a page: the header of its table
/// @param ops what is drawn, `y` counted down from its top
record Slab(double before, double height, boolean keepsNext, Place place, List<Slab> repeated, List<Op> ops) {
    enum Place {
        NEXT,
        NEW_PAGE,
        /// At the foot of the page, with all strips that keep together with it.
        FOOT
    }

    static Slab of(double before, double height, List<Op> ops) {
        return new Slab(before, height, false, Place.NEXT, List.of(), ops);
    }

    static Slab pageBreak() {
        return new Slab(0, 0, true, Place.NEW_PAGE, List.of(), List.of());
    }

    Slab keeping() {
        return new Slab(before, height, true, place, repeated, ops);
    }

    Slab after(double space) {
        return new Slab(space, height, keepsNext, place, repeated, ops);
    }

    Slab atFoot() {
        return new Slab(before, height, keepsNext, Place.FOOT, repeated, ops);
    }

    Slab repeating(List<Slab> header) {
        return new Slab(before, height, keepsNext, place, header, ops);
    }
}
