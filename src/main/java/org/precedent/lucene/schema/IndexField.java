package org.precedent.lucene.schema;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * The fields of the index and their options. A block lists the documents of the issues first, the determination's own document
 * last.
 */
public enum IndexField {
    /** Id of the letter, on every document of its block: replacing a letter deletes by it. */
    LETTER("letter", IndexOptions.DOCS),
    /** Only on letter documents: marks the end of a block. */
    END("end", IndexOptions.DOCS),
    /** Digest of the file, on letter documents. */
    SHA("sha", IndexOptions.DOCS),
    /** Case number in capitals, on issue documents. */
    CASE("case", IndexOptions.DOCS),
    /** The request in small letters, then its printed form; for completions. */
    TITLE("title", IndexOptions.DOCS),
    /** What is in dispute, as {@link org.precedent.engine.SubjectTerms}; on issue documents. */
    SUBJECT("subject", IndexOptions.DOCS),
    /** The disputed item, word by word. */
    REQUEST("request", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
    /** The reasons, word by word. */
    RATIONALE("rationale", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
    /** The clinical summary, word by word; on letter documents. */
    SUMMARY("summary", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
    /** The facet labels of the issue, word by word, each label a sentence and paragraph of its own. */
    LABEL("label", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
    /** Stems of request, reasons and facet labels with weights as frequencies; ranks and counts. */
    ALL("all", IndexOptions.DOCS_AND_FREQS),
    /** Digests of the sentences of all reasons, on letter documents; for counting how many letters share one. */
    SENTENCE("sentence", IndexOptions.DOCS),
    /** The kinds of findings, on letter documents. */
    FINDING("finding", IndexOptions.DOCS),
    /** Id of the letter as a sorted value, on letter documents. */
    ID_ORDER("letter.order", IndexOptions.NONE),
    /** Case number as a sorted value, on letter documents. */
    CASE_ORDER("case.order", IndexOptions.NONE),
    /** 1 for a fictional sample, otherwise 0; on letter documents. */
    FICTIONAL("fictional", IndexOptions.NONE),
    /** Decision date in days since 1970, points and values. */
    DECIDED("decided", IndexOptions.NONE),
    /** First seen, milliseconds since 1970, points and values. */
    FIRST_SEEN("first", IndexOptions.NONE),
    /** Last changed, milliseconds since 1970, points and values. */
    LAST_CHANGED("changed", IndexOptions.NONE),
    /** What result lists show of a determination and its issues; stored with the letter. */
    CARD("card", IndexOptions.NONE),
    /** The whole determination as JSON deflated against its cards, a binary value on letter documents. */
    DETERMINATION("determination", IndexOptions.NONE);

    private final String key;
    private final IndexOptions options;

    IndexField(String key, IndexOptions options) {
        this.key = key;
        this.options = options;
    }

    /** The name in the index. */
    public String key() {
        return key;
    }

    IndexOptions options() {
        return options;
    }

    /** The type of a field that is indexed and not stored. */
    public FieldType type() {
        var type = new FieldType();
        type.setTokenized(options != IndexOptions.DOCS);
        type.setIndexOptions(options);
        type.setOmitNorms(this != ALL);
        type.freeze();
        return type;
    }
}
