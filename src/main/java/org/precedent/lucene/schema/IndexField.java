package org.precedent.lucene.schema;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * The fields of the index and their options. A block contains the documents of the issues first and the determination's own document last.
 */
public enum IndexField {
    /** Id of the determination, on every document of its block; used to delete the block when a determination is replaced. */
    LETTER("letter", IndexOptions.DOCS),
    /** Marks the end of a block; only on documents of determinations. */
    END("end", IndexOptions.DOCS),
    /** SHA-256 of the source file, on documents of determinations. */
    SHA("sha", IndexOptions.DOCS),
    /** Case number in upper case, on issue documents. */
    CASE("case", IndexOptions.DOCS),
    /** The request in lower case, then as printed; for completions. */
    TITLE("title", IndexOptions.DOCS),
    /** The disputed item, study, and region as {@link org.precedent.engine.SubjectTerms}; on issue documents. */
    SUBJECT("subject", IndexOptions.DOCS),
    /** The disputed item, tokenized with positions. */
    REQUEST("request", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
    /** The rationale, tokenized with positions. */
    RATIONALE("rationale", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
    /** The clinical summary, tokenized with positions; on documents of determinations. */
    SUMMARY("summary", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
    /** The facet labels of the issue, tokenized with positions; each label is a separate sentence and paragraph. */
    LABEL("label", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
    /** Stems of request, rationale, and facet labels, with weights as term frequencies; used for ranking and document frequencies. */
    ALL("all", IndexOptions.DOCS_AND_FREQS),
    /** Digests of the sentences of all rationales, on documents of determinations; for counting how many determinations share one. */
    SENTENCE("sentence", IndexOptions.DOCS),
    /** The kinds of extraction findings, on documents of determinations. */
    FINDING("finding", IndexOptions.DOCS),
    /** Id of the determination as sorted doc values, on documents of determinations. */
    ID_ORDER("letter.order", IndexOptions.NONE),
    /** Case number as sorted doc values, on documents of determinations. */
    CASE_ORDER("case.order", IndexOptions.NONE),
    /** 1 for a fictional sample, otherwise 0; on documents of determinations. */
    FICTIONAL("fictional", IndexOptions.NONE),
    /** Decision date in days since 1970, as points and doc values. */
    DECIDED("decided", IndexOptions.NONE),
    /** First-seen time in milliseconds since 1970, as points and doc values. */
    FIRST_SEEN("first", IndexOptions.NONE),
    /** Last-changed time in milliseconds since 1970, as points and doc values. */
    LAST_CHANGED("changed", IndexOptions.NONE),
    /** What results lists show of a determination and its issues; binary doc values on documents of determinations. */
    CARD("card", IndexOptions.NONE),
    /** The whole determination as JSON deflated with its cards as dictionary; binary doc values on documents of determinations. */
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

    /** The Lucene type of a field that is indexed but not stored. */
    public FieldType type() {
        var type = new FieldType();
        type.setTokenized(options != IndexOptions.DOCS);
        type.setIndexOptions(options);
        type.setOmitNorms(this != ALL);
        type.freeze();
        return type;
    }
}
