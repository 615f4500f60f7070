package org.precedent.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * What a clause {@code Decision based on MTUS ...} cites. Titles and sections hold commas themselves, so a reference is known
 * by a title that stands at the beginning or after {@code and}, and, where the letter prints years, before a year.
 */
final class MtusClause {
    private static final Pattern OPENING = Pattern.compile(
            "(?:^|[.;]\\s|,?\\sand\\s|,\\s?)(?:the |MTUS:? |CA MTUS |California MTUS |MTUS/|ACOEM[:,/]? |Practice Guidelines,? |2nd Edition,? |\\(2004\\),? "
                    + "|Chapter \\d+[:,]? |\\d{4}\\.\\d{2}(?:\\.\\d)?\\.? )*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile(
            "\\s?(?:Guidelines?|Medical Treatment|Treatment|Chapter|Complaints)?,?\\s?\\(?(?:ACOEM )?(?:\\w+ \\d{1,2}, )?(?:19|20)\\d{2}\\b",
            Pattern.CASE_INSENSITIVE);

    private final FoldedText letter;
    private final Vocabulary titles;

    MtusClause(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.titles = lexicon.schedule();
    }

    List<Citation> read(Range body) {
        if (body.isEmpty()) {
            return List.of();
        }
        var anchors = anchors(body);
        var citations = new ArrayList<Citation>();
        if (anchors.isEmpty()) {
            citations.add(CitationParts.read(letter, Lexicon.SCHEDULE, Optional.empty(), body, body.start()));
        }
        for (int i = 0; i < anchors.size(); i++) {
            int start =
                    i == 0 ? body.start() : body.start() + anchors.get(i).span().start();
            int end = i + 1 < anchors.size()
                    ? body.start() + anchors.get(i + 1).span().start()
                    : body.end();
            var title = Optional.of(anchors.get(i).term().label());
            int afterTitle = body.start() + anchors.get(i).span().end();
            citations.add(CitationParts.read(letter, Lexicon.SCHEDULE, title, letter.trimmed(start, end), afterTitle));
        }
        return citations;
    }

    private List<Mention> anchors(Range body) {
        var text = letter.of(body);
        var opening = new ArrayList<Mention>();
        for (var mention : titles.mentions(Words.of(text))) {
            if (OPENING.matcher(text.substring(0, mention.span().start())).find()) {
                opening.add(mention);
            }
        }
        var dated = opening.stream().filter(m -> isDated(text, m)).toList();
        return withoutBare(text, dated.isEmpty() ? opening : dated);
    }

    private static boolean isDated(String text, Mention mention) {
        return YEAR.matcher(text).region(mention.span().end(), text.length()).lookingAt();
    }

    /** "ACOEM" before a title names the title's book; "Chapter 12" before it is its number. */
    private static List<Mention> withoutBare(String text, List<Mention> anchors) {
        var kept = new ArrayList<Mention>();
        for (int i = 0; i < anchors.size(); i++) {
            boolean leads = i + 1 < anchors.size()
                    && text.substring(
                                    anchors.get(i).span().end(),
                                    anchors.get(i + 1).span().start())
                            .matches("[\\s,:(]*(?:Chapter \\d+[\\s,:]*)?");
            if (!leads) {
                kept.add(anchors.get(i));
            }
        }
        return kept;
    }
}
