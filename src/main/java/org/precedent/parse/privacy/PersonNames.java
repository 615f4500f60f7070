package org.precedent.parse.privacy;

import java.util.Locale;
import java.util.Set;
import org.precedent.determination.Span;
import org.precedent.vocabulary.Lexicon;

/**
 * Distinguishes personal names from other capitalized words.
 */
final class PersonNames {
    /** Words that do not occur in personal names, in lower case. */
    private static final Set<String> OTHER_WORDS = Set.of(
            ("about absent according additionally advised after all also although an and any applicant are as assessment associate at attending "
                            + "based because been before board both but by california case center certified chief claim claimant claims consultant "
                            + "continued county date decision defendant denied department determination did director documentation does due during each "
                            + "employee employer enclosure evaluation exam examination expert facility federal final findings following for from further "
                            + "given group guidelines had has have he hence her here his history hospital however if impression in independent injured "
                            + "injury institute is it judge letter licensed medical medication medications most no none not note notes noted objective "
                            + "of office official on only or other our park patient per physical physician physicians plan please practice prescribed primary "
                            + "prior procedure professional progress provider recommended record records regarding report reported request requested "
                            + "requesting review reviewed reviewer said second secondary section seen services she since some specialist staff state "
                            + "states stated subjective such surgeon surgery team that the their then there therefore these they this those though "
                            + "thus to today treating treatment under university unspecified utilization visit was we were when where which while who "
                            + "will with work worker would year you")
                    .split(" ", -1));
    /** Maximum number of characters between a name and the title that follows it. */
    private static final int TITLES = 200;

    private final Lexicon lexicon;
    private final String text;

    PersonNames(Lexicon lexicon, String text) {
        this.lexicon = lexicon;
        this.text = text;
    }

    /**
     * Whether a span that looks like a name is a personal name.
     */
    boolean isPerson(Span span) {
        var name = span.slice(text);
        return isName(lexicon, name) && !text.startsWith("Medical Director", nextLine(span.end()));
    }

    /**
     * Whether capitalized words are a name: none of them is an ordinary word, a specialty or a state.
     */
    static boolean isName(Lexicon lexicon, String words) {
        for (var word : words.split("[\\s,.]+", -1)) {
            if (OTHER_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return lexicon.facets().specialty().mentions(words).isEmpty()
                && lexicon.words().state().mentions(words).isEmpty();
    }

    /** Returns the start of the next line, which states the function of a person who signs for the organization. */
    private int nextLine(int end) {
        int limit = Math.min(text.length(), end + TITLES);
        int line = text.indexOf('\n', end, limit);
        int at = line < 0 ? limit : line;
        while (at < limit && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
