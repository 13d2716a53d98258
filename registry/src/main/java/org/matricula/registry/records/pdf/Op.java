package org.matricula.registry.records.pdf;

/// A thing drawn. Within a slab `y` counts down from its top; on a page it counts up from the foot, as PDF does.
sealed interface Op {
    /// The tag it belongs to.
    Tag tag();

    /// The same thing on a page, for a slab whose top stands at `top`.
    Op placed(double top);

    /// A run of text.
    record Text(Tag tag, Face face, double size, int colour, double x, double y, String text) implements Op {
        @Override
        public Op placed(double top) {
            return new Text(tag, face, size, colour, x, top - y, text);
        }
    }

    /// A filled rectangle; a rule is a thin one. `y` is its upper edge in a slab, its lower edge on a page.
    record Fill(Tag tag, int colour, double x, double y, double width, double height) implements Op {
        @Override
        public Op placed(double top) {
            return new Fill(tag, colour, x, top - y - height, width, height);
        }
    }

    /// A frame with round corners.
    record Frame(Tag tag, int colour, double line, double x, double y, double width, double height, double radius)
            implements Op {
        @Override
        public Op placed(double top) {
            return new Frame(tag, colour, line, x, top - y - height, width, height, radius);
        }
    }

    /// A round seal: two rings and a star. `x` and `y` are its middle.
    record Rosette(Tag tag, int colour, double x, double y, double radius) implements Op {
        @Override
        public Op placed(double top) {
            return new Rosette(tag, colour, x, top - y, radius);
        }
    }

    /// A diamond between two thin rules. `x` and `y` are its middle.
    record Ornament(Tag tag, int colour, double x, double y, double reach) implements Op {
        @Override
        public Op placed(double top) {
            return new Ornament(tag, colour, x, top - y, reach);
        }
    }

    /// A QR code of a text.
    record Code(Tag tag, String text, double x, double y, double size) implements Op {
        @Override
        public Op placed(double top) {
            return new Code(tag, text, x, top - y - size, size);
        }
    }

    /// Where the seal's field of the file stands; nothing is drawn.
    record Field(Tag tag, double x, double y, double width, double height) implements Op {
        @Override
        public Op placed(double top) {
            return new Field(tag, x, top - y - height, width, height);
        }
    }
}
