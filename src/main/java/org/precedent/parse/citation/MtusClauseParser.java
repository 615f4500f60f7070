package org.precedent.parse.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Nearby;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * Parses a clause {@code Decision based on MTUS ...}. Titles and sections can contain commas themselves, so a title counts as a citation
 * only at the beginning of the clause, after {@code and}, or after punctuation; if the clause contains years, only titles with a year
 * count.
 */
final class MtusClauseParser {
    private static final String YEAR = "(?:19|20)\\d{2}";
    /** From a separator up to the title, including words that may precede a title. */
    private static final Pattern OPENING = Pattern.compile(
            "(?:^|[.;]\\s|,?\\sand\\s|(?<comma>,\\s?))(?:the |MTUS:? |CA MTUS,? |California MTUS,? |MTUS/|ACOEM[:,/]? |(?:Practice )?Guidelines[,:]? "
                    + "|2nd Edition,? |\\(?" + YEAR
                    + "\\)?,? |Chapter \\d{1,2}[:,]? |\\d{4}\\.\\d{2}(?:\\.\\d)?\\.? )*+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DATED_AFTER = Pattern.compile(
            "\\s?(?:Guidelines?|Medical Treatment|Treatment|Chapter|Complaints)?,?\\s?\\(?(?:ACOEM )?(?:\\w{1,12} \\d{1,2}, )?"
                    + YEAR + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATED_BEFORE = Pattern.compile("(?:\\(|\\b)" + YEAR + "\\)?,? $");
    private static final Pattern FURTHER_CITATION =
            Pattern.compile("(?:,\\s?|\\s)and\\s(?:MTUS )?$|;\\s$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADS =
            Pattern.compile("[\\s,:(]*+(?:Chapter \\d{1,2}[\\s,:]*+)?", Pattern.CASE_INSENSITIVE);

    private final FoldedText letter;
    private final Vocabulary titles;
    private final Vocabulary college;

    MtusClauseParser(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.titles = lexicon.schedule();
        this.college = lexicon.college();
    }

    List<Citation> read(Range body) {
        if (body.isEmpty()) {
            return List.of();
        }
        var anchors = anchors(body);
        var citations = new ArrayList<Citation>();
        if (anchors.isEmpty()) {
            citations.add(CitationBuilder.read(letter, Lexicon.SCHEDULE, Optional.empty(), body, body.start()));
        }
        for (int i = 0; i < anchors.size(); i++) {
            int start = i == 0 ? body.start() : start(body, anchors.get(i));
            int end = i + 1 < anchors.size() ? start(body, anchors.get(i + 1)) : body.end();
            var title = Optional.of(anchors.get(i).term().label());
            int afterTitle = body.start() + anchors.get(i).span().end();
            citations.add(
                    CitationBuilder.read(letter, Lexicon.SCHEDULE, title, letter.trimmed(start, end), afterTitle));
        }
        return citations;
    }

    /** Returns the start of the title, or of the year printed before it. */
    private int start(Range body, Mention anchor) {
        int title = body.start() + anchor.span().start();
        var year = letter.matcher(DATED_BEFORE, Math.max(body.start(), title - "(2004), ".length()), title);
        return year.find() ? year.start() : title;
    }

    private List<Mention> anchors(Range body) {
        var text = letter.counted(body);
        var opening = titles.mentions(Words.of(text)).stream()
                .filter(mention -> opens(text, mention))
                .toList();
        var dated = opening.stream().filter(m -> isDated(text, m)).toList();
        return withoutBooks(text, dated.isEmpty() ? opening : withFirst(text, opening, dated));
    }

    /** Adds the title that begins the clause even if it has no year, because it cannot be a section of another title. */
    private static List<Mention> withFirst(CountedText text, List<Mention> opening, List<Mention> dated) {
        var first = opening.getFirst();
        var next = dated.getFirst();
        if (first.equals(next)
                || !isSeveralWords(text, first)
                || !text.matcher(
                                FURTHER_CITATION,
                                /* start= */ first.span().end(),
                                /* end= */ next.span().start())
                        .find()) {
            return dated;
        }
        var both = new ArrayList<>(List.of(first));
        both.addAll(dated);
        return both;
    }

    /**
     * Whether a mention can begin a citation; after a comma, a single word may instead be a section: {@code Chronic Pain Treatment
     * Guidelines, Opioids}.
     */
    private static boolean opens(CountedText text, Mention mention) {
        var opening = Nearby.before(text, mention.span().start()).matcher(OPENING);
        return opening.find()
                && (opening.group("comma") == null || isSeveralWords(text, mention) || isDated(text, mention));
    }

    private static boolean isDated(CountedText text, Mention mention) {
        return text.matcher(DATED_AFTER, mention.span().end(), text.length()).lookingAt()
                || Nearby.before(text, mention.span().start())
                        .matcher(DATED_BEFORE)
                        .find();
    }

    private static boolean isSeveralWords(CountedText text, Mention mention) {
        return mention.span().slice(text.text()).indexOf(' ') >= 0;
    }

    /**
     * Drops a book named directly before one of its titles, because it belongs to that title's citation: {@code ACOEM, Shoulder
     * Complaints}, {@code Chapter 12: Low Back Complaints}. The MTUS's own guidelines are not part of a book, so a book named in full
     * before one of them is a citation of its own.
     */
    private List<Mention> withoutBooks(CountedText text, List<Mention> anchors) {
        var kept = new ArrayList<Mention>();
        for (int i = 0; i < anchors.size(); i++) {
            if (i + 1 == anchors.size() || !leads(text, anchors.get(i), anchors.get(i + 1))) {
                kept.add(anchors.get(i));
            }
        }
        return kept;
    }

    private boolean leads(CountedText text, Mention book, Mention title) {
        boolean isOwnCitation = book.term().label().equals(Lexicon.COLLEGE)
                && isSeveralWords(text, book)
                && college.findByLabel(title.term().label()).isEmpty();
        return !isOwnCitation
                && text.matcher(
                                LEADS,
                                /* start= */ book.span().end(),
                                /* end= */ title.span().start())
                        .matches();
    }
}
