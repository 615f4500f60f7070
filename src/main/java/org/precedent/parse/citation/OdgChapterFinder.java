package org.precedent.parse.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.precedent.parse.text.Nearby;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * Finds the chapters named behind {@code Official Disability Guidelines}. A chapter fills a segment between commas, slashes and the
 * like, but for words such as "chapter" or "(Acute and Chronic)"; a body part within the name of a treatment ("MRI shoulder") is
 * no chapter.
 */
final class OdgChapterFinder {
    private static final String QUALIFIER =
            "(?:the|on|of|for|online|version|edition|web|treatment|index|integrated|\\d{1,4}(?:th|st|nd|rd)?|twc|in|worker(?:'?s'?)?"
                    + "|comp(?:ensation)?|chapter|chapters|section|sections|procedure|procedures|summary|acute|chronic|and|&|lumbar|thoracic"
                    + "|guidelines?|complaints|disorders?|conditions?|updated|last|not including|includes|physical|problems|under)";
    private static final Pattern BEFORE = Pattern.compile(
            "(?:^|[.,;:/()\u2013\u2014\\[\\]\"-])\\s*(?:" + QUALIFIER + "[\\s,.-]+)*+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "^(?:[\\s,-]+" + QUALIFIER + "\\b){0,20}\\s*(?:$|[,;:/()\u2013\u2014\\[\\].\"-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHAPTER_FOLLOWS = Pattern.compile(
            "^[\\s,(-]*(?:acute|chronic|and|&|lumbar|thoracic|disorders|complaints|[\\s,()-])*+(?:chapter|section|procedure)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHAPTER_PRECEDES =
            Pattern.compile("\\bchapter(?: on| for|:)?\\s*$", Pattern.CASE_INSENSITIVE);
    /** Two words that make a chapter are seldom a treatment's name. */
    private static final Pattern SEVERAL_WORDS = Pattern.compile("\\w+\\W+\\w+.*");

    private static final Pattern NO_WORDS = Pattern.compile("[\\s.,:()-]*+");

    private final Vocabulary chapters;

    OdgChapterFinder(Vocabulary chapters) {
        this.chapters = chapters;
    }

    List<Mention> in(CountedText text) {
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
        if (after.matcher(CHAPTER_FOLLOWS).find()
                || before.matcher(CHAPTER_PRECEDES).find()) {
            return true;
        }
        boolean begins = before.matcher(BEFORE).find();
        boolean opens = before.matcher(NO_WORDS).matches();
        return (begins && (opens || !mention.weak()) && after.matcher(AFTER).find())
                || (opens && SEVERAL_WORDS.matcher(words).matches());
    }
}
