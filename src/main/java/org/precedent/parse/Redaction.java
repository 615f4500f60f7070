package org.precedent.parse;

/**
 * Redaction of a letter before it is parsed.
 */
public enum Redaction {
    /** Nothing; personal data gives findings only. */
    NONE,
    /** Personal data in the text. */
    TEXT,
    /** Personal data in the text and in the file's name. */
    TEXT_AND_NAME
}
