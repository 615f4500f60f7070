package org.precedent.text;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Token stream of one text with positions; sentence and paragraph boundaries are terms at the positions of their first and last tokens.
 */
public final class PositionalTokenStream extends TokenStream {
    private static final int MARKS = 4;
    private static final BytesRef SENTENCE_START = new BytesRef(IndexTerms.SENTENCE_START);
    private static final BytesRef SENTENCE_END = new BytesRef(IndexTerms.SENTENCE_END);
    private static final BytesRef PARAGRAPH_START = new BytesRef(IndexTerms.PARAGRAPH_START);
    private static final BytesRef PARAGRAPH_END = new BytesRef(IndexTerms.PARAGRAPH_END);

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private List<Token> tokens;
    private int length;
    private int at;
    private int mark;

    /** Creates a stream for a text that has already been tokenized. */
    public PositionalTokenStream(List<Token> tokens) {
        this.tokens = tokens;
        this.length = tokens.isEmpty() ? 0 : tokens.getLast().end();
    }

    /** Switches to another text. */
    void read(String text, List<Token> ofText) {
        tokens = ofText;
        length = text.length();
    }

    @Override
    public void reset() {
        at = -1;
        mark = MARKS;
    }

    /** Sets all attributes on every call, because {@code clearAttributes()} would cost more than the rest of the method. */
    @Override
    public boolean incrementToken() {
        while (at >= 0 && mark < MARKS) {
            if (isMarked(mark++)) {
                step.setPositionIncrement(0);
                term.setBytesRef(spelling(mark - 1));
                return true;
            }
        }
        at++;
        mark = 0;
        if (at >= tokens.size()) {
            return false;
        }
        step.setPositionIncrement(1);
        var token = tokens.get(at);
        term.setBytesRef(token.word().term());
        offset.setOffset(token.start(), token.end());
        return true;
    }

    @Override
    public void end() {
        step.setPositionIncrement(0);
        offset.setOffset(length, length);
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

    private static BytesRef spelling(int which) {
        return switch (which) {
            case 0 -> SENTENCE_START;
            case 1 -> SENTENCE_END;
            case 2 -> PARAGRAPH_START;
            default -> PARAGRAPH_END;
        };
    }
}
