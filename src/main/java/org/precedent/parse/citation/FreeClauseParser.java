package org.precedent.parse.citation;

import static org.precedent.vocabulary.Lexicon.COLLEGE;
import static org.precedent.vocabulary.Lexicon.GUIDES;
import static org.precedent.vocabulary.Lexicon.OTHER;
import static org.precedent.vocabulary.Lexicon.SCHEDULE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.parse.citation.CitedSources.Source;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Nearby;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * Parses a clause {@code Decision based on Non-MTUS Citation ...} into known sources, web addresses, and works not in any vocabulary. The
 * citation of a source extends to the start of the next one.
 */
final class FreeClauseParser {
    private static final Pattern ABSENT =
            Pattern.compile("(?:none|n/?a|not applicable|no guidelines? cited)?[.\\s]*+", Pattern.CASE_INSENSITIVE);
    private static final int MIN_NAME_LENGTH = 4;

    private final FoldedText letter;
    private final CitedSources sources;
    private final Vocabulary college;
    private final OdgChapterFinder chapters;
    private final MtusClauseParser mtus;

    FreeClauseParser(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.sources = new CitedSources(letter, lexicon);
        this.college = lexicon.college();
        this.chapters = new OdgChapterFinder(lexicon.chapters());
        this.mtus = new MtusClauseParser(letter, lexicon);
    }

    List<Citation> read(Range body) {
        if (letter.matcher(ABSENT, body).matches()) {
            return List.of();
        }
        var named = sources.find(body);
        int first = named.isEmpty() ? body.end() : named.getFirst().name().start();
        var citations = new ArrayList<>(parseUnnamed(letter.trimmed(body.start(), first), named));
        for (int i = 0; i < named.size(); i++) {
            var source = named.get(i);
            int end = i + 1 < named.size() ? named.get(i + 1).name().start() : body.end();
            var all = letter.trimmed(source.name().start(), end);
            citations.addAll(source.family().equals(SCHEDULE) ? mtus.read(withoutAnother(all)) : cited(source, all));
        }
        return citations;
    }

    /**
     * Returns where sources other than the MTUS and ACOEM are named.
     */
    List<Range> namesOutsideSchedule(Range body) {
        return sources.find(body).stream()
                .filter(s -> !isOfSchedule(s.family()))
                .map(Source::name)
                .toList();
    }

    /**
     * Whether a guideline family is the MTUS or ACOEM, which the MTUS incorporates.
     */
    static boolean isOfSchedule(String family) {
        return family.equals(SCHEDULE) || family.equals(COLLEGE);
    }

    /**
     * Returns the citations of one source.
     *
     * @param all from the name of the source to the end of its citation
     */
    List<Citation> cited(Source source, Range all) {
        var range = withoutAnother(all);
        int afterName = Math.min(source.name().end(), range.end());
        return switch (source.family()) {
            case GUIDES -> guides(afterName, range);
            case COLLEGE -> List.of(citation(COLLEGE, titleIn(college, afterName, range), range, afterName));
            default -> List.of(citation(source.family(), source.title(), range, afterName));
        };
    }

    private Range withoutAnother(Range all) {
        var next = letter.matcher(CitedSources.FURTHER_CITATION, all);
        return next.find() && next.start() > all.start() ? letter.trimmed(all.start(), next.start()) : all;
    }

    private List<Citation> guides(int afterName, Range all) {
        var found = chapters.find(letter.counted(new Range(afterName, all.end())));
        if (found.isEmpty()) {
            return List.of(citation(GUIDES, Optional.empty(), all, afterName));
        }
        var citations = new ArrayList<Citation>();
        for (int i = 0; i < found.size(); i++) {
            var chapter = found.get(i);
            int start = i == 0 ? all.start() : afterName + chapter.span().start();
            int end = i + 1 < found.size() ? afterName + found.get(i + 1).span().start() : all.end();
            citations.add(citation(
                    GUIDES,
                    Optional.of(chapter.term().label()),
                    letter.trimmed(start, end),
                    afterName + chapter.span().end()));
        }
        return citations;
    }

    private Optional<String> titleIn(Vocabulary titles, int from, Range all) {
        return titles.mentions(letter.words(new Range(from, all.end()))).stream()
                .map(m -> m.term().label())
                .findFirst();
    }

    private Citation citation(String family, Optional<String> title, Range all, int afterTitle) {
        return CitationBuilder.read(letter, family, title, all, afterTitle);
    }

    /**
     * Parses text before the first known source: ODG chapters cited without the name of the guidelines, or a work that is not in any
     * vocabulary.
     */
    private List<Citation> parseUnnamed(Range before, List<Source> named) {
        if (before.length() < MIN_NAME_LENGTH
                || CitedSources.FURTHER_CITATION
                        .matcher(letter.counted(before))
                        .replaceAll("")
                        .isBlank()) {
            return List.of();
        }
        var found = chapters.find(letter.counted(before));
        boolean isFollowedByGuide = named.stream().anyMatch(s -> s.family().equals(GUIDES));
        if (!found.isEmpty()
                && (isFollowedByGuide || named.isEmpty())
                && found.getFirst().span().start() == 0) {
            return List.of(citation(GUIDES, Optional.of(found.getFirst().term().label()), before, before.start()));
        }
        return named.isEmpty()
                ? List.of(citation(OTHER, Optional.of(WorkName.find(letter.slice(before))), before, before.start()))
                : List.of();
    }

    /**
     * Finds the chapters named after {@code Official Disability Guidelines}. A chapter must fill a segment between commas, slashes or
     * similar separators, apart from words such as "chapter" or "(Acute and Chronic)"; a body part in the name of a treatment ("MRI
     * shoulder") is not a chapter.
     */
    private static final class OdgChapterFinder {
        private static final String QUALIFIER =
                "(?:the|on|of|for|online|version|edition|web|treatment|index|integrated|\\d{1,4}(?:th|st|nd|rd)?|twc|in|worker(?:'?s'?)?"
                        + "|comp(?:ensation)?|chapter|chapters|section|sections|procedure|procedures|summary|acute|chronic|and|&|lumbar|thoracic"
                        + "|guidelines?|complaints|disorders?|conditions?|updated|last|not including|includes|physical|problems|under)";
        private static final String SEPARATORS = ".,;:/()\u2013\u2014[]\"-";
        /** What may stand between the last separator, or the start of the text, and a chapter. */
        private static final Pattern BEFORE =
                Pattern.compile("\\s*(?:" + QUALIFIER + "\\s+)*+", Pattern.CASE_INSENSITIVE);

        private static final Pattern AFTER = Pattern.compile(
                "^(?:[\\s,-]+" + QUALIFIER + "\\b){0,20}\\s*(?:$|[,;:/()\u2013\u2014\\[\\].\"-])",
                Pattern.CASE_INSENSITIVE);
        private static final Pattern CHAPTER_FOLLOWS = Pattern.compile(
                "^[\\s,(-]*(?:acute|chronic|and|&|lumbar|thoracic|disorders|complaints|[\\s,()-])*+(?:chapter|section|procedure)",
                Pattern.CASE_INSENSITIVE);
        private static final Pattern CHAPTER_PRECEDES =
                Pattern.compile("\\bchapter(?: on| for|:)?\\s*$", Pattern.CASE_INSENSITIVE);
        /** A chapter name of two or more words is rarely part of a treatment's name. */
        private static final Pattern SEVERAL_WORDS = Pattern.compile("\\w+\\W+\\w+.*");

        private static final Pattern NO_WORDS = Pattern.compile("[\\s.,:()-]*+");

        private final Vocabulary chapters;

        OdgChapterFinder(Vocabulary chapters) {
            this.chapters = chapters;
        }

        List<Mention> find(CountedText text) {
            var found = new ArrayList<Mention>();
            for (var mention : chapters.mentions(Words.of(text))) {
                var before = Nearby.before(text, mention.span().start());
                var after = Nearby.after(text, mention.span().end());
                if (found.stream().noneMatch(m -> m.term().equals(mention.term()))
                        && isChapter(before, mention, mention.span().slice(text.text()), after)) {
                    found.add(mention);
                }
            }
            return found;
        }

        private static boolean isChapter(CountedText before, Mention mention, String words, CountedText after) {
            if (after.matcher(CHAPTER_FOLLOWS).lookingAt() || isPrecededByChapter(before)) {
                return true;
            }
            boolean opens = before.matcher(NO_WORDS).matches();
            return ((opens || !mention.weak()) && after.matcher(AFTER).lookingAt() && startsSegment(before))
                    || (opens && SEVERAL_WORDS.matcher(words).matches());
        }

        private static boolean startsSegment(CountedText before) {
            int start = before.length();
            while (start > 0 && SEPARATORS.indexOf(before.charAt(start - 1)) < 0) {
                start--;
            }
            return before.matcher(BEFORE, start, before.length()).matches();
        }

        private static boolean isPrecededByChapter(CountedText before) {
            return before.text().toLowerCase(Locale.ROOT).contains("chapter")
                    && before.matcher(CHAPTER_PRECEDES).find();
        }
    }

    /**
     * Finds a short name for a cited work that is not in any vocabulary.
     */
    private static final class WorkName {
        private static final Pattern ARTICLE = Pattern.compile("^(?:the|an?)\\s+", Pattern.CASE_INSENSITIVE);
        /** Three or more words before a comma or similar separator; fewer may be the author. */
        private static final Pattern FIRST_PART =
                Pattern.compile("(?:[^\\s,;:]++\\s+){2,20}?[^\\s,;:]*[a-z)]{2}(?=[,;:.]\\s)");

        private static final Pattern EDITION = Pattern.compile(
                "\\s+(?:\\([A-Z]{2,8}\\)|\\(?(?:19|20)\\d{2}\\b.*|\\d{1,2}(?:st|nd|rd|th) ed(?:ition|\\.)?)[\\s.,;:]*$");
        private static final Pattern END = Pattern.compile("[\\s.,;:]++$");
        private static final int WORDS = 8;
        /** Maximum number of characters searched for the name. */
        private static final int MAX_LENGTH = 400;

        private WorkName() {}

        /**
         * Returns the first part of a reference, at most eight words, without a leading article and without the edition.
         *
         * @param reference the work as cited
         */
        static String find(String reference) {
            var head = reference.substring(0, Math.min(reference.length(), MAX_LENGTH));
            var whole = ARTICLE.matcher(head).replaceFirst("");
            var first = FIRST_PART.matcher(whole);
            var kept = (first.lookingAt() ? first.group() : whole).split("\\s+", -1);
            var name = String.join(" ", Arrays.asList(kept).subList(0, Math.min(kept.length, WORDS)));
            var bare = EDITION.matcher(name).replaceFirst("");
            return END.matcher(bare.isBlank() ? name : bare).replaceFirst("");
        }
    }
}
