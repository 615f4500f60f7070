package org.precedent.parse.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.precedent.determination.Finding;
import org.precedent.determination.Span;
import org.precedent.vocabulary.Lexicon;

/**
 * Looks for what letters are posted without: numbers, addresses and names that tell who a person is. What an organisation prints
 * above its letters, and who signs for it, is none of that.
 */
public final class PersonalDataFinder {
    /** Words with a capital that no person is called. */
    private static final Set<String> NO_NAMES = Set.of(
            "Board",
            "Center",
            "Certified",
            "Department",
            "Director",
            "Doctor",
            "Expert",
            "Federal",
            "Guidelines",
            "He",
            "Her",
            "His",
            "Independent",
            "In",
            "Institute",
            "Licensed",
            "Medical",
            "Official",
            "Physician",
            "Review",
            "Reviewer",
            "Services",
            "She",
            "State",
            "The",
            "There",
            "This",
            "University");

    private static final Pattern LETTERHEAD =
            Pattern.compile("P\\. ?O\\. ?Box|Federal Services|Department of Industrial");
    private static final String MARKED = "[redacted ";
    private static final Pattern MARK = Pattern.compile("\\[redacted ([a-z -]+)]");

    /** What was found, and where. */
    private record Place(PiiPattern kind, Span span) {}

    private final Lexicon lexicon;
    private final String text;

    private PersonalDataFinder(Lexicon lexicon, String text) {
        this.lexicon = lexicon;
        this.text = text;
    }

    /** A doubt for each place of a letter's text, in order. */
    public static List<Finding> findings(Lexicon lexicon, String text) {
        var findings = new ArrayList<Finding>();
        for (var place : new PersonalDataFinder(lexicon, text).places()) {
            findings.add(new Finding(
                    Finding.Kind.PERSONAL_DATA,
                    "looks like a " + place.kind.label() + " of a person; --redact leaves such out",
                    place.span));
        }
        if (text.contains(MARKED)) {
            MARK.matcher(text)
                    .results()
                    .forEach(m -> findings.add(new Finding(
                            Finding.Kind.PERSONAL_DATA,
                            "a " + m.group(1) + " was left out here",
                            new Span(m.start(), m.end()))));
        }
        return findings;
    }

    /** The text with a mark in each place. */
    public static String redacted(Lexicon lexicon, String text) {
        var redacted = new StringBuilder(text);
        for (var place : new PersonalDataFinder(lexicon, text).places().reversed()) {
            redacted.replace(place.span.start(), place.span.end(), "[redacted " + place.kind.label() + "]");
        }
        return redacted.toString();
    }

    /** In order, none within another. */
    private List<Place> places() {
        var all = new ArrayList<Place>();
        for (var kind : PiiPattern.ALL) {
            if (!kind.mayBeIn(text)) {
                continue;
            }
            kind.pattern().matcher(text).results().forEach(match -> {
                var span = told(match);
                if (kind.isName() ? isPerson(span) : !isLetterhead(span)) {
                    all.add(new Place(kind, span));
                }
            });
        }
        all.sort(Comparator.comparingInt(p -> p.span.start()));
        var apart = new ArrayList<Place>();
        for (var place : all) {
            if (apart.isEmpty() || place.span.start() >= apart.getLast().span.end()) {
                apart.add(place);
            }
        }
        return apart;
    }

    private static Span told(MatchResult match) {
        int group = 1;
        while (match.start(group) < 0) {
            group++;
        }
        return new Span(match.start(group), match.end(group));
    }

    private boolean isPerson(Span span) {
        var name = span.of(text);
        for (var word : name.split("[\\s,]+", -1)) {
            if (NO_NAMES.contains(word)) {
                return false;
            }
        }
        return lexicon.facets().specialty().mentions(name).isEmpty()
                && lexicon.words().state().mentions(name).isEmpty()
                && !text.startsWith("Medical Director", afterTitles(span.end()));
    }

    // who signs for the organisation: the next line says so
    private int afterTitles(int end) {
        int line = text.indexOf('\n', end);
        int at = line < 0 ? text.length() : line;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean isLetterhead(Span span) {
        int start = Math.max(text.lastIndexOf("\n\n", span.start()), 0);
        int end = text.indexOf("\n\n", span.end());
        return LETTERHEAD
                .matcher(text)
                .region(start, end < 0 ? text.length() : end)
                .find();
    }
}
