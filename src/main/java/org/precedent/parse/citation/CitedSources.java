package org.precedent.parse.citation;

import static org.precedent.vocabulary.Lexicon.GUIDES;
import static org.precedent.vocabulary.Lexicon.OTHER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * Finds the sources cited in a range: guideline families and works in the vocabulary, and web addresses.
 */
final class CitedSources {
    private static final Pattern LINK =
            Pattern.compile("(?:https?://|www\\.)\\s?[\\w.-]++[^\\s,;)]*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SITE = Pattern.compile(
            "\\b[a-z][\\w-]{2,30}(?:\\.[a-z][\\w-]{1,30}){0,3}\\.(?:com|org|gov|net|edu)\\b[^\\s,;)]*+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST =
            Pattern.compile("(?:https?://)?\\s?(?:www\\d?\\.)?([\\w.-]++)", Pattern.CASE_INSENSITIVE);
    /** Introduces a further citation of any source. */
    static final Pattern FURTHER_CITATION = Pattern.compile(
            "\\b(?:and )?Other Medical Treatment Guidelines?(?: or Medical Evidence)?\\b:?", Pattern.CASE_INSENSITIVE);
    /** Matches between two names of the same source, as in {@code Official Disability Guidelines (ODG)}. */
    private static final Pattern SAME = Pattern.compile("[\\s,:;(/-]*+");

    private final FoldedText letter;
    private final Vocabulary families;
    private final Vocabulary works;

    /**
     * A cited source.
     *
     * @param family label of its guideline family
     * @param title the work, for sources outside the known guideline families
     * @param name the range that names it
     */
    record Source(String family, Optional<String> title, Range name) {}

    CitedSources(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.families = lexicon.families();
        this.works = lexicon.works();
    }

    /**
     * Returns the sources in text order, without overlaps.
     */
    List<Source> find(Range body) {
        var text = letter.counted(body);
        var words = Words.of(text);
        var sources = new TreeMap<Integer, Source>();
        addresses(LINK, body, text, sources);
        for (var mention : families.mentions(words)) {
            var label = mention.term().label();
            if (!label.equals(OTHER)) {
                add(sources, new Source(label, Optional.empty(), at(body, mention)));
            }
        }
        for (var mention : works.mentions(words)) {
            if (!isWithinAddress(text.text(), mention.span().start())) {
                add(sources, new Source(OTHER, Optional.of(mention.term().label()), at(body, mention)));
            }
        }
        addresses(SITE, body, text, sources);
        return withoutPublishers(joined(withoutAddressesOfNamed(List.copyOf(sources.values()))));
    }

    private static void add(NavigableMap<Integer, Source> sources, Source source) {
        var before = sources.lowerEntry(source.name.end());
        if (before == null || before.getValue().name.end() <= source.name.start()) {
            sources.put(source.name.start(), source);
        }
    }

    /** Whether a position is inside a longer web address, the rest of which is not a source. */
    private static boolean isWithinAddress(String text, int at) {
        return at > 1 && text.charAt(at - 1) == '.' && Character.isLetterOrDigit(text.charAt(at - 2));
    }

    private static void addresses(
            Pattern pattern, Range body, CountedText text, NavigableMap<Integer, Source> sources) {
        if (!mayHoldAddress(text.text())) {
            return;
        }
        var address = text.matcher(pattern);
        while (address.find()) {
            var host = HOST.matcher(address.group());
            if (host.lookingAt()) {
                var at = new Range(body.start() + address.start(), body.start() + address.end());
                add(sources, new Source(OTHER, Optional.of(site(host.group(1))), at));
            }
        }
    }

    /** Quick pre-check: every address has a dot within a word, which is rare otherwise. */
    private static boolean mayHoldAddress(String text) {
        for (int dot = text.indexOf('.'); dot >= 0 && dot + 1 < text.length(); dot = text.indexOf('.', dot + 1)) {
            if (Character.isLetter(text.charAt(dot + 1))) {
                return true;
            }
        }
        return text.contains("//");
    }

    private static String site(String host) {
        int end = host.length();
        while (end > 0 && host.charAt(end - 1) == '.') {
            end--;
        }
        return host.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Removes web addresses that directly follow a work cited by name, because they belong to the same citation. */
    private List<Source> withoutAddressesOfNamed(List<Source> sources) {
        var kept = new ArrayList<Source>();
        int searched = 0;
        for (var source : sources) {
            boolean follows = !kept.isEmpty()
                    && isAddress(source)
                    && kept.getLast().family.equals(OTHER)
                    && !isAddress(kept.getLast())
                    && !letter.matcher(FURTHER_CITATION, searched, source.name.start())
                            .find();
            if (!follows) {
                kept.add(source);
            }
            searched = source.name.end();
        }
        return kept;
    }

    private boolean isAddress(Source source) {
        return letter.indexOf(".", source.name.start(), source.name.end()) >= 0;
    }

    /**
     * Joins adjacent names of the same source: "Official Disability Guidelines (ODG)" is one source, whereas "ODG ... ODG ..." are two
     * citations.
     */
    private List<Source> joined(List<Source> sources) {
        var joined = new ArrayList<Source>();
        for (var source : sources) {
            if (!joined.isEmpty() && isSame(joined.getLast(), source)) {
                var last = joined.removeLast();
                joined.add(new Source(last.family, last.title, new Range(last.name.start(), source.name.end())));
            } else {
                joined.add(source);
            }
        }
        return joined;
    }

    private boolean isSame(Source first, Source second) {
        return first.family.equals(second.family)
                && first.title.equals(second.title)
                && letter.matcher(SAME, /* start= */ first.name.end(), /* end= */ second.name.start())
                        .matches();
    }

    /** Removes the ODG publisher named after the place of publication, as in {@code Encinitas (CA): Work Loss Data Institute}. */
    private List<Source> withoutPublishers(List<Source> sources) {
        var kept = new ArrayList<Source>();
        for (var source : sources) {
            boolean publisher = source.family.equals(GUIDES)
                    && !kept.isEmpty()
                    && kept.getLast().family.equals(GUIDES)
                    && letter.text().startsWith(": ", source.name.start() - 2);
            if (!publisher) {
                kept.add(source);
            }
        }
        return kept;
    }

    private static Range at(Range body, Mention mention) {
        return new Range(
                body.start() + mention.span().start(),
                body.start() + mention.span().end());
    }
}
