package org.matricula.registry.records.pdf;

import java.util.ArrayList;
import java.util.List;

/// Lets strips flow onto pages. Strips that are bound move to the next page as one. When they need more than a page,
/// the loose bonds give way first; a firm one gives way only where no page could hold what it binds.
final class Flow {
    private final List<List<Op>> pages = new ArrayList<>();
    private double y;

    private Flow() {
        turn();
    }

    /// The pages that the strips need, one at least.
    static List<List<Op>> pages(List<Slab> slabs) {
        Flow flow = new Flow();
        for (List<Slab> chain : chains(slabs, Slab.Bond.LOOSE)) {
            if (room(chain) <= Look.HEIGHT) {
                flow.place(chain);
            } else {
                chains(chain, Slab.Bond.FIRM).forEach(flow::place);
            }
        }
        return flow.pages;
    }

    /// Cuts strips behind each one whose bond is weaker than asked.
    private static List<List<Slab>> chains(List<Slab> slabs, Slab.Bond bond) {
        List<List<Slab>> chains = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < slabs.size(); i++) {
            if (i == slabs.size() - 1 || slabs.get(i).bond().compareTo(bond) < 0) {
                chains.add(slabs.subList(start, i + 1));
                start = i + 1;
            }
        }
        return chains;
    }

    private static double room(List<Slab> chain) {
        return chain.stream().mapToDouble(Slab::room).sum();
    }

    private void turn() {
        pages.add(new ArrayList<>());
        y = 0;
    }

    private boolean fresh() {
        return y == 0;
    }

    private void place(List<Slab> chain) {
        double room = room(chain);
        Slab.Place place = chain.getFirst().place();
        boolean moves = place == Slab.Place.NEW_PAGE || y + room > Look.HEIGHT && room <= Look.HEIGHT;
        if (moves && !fresh()) {
            turn();
        }
        if (place == Slab.Place.FOOT) {
            y = Math.max(y, Look.HEIGHT - room);
        }
        for (Slab slab : chain) {
            if (!fresh() && y + slab.room() > Look.HEIGHT) {
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
