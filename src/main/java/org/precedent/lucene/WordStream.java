package org.precedent.lucene;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of one text with their positions; the ends of sentences and paragraphs are terms at the place of their first and last
 * words.
 */
final class WordStream extends TokenStream {
    private static final int MARKS = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens;
    private int at;
    private int mark;

    WordStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    @Override
    public void reset() {
        at = -1;
        mark = MARKS;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (at >= 0 && mark < MARKS) {
            if (isMarked(mark++)) {
                step.setPositionIncrement(0);
                term.append(spelling(mark - 1));
                return true;
            }
        }
        at++;
        mark = 0;
        if (at >= tokens.size()) {
            return false;
        }
        var token = tokens.get(at);
        term.append(IndexTerms.positional(token.stem(), token.form()));
        return true;
    }

    private boolean isMarked(int which) {
        var here = tokens.get(at);
        return switch (which) {
            case 0 -> at == 0 || tokens.get(at - 1).sentence() != here.sentence();
            case 1 -> at == tokens.size() - 1 || tokens.get(at + 1).sentence() != here.sentence();
            case 2 -> at == 0 || tokens.get(at - 1).paragraph() != here.paragraph();
            default -> at == tokens.size() - 1 || tokens.get(at + 1).paragraph() != here.paragraph();
        };
    }

    private static String spelling(int which) {
        return switch (which) {
            case 0 -> IndexTerms.SENTENCE_START;
            case 1 -> IndexTerms.SENTENCE_END;
            case 2 -> IndexTerms.PARAGRAPH_START;
            default -> IndexTerms.PARAGRAPH_END;
        };
    }
}
