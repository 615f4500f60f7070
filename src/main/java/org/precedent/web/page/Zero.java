package org.precedent.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.precedent.search.Interpretation;
import org.precedent.search.SearchRequest;
import org.precedent.web.page.ResultsView.Advice;

/**
 * Finds ways on from a search that finds nothing: what each single constraint, dropped, would give.
 */
final class Zero {
    private static final int TRIES = 8;

    private final Desk desk;
    private final Address address;
    private final Interpretation.Understandable meaning;

    Zero(Desk desk, Address address, Interpretation.Understandable meaning) {
        this.desk = desk;
        this.address = address;
        this.meaning = meaning;
    }

    Advice advice() {
        return new Advice(drops(), spelling());
    }

    private List<Link> drops() {
        var lines = new ArrayList<Link>();
        var chips = new ArrayList<>(Chip.understood(address, meaning));
        chips.addAll(Chip.filters(address));
        for (var chip : chips.subList(0, Math.min(TRIES, chips.size()))) {
            line("Without " + chip.kind() + ": " + chip.label(), chip.without()).ifPresent(lines::add);
        }
        if (!address.request().text().isEmpty() && !chips.isEmpty()) {
            line("Without the words, with the filters alone", address.request().withText(""))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<Link> line(String label, SearchRequest request) {
        long letters = letters(request);
        return letters == 0
                ? Optional.empty()
                : Optional.of(new Link(label + ": " + Words.count(letters, "determination"), address.to(request)));
    }

    private long letters(SearchRequest request) {
        return switch (desk.read(request)) {
            case Interpretation.Understandable u ->
                desk.gate().run(() -> desk.engine().count(u.search())).determinations();
            case Interpretation.Wrong w -> 0;
        };
    }

    private List<Link> spelling() {
        var lines = new ArrayList<Link>();
        for (var word : meaning.words().split(" ", -1)) {
            if (word.matches("\\p{L}{4,}")) {
                desk.engine().correction(word.toLowerCase(Locale.ROOT)).ifPresent(c -> {
                    var text = address.request().text().replace(word, c);
                    lines.add(new Link(text, address.to(address.request().withText(text))));
                });
            }
        }
        return lines;
    }
}
