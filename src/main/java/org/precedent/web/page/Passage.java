package org.precedent.web.page;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.precedent.search.Snippet;

/**
 * A passage of a letter as a result shows it, with dots where the letter goes on.
 *
 * @param before dots and a blank where the passage is not how the text or a sentence begins; else empty
 * @param snippet the passage
 * @param after a blank and dots where no sentence ends with it; else empty
 */
public record Passage(String before, Snippet snippet, String after) {
    private static final Set<Character> ENDS = Set.of('.', '?', '!', ':', '"', '”', ')');

    static Passage of(Snippet snippet, boolean first) {
        var text = snippet.text().strip();
        boolean within = !text.isEmpty() && Character.isLowerCase(text.charAt(0));
        boolean ended = !text.isEmpty() && ENDS.contains(text.charAt(text.length() - 1));
        return new Passage(first && !within ? "" : "… ", snippet, ended ? "" : " …");
    }

    static List<Passage> all(List<Snippet> snippets) {
        return IntStream.range(0, snippets.size())
                .mapToObj(i -> of(snippets.get(i), i == 0))
                .toList();
    }
}
