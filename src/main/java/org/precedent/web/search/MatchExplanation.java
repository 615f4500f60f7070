package org.precedent.web.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.IssueHit;
import org.precedent.search.Snippet;
import org.precedent.search.request.SearchRequest;

/**
 * Explains which words of an issue matched a search, and which of them differ from those typed.
 */
final class MatchExplanation {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    /** Words that share this many leading letters count as forms of the same word. */
    private static final int STEM = 4;

    private MatchExplanation() {}

    /**
     * Explains the match, as in {@code Request: “radiographs” (other wording). Rationale: “conservative”.} Empty if the visible highlights
     * already explain it: every word is as typed and appears in the heading or the excerpts.
     *
     * @param title heading of the issue
     */
    static Optional<String> explain(SearchRequest search, IssueHit issue, Snippet title) {
        var typed = words(search.text());
        var request = hits(List.of(issue.request()));
        var rationale = hits(issue.snippets());
        boolean seen = hits(List.of(title)).equals(request);
        if (seen && Stream.concat(request.stream(), rationale.stream()).allMatch(h -> isTyped(h, typed))) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(line("Request", request, typed), line("Rationale", rationale, typed))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
    }

    private static Optional<String> line(String place, Set<String> hits, Set<String> typed) {
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        place + ": " + hits.stream().map(h -> quote(h, typed)).collect(Collectors.joining(", ")) + ".");
    }

    private static Set<String> hits(List<Snippet> passages) {
        var hits = new LinkedHashSet<String>();
        passages.stream()
                .flatMap(p -> p.pieces().stream())
                .filter(Snippet.Piece::hit)
                .forEach(p -> hits.add(p.text().toLowerCase(Locale.ROOT)));
        return hits;
    }

    private static String quote(String hit, Set<String> typed) {
        return "“" + hit + "”" + (isTyped(hit, typed) ? "" : " (other wording)");
    }

    private static boolean isTyped(String hit, Set<String> typed) {
        return words(hit).stream().anyMatch(w -> typed.stream().anyMatch(t -> isForm(t, w)));
    }

    private static boolean isForm(String typed, String word) {
        int shared = 0;
        while (shared < typed.length() && shared < word.length() && typed.charAt(shared) == word.charAt(shared)) {
            shared++;
        }
        return typed.equals(word) || shared >= STEM;
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(r -> r.group())
                .collect(Collectors.toSet());
    }
}
