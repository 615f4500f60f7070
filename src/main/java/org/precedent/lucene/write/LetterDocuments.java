package org.precedent.lucene.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.engine.SentenceDigests;
import org.precedent.engine.SubjectTerms;
import org.precedent.engine.TermWeights;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.schema.StockSentences;
import org.precedent.lucene.store.CardFormat;
import org.precedent.lucene.store.StoredCardGroup;
import org.precedent.lucene.store.StoredDetermination;
import org.precedent.lucene.store.StoredLetterCard;
import org.precedent.search.facet.IssueFacets;
import org.precedent.text.IndexTerms;
import org.precedent.text.PositionalTokenStream;
import org.precedent.text.Token;
import org.precedent.text.Tokenizer;

/**
 * Builds the block of Lucene documents of one determination: its issues first, its own document last. Each text is tokenized
 * once: request and rationale here, where their tokens also give weights and sentences, labels from a cache, and the summary by the
 * analyzer.
 */
final class LetterDocuments {
    private static final int TITLE_LENGTH = 120;

    private final IndexSchema schema;
    private final Determination letter;
    private final StoredLetterCard card;
    private final StoredDetermination packed;
    private final Set<BytesRef> sentences = new HashSet<>();

    private LetterDocuments(
            IndexSchema schema, Determination letter, StoredLetterCard card, StoredDetermination packed) {
        this.schema = schema;
        this.letter = letter;
        this.card = card;
        this.packed = packed;
    }

    static List<Document> build(
            IndexSchema schema, Determination letter, StoredLetterCard card, StoredDetermination packed) {
        return new LetterDocuments(schema, letter, card, packed).block();
    }

    private List<Document> block() {
        var block = new ArrayList<Document>(letter.issues().size() + 1);
        letter.issues().forEach(issue -> block.add(issue(issue)));
        block.add(letter());
        return block;
    }

    private Document letter() {
        var doc = new Document();
        var cards = StoredCardGroup.Plain.of(card, letter);
        doc.add(new BinaryDocValuesField(IndexField.CARD.key(), cards.compressed()));
        doc.add(new BinaryDocValuesField(IndexField.DETERMINATION.key(), packed.bytes(cards.bytes())));
        keyword(doc, IndexField.LETTER, letter.id());
        keyword(doc, IndexField.END, "1");
        letter.findings().stream()
                .map(f -> f.kind().label())
                .distinct()
                .forEach(kind -> keyword(doc, IndexField.FINDING, kind));
        doc.add(new Field(IndexField.SHA.key(), CardFormat.digest(card.sha256()), IndexField.SHA.type()));
        letter.narrative().clinicalSummary().ifPresent(s -> text(doc, IndexField.SUMMARY, s.value()));
        // an empty token stream, so that every document has a length (norm) in this field and length lookup stays fast
        doc.add(new Field(IndexField.ALL.key(), new WeightedTokenStream(Map.of()), IndexField.ALL.type()));
        sentences.forEach(s -> doc.add(new Field(IndexField.SENTENCE.key(), s, IndexField.SENTENCE.type())));
        times(doc);
        doc.add(new SortedDocValuesField(IndexField.ID_ORDER.key(), new BytesRef(letter.id())));
        card.facts()
                .caseNumber()
                .ifPresent(c -> doc.add(new SortedDocValuesField(IndexField.CASE_ORDER.key(), new BytesRef(c))));
        doc.add(new NumericDocValuesField(
                IndexField.FICTIONAL.key(), card.facts().fictional() ? 1 : 0));
        return doc;
    }

    private Document issue(Issue issue) {
        var doc = new Document();
        keyword(doc, IndexField.LETTER, letter.id());
        card.facts().caseNumber().ifPresent(c -> keyword(doc, IndexField.CASE, c.toUpperCase(Locale.ROOT)));
        SubjectTerms.of(issue.subject()).all().forEach(term -> keyword(doc, IndexField.SUBJECT, term));
        title(issue.request().value()).ifPresent(t -> keyword(doc, IndexField.TITLE, t));
        times(doc);
        var request = schema.words().tokenize(issue.request().value());
        var reasons = issue.rationale().map(Located::value).orElse("");
        var rationale = schema.words().tokenize(reasons);
        SentenceDigests.all(reasons, rationale).forEach(d -> sentences.add(StockSentences.term(d)));
        text(doc, IndexField.REQUEST, request);
        text(doc, IndexField.RATIONALE, rationale);
        var labels = IssueFacets.labels(schema.paths(), letter, issue);
        labels.forEach(label -> text(doc, IndexField.LABEL, schema.words().tokenizeLabel(label)));
        doc.add(new Field(
                IndexField.ALL.key(),
                new WeightedTokenStream(TermWeights.weigh(schema.analysis(), request, rationale, labels)),
                IndexField.ALL.type()));
        facets(doc, issue);
        return doc;
    }

    private void facets(Document doc, Issue issue) {
        for (var group : FacetGroup.values()) {
            for (var term : group.terms(facet -> IssueFacets.values(facet, letter, issue))) {
                doc.add(new SortedSetDocValuesField(group.field(), term));
            }
        }
    }

    private void times(Document doc) {
        card.facts().decided().map(LocalDate::toEpochDay).ifPresent(day -> {
            doc.add(new IntPoint(IndexField.DECIDED.key(), day.intValue()));
            doc.add(new NumericDocValuesField(IndexField.DECIDED.key(), day));
        });
        time(doc, IndexField.FIRST_SEEN, card.ingested().firstSeen());
        time(doc, IndexField.LAST_CHANGED, card.ingested().lastChanged());
    }

    private static void time(Document doc, IndexField field, Instant at) {
        doc.add(new LongPoint(field.key(), at.toEpochMilli()));
        doc.add(new NumericDocValuesField(field.key(), at.toEpochMilli()));
    }

    private static void keyword(Document doc, IndexField field, String value) {
        doc.add(new Field(field.key(), value, field.type()));
    }

    /** Adds a text to be tokenized by the index analyzer. */
    private static void text(Document doc, IndexField field, String text) {
        doc.add(new Field(field.key(), text, field.type()));
    }

    /** Adds a text from tokens that are also needed here. */
    private static void text(Document doc, IndexField field, List<Token> tokens) {
        if (!tokens.isEmpty()) {
            doc.add(new Field(field.key(), new PositionalTokenStream(tokens), field.type()));
        }
    }

    /** The request for completions: folded, then as printed; empty for long ones, which are prose and useless as completions. */
    private static Optional<String> title(String request) {
        var printed = request.strip();
        if (printed.isEmpty() || printed.length() > TITLE_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(Tokenizer.fold(printed) + IndexTerms.FORM + printed);
    }

    /**
     * Token stream that encodes the weight of each term as its frequency.
     */
    private static final class WeightedTokenStream extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final BytesRefBuilder spelling = new BytesRefBuilder();
        private final Map<String, Integer> weights;
        private Iterator<Map.Entry<String, Integer>> rest;

        WeightedTokenStream(Map<String, Integer> weights) {
            this.weights = weights;
            this.rest = weights.entrySet().iterator();
        }

        @Override
        public void reset() {
            rest = weights.entrySet().iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            var next = rest.next();
            spelling.copyChars(next.getKey());
            term.setBytesRef(spelling.get());
            frequency.setTermFrequency(next.getValue());
            return true;
        }
    }
}
