package org.precedent.parse.reason;

import org.precedent.vocabulary.Term;

/**
 * A reason found in a rationale.
 *
 * @param reason term of the reason vocabulary
 * @param start where the sentence that gives it begins in the rationale
 * @param end one past the sentence's last character
 */
public record ReasonMention(Term reason, int start, int end) {}
