package org.precedent.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.determination.GuidelineLine;

/**
 * The citations of a guideline line:
 *
 * <pre>
 * line   := none | clause+
 * clause := "Decision based on MTUS" reference (", and " reference)* "."
 *         | "Decision based on Non-MTUS Citation" ":"? free "."
 * </pre>
 *
 * <p>Older letters tell in free sentences what a decision was based on.
 */
final class GuidelineCitations {
    private static final Pattern CLAUSE = Pattern.compile(
            "Decision based on (?:(?<mtus>(?:the )?(?:CA )?MTUS\\b)|(?<other>Non-? ?-?MTUS(?: Citations?)?))\\s?:?,?\\s*",
            Pattern.CASE_INSENSITIVE);

    private final FoldedText letter;
    private final MtusClause mtus;
    private final FreeClause free;

    GuidelineCitations(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.mtus = new MtusClause(letter, lexicon);
        this.free = new FreeClause(letter, lexicon);
    }

    GuidelineLine read(Optional<Range> line) {
        return line.map(l -> new GuidelineLine(Optional.of(letter.located(l)), distinct(citations(l))))
                .orElse(GuidelineLine.NONE);
    }

    private List<Citation> citations(Range line) {
        var citations = new ArrayList<Citation>();
        var clause = CLAUSE.matcher(letter.text()).region(line.start(), line.end());
        boolean more = clause.find();
        if (!more) {
            return says(line, "did not cite") || says(line, "did not base") ? List.of() : free.sentences(line);
        }
        while (more) {
            boolean isMtus = clause.group("mtus") != null;
            int start = clause.end();
            more = clause.find();
            var body = letter.trimmed(start, more ? clause.start() : line.end());
            citations.addAll(isMtus ? mtus.read(body) : free.read(body));
        }
        return citations;
    }

    private boolean says(Range line, String words) {
        return letter.of(line).contains(words);
    }

    private static List<Citation> distinct(List<Citation> citations) {
        var distinct = new ArrayList<Citation>();
        for (var citation : citations) {
            if (distinct.stream().noneMatch(c -> c.label().equals(citation.label()))) {
                distinct.add(citation);
            }
        }
        return distinct;
    }
}
