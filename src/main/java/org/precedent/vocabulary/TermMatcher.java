package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Span;

/**
 * Finds surface forms in text, word by word: case, punctuation and the width of gaps do not matter, {@code "L-S spine"} is met by
 * {@code "l/s spine"}.
 */
final class TermMatcher {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Node root = new Node();

    TermMatcher(List<Term> terms) {
        for (var term : terms) {
            add(term.label(), term);
            term.synonyms().forEach(s -> add(s, term));
        }
    }

    List<Mention> mentions(String text) {
        var words = words(text);
        var found = new ArrayList<Mention>();
        for (int i = 0; i < words.size(); ) {
            var node = root;
            @Nullable Term longest = null;
            int end = i;
            for (int j = i; j < words.size(); j++) {
                var next = node.next.get(words.get(j).folded);
                if (next == null) {
                    break;
                }
                node = next;
                if (node.term != null) {
                    longest = node.term;
                    end = j + 1;
                }
            }
            if (longest == null) {
                i++;
            } else {
                found.add(new Mention(
                        longest,
                        new Span(
                                words.get(i).span.start(),
                                words.get(end - 1).span.end())));
                i = end;
            }
        }
        return found;
    }

    private void add(String form, Term term) {
        var node = root;
        for (var word : words(form)) {
            node = node.next.computeIfAbsent(word.folded, w -> new Node());
        }
        node.term = term;
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group().toLowerCase(Locale.ROOT), new Span(matcher.start(), matcher.end())));
        }
        return words;
    }

    private record Word(String folded, Span span) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private @Nullable Term term;
    }
}
