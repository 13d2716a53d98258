package org.matricula.registry.records.spi;

import java.util.List;

/// A record as it will stand on paper, before it has pages.
///
/// @param title the document's title as readers and screen readers announce it
/// @param language BCP 47 tag of the text, for example `vi`
/// @param accent the one colour beside black and grey, for rules and headings
/// @param footer what stands at the foot of every page
/// @param parts what stands on the pages, in reading order
public record PrintedForm(String title, String language, Colour accent, Footer footer, List<Part> parts) {
    public PrintedForm {
        parts = List.copyOf(parts);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a printed form has a title: readers announce it");
        }
    }

    /// The foot of every page.
    ///
    /// @param left the record's id and whose it is
    /// @param pages how a page is counted, with `{page}` and `{pages}`, for example `Trang {page}/{pages}`
    /// @param notice a warning that must be seen on every page; empty when there is none
    public record Footer(String left, String pages, String notice) {}

    /// A colour on screen and on paper (sRGB), each part 0 to 255.
    public record Colour(int red, int green, int blue) {
        public Colour {
            if (((red | green | blue) & ~0xFF) != 0) {
                throw new IllegalArgumentException(
                        "a part of a colour is 0 to 255: %d, %d, %d".formatted(red, green, blue));
            }
        }
    }
}
