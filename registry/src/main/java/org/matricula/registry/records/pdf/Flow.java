package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.List;

/// Lets strips flow onto pages: chains of strips that keep together move to the next page as one, as long as they fit
/// on a page at all.
final class Flow {
    private final List<List<Op>> pages = new ArrayList<>();
    private double y;

    private Flow() {
        turn();
    }

    /// The pages that the strips need, one at least.
    static List<List<Op>> pages(List<Slab> slabs) {
        Flow flow = new Flow();
        int start = 0;
        while (start < slabs.size()) {
            int end = start;
            while (end < slabs.size() - 1 && slabs.get(end).keepsNext()) {
                end++;
            }
            flow.chain(slabs.subList(start, end + 1));
            start = end + 1;
        }
        return flow.pages;
    }

    private void turn() {
        pages.add(new ArrayList<>());
        y = 0;
    }

    private boolean fresh() {
        return y == 0;
    }

    private void chain(List<Slab> chain) {
        Slab.Place place = chain.getFirst().place();
        if (place == Slab.Place.NEW_PAGE && !fresh()) {
            turn();
        }
        double height = 0;
        for (Slab slab : chain) {
            height += slab.before() + slab.height();
        }
        if (!fresh() && y + height > Look.HEIGHT && height <= Look.HEIGHT) {
            turn();
        }
        if (place == Slab.Place.FOOT) {
            y = Math.max(y, Look.HEIGHT - height);
        }
        for (Slab slab : chain) {
            if (!fresh() && y + slab.before() + slab.height() > Look.HEIGHT) {
                turn();
            }
            if (fresh()) {
                slab.repeated().forEach(this::place);
            }
            place(slab);
        }
    }

    private void place(Slab slab) {
        y += fresh() ? 0 : slab.before();
        double top = Look.PAGE_HEIGHT - Look.TOP - y;
        for (Op op : slab.ops()) {
            pages.getLast().add(op.placed(top));
        }
        y += slab.height();
    }
}
