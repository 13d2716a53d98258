package org.matricula.registry.records.pdf;

import java.util.List;

/// Writes the tags of a document as its structure tree, and the way back from each mark to its tag.
final class Structure {
    private final PdfObjects objects;
    private final int firstPage;

    /// @param firstPage the number of the first page's object; the others follow
    Structure(PdfObjects objects, int firstPage) {
        this.objects = objects;
        this.firstPage = firstPage;
    }

    /// @param root the root of the tree's own object number
    void write(int root, Tag document, List<List<Tag>> marked, List<Tag> annotated) {
        number(document);
        element(document, root);
        int parents = objects.number();
        objects.pack(root)
                .ascii("<</Type/StructTreeRoot/K ")
                .number(document.number)
                .ascii(" 0 R/ParentTree ")
                .number(parents)
                .ascii(" 0 R/ParentTreeNextKey ")
                .number(marked.size() + annotated.size())
                .ascii(">>");
        Bytes out = objects.pack(parents).ascii("<</Nums[");
        for (int page = 0; page < marked.size(); page++) {
            out.number(page).put('[');
            for (Tag tag : marked.get(page)) {
                out.number(tag.number).ascii(" 0 R ");
            }
            out.put(']');
        }
        for (int i = 0; i < annotated.size(); i++) {
            out.number(marked.size() + i)
                    .put(' ')
                    .number(annotated.get(i).number)
                    .ascii(" 0 R");
        }
        out.ascii("]>>");
    }

    private void number(Tag tag) {
        tag.number = objects.number();
        for (Kid kid : tag.kids) {
            if (kid instanceof Tag child) {
                number(child);
            }
        }
    }

    private void element(Tag tag, int parent) {
        Bytes out = objects.pack(tag.number);
        out.ascii("<</S/")
                .ascii(tag.type)
                .ascii("/P ")
                .number(parent)
                .ascii(" 0 R")
                .ascii(tag.attributes);
        int page = page(tag);
        if (page >= 0) {
            out.ascii("/Pg ").number(firstPage + page).ascii(" 0 R");
        }
        if (!tag.kids.isEmpty()) {
            boolean one = tag.kids.size() == 1;
            out.ascii(one ? "/K " : "/K[");
            for (Kid kid : tag.kids) {
                kid(kid, page, out);
            }
            out.ascii(one ? "" : "]");
        }
        out.ascii(">>");
        for (Kid kid : tag.kids) {
            if (kid instanceof Tag child) {
                element(child, tag.number);
            }
        }
    }

    private static int page(Tag tag) {
        for (Kid kid : tag.kids) {
            if (kid instanceof Tag.Place place) {
                return place.page();
            }
        }
        return -1;
    }

    private void kid(Kid kid, int page, Bytes out) {
        switch (kid) {
            case Tag child -> out.number(child.number).ascii(" 0 R ");
            case Tag.Place place
            when place.page() == page -> out.number(place.mark()).put(' ');
            case Tag.Place place ->
                out.ascii("<</Type/MCR/Pg ")
                        .number(firstPage + place.page())
                        .ascii(" 0 R/MCID ")
                        .number(place.mark())
                        .ascii(">>");
            case Tag.Annotation annotation ->
                out.ascii("<</Type/OBJR/Pg ")
                        .number(firstPage + annotation.page())
                        .ascii(" 0 R/Obj ")
                        .number(annotation.object())
                        .ascii(" 0 R>>");
        }
    }
}
