package org.precedent.highlight;

import java.util.List;
import org.precedent.text.SentenceSpan;
import org.precedent.text.Token;

/**
 * Recognises boilerplate: sentences that many determinations share word for word, such as quoted guidelines.
 */
@FunctionalInterface
public interface BoilerplateSentences {
    /**
     * Whether a sentence is shared by many determinations.
     *
     * @param sentence a sentence of a text
     * @param tokens all tokens of that text
     */
    boolean contains(SentenceSpan sentence, List<Token> tokens);
}
