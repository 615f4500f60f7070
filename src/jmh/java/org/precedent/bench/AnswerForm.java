package org.precedent.bench;

/**
 * What another server or bare Lucene is asked to return.
 */
public enum AnswerForm {
    /** The top 20 issues, with counts of issues for six facets. */
    ISSUES,
    /**
     * The product's own form of answer: 20 determinations with their matching issues, and counts of issues and determinations for ten
     * facets.
     */
    DETERMINATIONS
}
