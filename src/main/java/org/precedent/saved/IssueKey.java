package org.precedent.saved;

import java.util.Optional;

/**
 * Identifies an issue of a determination: {@code CM16-0213037:2}.
 *
 * @param determination the determination's id
 * @param issue one-based number in the determination
 */
public record IssueKey(String determination, int issue) {
    private static final int MAX_ID_LENGTH = 200;
    private static final String NUMBER = "[1-9][0-9]{0,3}";

    /**
     * Parses a key; empty if the text is not one.
     */
    public static Optional<IssueKey> parse(String text) {
        int colon = text.lastIndexOf(':');
        return colon > 0
                        && colon <= MAX_ID_LENGTH
                        && text.substring(colon + 1).matches(NUMBER)
                        && text.chars().noneMatch(Character::isISOControl)
                ? Optional.of(new IssueKey(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return determination + ":" + issue;
    }
}
