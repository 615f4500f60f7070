package org.precedent.bench.peers;

/**
 * What a peer is asked to answer.
 */
enum AnswerForm {
    /** The best twenty issues, with issues counted for six facets. */
    ISSUES,
    /** What the product answers: twenty determinations with their matching issues; issues and determinations counted for ten facets. */
    DETERMINATIONS
}
