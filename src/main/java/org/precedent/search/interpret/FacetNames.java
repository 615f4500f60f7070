package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in words, longest first; from {@code names.tsv}.
 */
final class FacetNames {
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int COLUMNS = 3;

    private final Node root = new Node();
    private final List<FacetName> all = new ArrayList<>();

    FacetNames() {
        for (var line : SearchResource.lines("names.tsv")) {
            var cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalStateException("names.tsv: expected " + COLUMNS + " columns in \"" + line + "\"");
            }
            var name = FacetName.read(cells[1], cells[2]);
            all.add(name);
            for (var words : cells[0].split("\\|", -1)) {
                add(words, name);
            }
        }
    }

    /**
     * What the file says, row by row.
     */
    List<FacetName> all() {
        return List.copyOf(all);
    }

    /**
     * A name at the beginning of these words.
     *
     * @param name what they name
     * @param words how many words it takes
     */
    record Match(FacetName name, int words) {}

    /**
     * The longest name at the beginning of the words that ends where one of them ends; empty when none does.
     */
    Optional<Match> match(List<String> words) {
        var node = root;
        Optional<Match> longest = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            for (var part : parts(words.get(i))) {
                var next = node.next.get(part);
                if (next == null) {
                    return longest;
                }
                node = next;
            }
            if (node.name != null) {
                longest = Optional.of(new Match(node.name, i + 1));
            }
        }
        return longest;
    }

    private void add(String words, FacetName name) {
        var node = root;
        for (var part : parts(words)) {
            node = node.next.computeIfAbsent(part, p -> new Node());
        }
        if (node.name != null && !node.name.equals(name)) {
            throw new IllegalStateException("names.tsv: \"" + words + "\" has two readings");
        }
        node.name = name;
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var matcher = PART.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private @Nullable FacetName name;
    }
}
