package org.precedent.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.precedent.determination.Span;

/**
 * A text, tokenized in the simplest way: words are lowercased runs of letters and digits; sentences end at a period, paragraphs at an
 * empty line.
 *
 * @param words in order
 */
record TestText(List<Word> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /**
     * A word of a text.
     *
     * @param form lowercase form
     * @param sentence number of its sentence
     * @param paragraph number of its paragraph
     * @param at its position
     */
    record Word(String form, int sentence, int paragraph, Span at) {}

    static TestText of(String text) {
        var words = new ArrayList<Word>();
        var matcher = WORD.matcher(text);
        int sentence = 0;
        int paragraph = 0;
        int last = 0;
        while (matcher.find()) {
            var gap = text.substring(last, matcher.start());
            paragraph += gap.contains("\n\n") ? 1 : 0;
            sentence += gap.contains("\n\n") || gap.contains(".") ? 1 : 0;
            last = matcher.end();
            words.add(new Word(
                    matcher.group().toLowerCase(Locale.ROOT),
                    sentence,
                    paragraph,
                    new Span(matcher.start(), matcher.end())));
        }
        return new TestText(words);
    }

    /** The places where these words are adjacent. */
    List<Place> places(List<TestText.Word> wanted) {
        var places = new ArrayList<Place>();
        for (int i = 0; !wanted.isEmpty() && i + wanted.size() <= words.size(); i++) {
            boolean all = true;
            for (int k = 0; k < wanted.size(); k++) {
                all &= words.get(i + k).form.equals(wanted.get(k).form);
            }
            if (all) {
                places.add(new Place(i, i + wanted.size() - 1));
            }
        }
        return places;
    }

    /**
     * A range of words.
     *
     * @param first index of the first word
     * @param last index of the last word
     */
    record Place(int first, int last) {
        boolean contains(Place other) {
            return first <= other.first && other.last <= last && !equals(other);
        }
    }
}
