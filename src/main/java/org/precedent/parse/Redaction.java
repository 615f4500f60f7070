package org.precedent.parse;

/**
 * What of a letter is redacted before it is read.
 */
public enum Redaction {
    /** Nothing; personal data gives findings only. */
    NONE,
    /** Personal data in the text. */
    TEXT,
    /** Personal data in the text and in the file's name. */
    TEXT_AND_NAME
}
