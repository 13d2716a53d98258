package org.matricula.registry.records.pdf;

import java.util.List;

/// A strip of a page over its whole width, never divided.
///
/// @param before the space above it, dropped at the top of a page
/// @param height its own height
/// @param keepsNext true when the next strip must stand on the same page
/// @param breaks true when it starts a new page
/// @param repeated what is drawn above it when it starts a page: the header of its table
/// @param ops what is drawn, `y` counted down from its top
record Slab(double before, double height, boolean keepsNext, boolean breaks, List<Slab> repeated, List<Op> ops) {
    static Slab of(double before, double height, List<Op> ops) {
        return new Slab(before, height, false, false, List.of(), ops);
    }

    static Slab pageBreak() {
        return new Slab(0, 0, true, true, List.of(), List.of());
    }

    Slab keeping() {
        return new Slab(before, height, true, breaks, repeated, ops);
    }

    Slab after(double space) {
        return new Slab(space, height, keepsNext, breaks, repeated, ops);
    }

    Slab repeating(List<Slab> header) {
        return new Slab(before, height, keepsNext, breaks, header, ops);
    }
}
