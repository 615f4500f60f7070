package org.precedent.lucene.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BlendedTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.precedent.highlight.LeafTerms;
import org.precedent.lucene.proximity.ProximityTranslator;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.LetterIssuesQuery;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query.And;
import org.precedent.search.query.Query.CaseIs;
import org.precedent.search.query.Query.Decided;
import org.precedent.search.query.Query.Everything;
import org.precedent.search.query.Query.Has;
import org.precedent.search.query.Query.In;
import org.precedent.search.query.Query.Near;
import org.precedent.search.query.Query.Not;
import org.precedent.search.query.Query.NotNear;
import org.precedent.search.query.Query.Or;
import org.precedent.search.query.Query.Phrase;
import org.precedent.search.query.Query.Prefix;
import org.precedent.search.query.Query.Word;
import org.precedent.search.query.TextField;
import org.precedent.text.IndexTerms;

/**
 * Translates a query tree into a Lucene query. A word without a field is one term of the weighted field, which indexes the issue's own
 * texts and labels; queries that need positions use the text fields. Matches may include the documents of determinations; the snapshot
 * filters them out.
 */
final class QueryTranslator {
    private static final List<IndexField> ISSUE_FIELDS =
            List.of(IndexField.REQUEST, IndexField.RATIONALE, IndexField.LABEL);
    private static final List<IndexField> ISSUE_AND_SUMMARY_FIELDS =
            List.of(IndexField.REQUEST, IndexField.RATIONALE, IndexField.LABEL, IndexField.SUMMARY);
    private static final BlendedTermQuery.RewriteMethod BEST = new BlendedTermQuery.DisjunctionMaxRewrite(0);

    private final IndexSchema schema;
    private final IndexSnapshot view;
    private final LeafTerms lexicon;
    private final TermLookup dictionary;
    private final ProximityTranslator proximity;
    private final boolean summary;

    /**
     * Creates a translator for one snapshot.
     *
     * @param summary whether words without a field also match in the clinical summary
     */
    QueryTranslator(IndexSchema schema, IndexSnapshot view, boolean summary) {
        this(schema, view, summary, SearchDeadline.after(SearchDeadline.LIMIT));
    }

    /** Creates a translator with a deadline: expanding prefixes can take long in a large index. */
    QueryTranslator(IndexSchema schema, IndexSnapshot view, boolean summary, SearchDeadline deadline) {
        this.schema = schema;
        this.view = view;
        this.summary = summary;
        this.lexicon = new LeafTerms(schema.analysis());
        this.dictionary = new TermLookup(view, deadline);
        this.proximity = new ProximityTranslator(lexicon, dictionary, deadline);
    }

    Query translate(org.precedent.search.query.Query query) {
        return translate(query, Optional.empty());
    }

    private Query translate(org.precedent.search.query.Query query, Optional<TextField> field) {
        return switch (query) {
            case Everything e -> matchAll();
            case Word w -> field.isPresent() ? anyOf(lexicon.sequences(w), fields(field)) : word(lexicon.sequences(w));
            case Phrase p -> phrase(p, fields(field));
            case Prefix p -> prefix(LeafTerms.prefix(p), fields(field));
            case And and -> and(and.parts(), field);
            case Or or -> or(or.parts(), field);
            case Not not -> not(translate(not.part(), field));
            case Near near -> near(near, fields(field));
            case NotNear near -> near(near, fields(field));
            case In in -> translate(in.part(), Optional.of(in.field()));
            case Has has -> has(has.value());
            case Decided decided -> decided(decided.range());
            case CaseIs is ->
                new TermQuery(term(IndexField.CASE, is.caseNumber().toUpperCase(Locale.ROOT)));
        };
    }

    private List<IndexField> fields(Optional<TextField> field) {
        return field.map(IndexSchema::field).map(List::of).orElse(summary ? ISSUE_AND_SUMMARY_FIELDS : ISSUE_FIELDS);
    }

    Query matchAll() {
        return BitsQuery.of(view.issues());
    }

    /**
     * Matches a word without a field in the issue's own texts and labels, and in the summary if enabled.
     *
     * @param sequences stem sequences that match the word
     */
    private Query word(List<List<String>> sequences) {
        if (!summary) {
            return issueWord(sequences);
        }
        return sequences.isEmpty() ? matchAll() : best(List.of(issueWord(sequences), wordInSummary(sequences)));
    }

    /**
     * Matches a word in the summary only.
     *
     * @param sequences stem sequences that match the word
     */
    Query wordInSummary(List<List<String>> sequences) {
        return anyOf(sequences, List.of(IndexField.SUMMARY));
    }

    /**
     * Matches a word in the issue's own texts and labels only.
     *
     * @param sequences stem sequences that match the word
     */
    Query issueWord(List<List<String>> sequences) {
        if (sequences.isEmpty()) {
            return matchAll();
        }
        var terms = new Variants();
        var apart = new ArrayList<List<String>>();
        int count = 0;
        for (var sequence : sequences) {
            if (sequence.size() > 1 && !schema.synonyms().isTerm(sequence)) {
                apart.add(sequence);
                continue;
            }
            terms.add(IndexTerms.weighted(sequence), IndexTerms.label(sequence));
            count++;
        }
        if (apart.isEmpty()) {
            return terms.build();
        }
        var positions = anyOf(apart, ISSUE_FIELDS);
        return count == 0 ? positions : best(List.of(terms.build(), positions));
    }

    /** The scoring clause of a word: its terms in the weighted field; empty for a word without letters or digits. */
    Optional<Query> ranking(Word word) {
        var sequences = lexicon.sequences(word);
        var terms = new Variants();
        var known = sequences.stream()
                .filter(s -> s.size() == 1 || schema.synonyms().isTerm(s))
                .toList();
        known.forEach(s -> terms.add(IndexTerms.weighted(s), IndexTerms.label(s)));
        return known.isEmpty() ? sequences.stream().findFirst().map(this::stems) : Optional.of(terms.build());
    }

    /** The scoring clauses of a phrase: one for each of its words. */
    Stream<Query> ranking(Phrase phrase) {
        return lexicon.tokens(phrase).stream().map(token -> stem(token.stem()));
    }

    /**
     * Spelling variants of one word in the weighted field, each also as a label: each gets the document frequency of the most frequent,
     * and only the best counts.
     */
    private final class Variants {
        private final BlendedTermQuery.Builder terms = new BlendedTermQuery.Builder().setRewriteMethod(BEST);

        Variants add(String text, String label) {
            add(text);
            add(label);
            return this;
        }

        private void add(String text) {
            var term = term(IndexField.ALL, text);
            terms.add(term, 1, view.termStates(term));
        }

        Query build() {
            return terms.build();
        }
    }

    private Query stems(List<String> stems) {
        var all = new BooleanQuery.Builder();
        stems.forEach(stem -> all.add(stem(stem), Occur.SHOULD));
        return all.build();
    }

    private Query stem(String stem) {
        return new Variants().add(stem, IndexTerms.label(stem)).build();
    }

    private Query anyOf(List<List<String>> sequences, List<IndexField> fields) {
        if (sequences.isEmpty()) {
            return matchAll();
        }
        var parts = new ArrayList<Query>();
        for (var field : fields) {
            for (var sequence : sequences) {
                sequence(sequence, field).ifPresent(parts::add);
            }
        }
        return best(parts);
    }

    private Optional<Query> sequence(List<String> stems, IndexField field) {
        var places = new ArrayList<Term[]>();
        for (var stem : stems) {
            var forms = dictionary.formsOf(field, stem);
            if (forms.isEmpty()) {
                return Optional.empty();
            }
            places.add(forms.stream().map(f -> term(field, f)).toArray(Term[]::new));
        }
        if (places.size() == 1) {
            var any = new SynonymQuery.Builder(field.key());
            for (var form : places.getFirst()) {
                any.addTerm(form);
            }
            return Optional.of(toIssues(field, any.build()));
        }
        var phrase = new MultiPhraseQuery.Builder();
        places.forEach(phrase::add);
        return Optional.of(toIssues(field, phrase.build()));
    }

    private Query phrase(Phrase phrase, List<IndexField> fields) {
        var tokens = lexicon.tokens(phrase);
        if (tokens.isEmpty()) {
            return matchAll();
        }
        var parts = new ArrayList<Query>();
        for (var field : fields) {
            var builder = new PhraseQuery.Builder();
            tokens.forEach(t -> builder.add(term(field, IndexTerms.positional(t.stem(), t.form()))));
            parts.add(toIssues(field, builder.build()));
        }
        return best(parts);
    }

    private Query prefix(String start, List<IndexField> fields) {
        var parts = new ArrayList<Query>();
        for (var field : fields) {
            var terms = dictionary.startingWith(field, start, TermLookup.EXPANSIONS);
            if (!terms.isEmpty()) {
                parts.add(toIssues(
                        field,
                        new TermInSetQuery(
                                field.key(), terms.stream().map(BytesRef::new).toList())));
            }
        }
        return best(parts);
    }

    private Query near(org.precedent.search.query.Query near, List<IndexField> fields) {
        return best(fields.stream()
                .map(f -> toIssues(f, proximity.translate(near, f)))
                .toList());
    }

    private Query and(List<org.precedent.search.query.Query> parts, Optional<TextField> field) {
        var all = new BooleanQuery.Builder();
        all.add(matchAll(), Occur.FILTER);
        for (var part : parts) {
            if (part instanceof Not not) {
                all.add(translate(not.part(), field), Occur.MUST_NOT);
            } else {
                all.add(translate(part, field), Occur.FILTER);
            }
        }
        return all.build();
    }

    private Query or(List<org.precedent.search.query.Query> parts, Optional<TextField> field) {
        var any = new BooleanQuery.Builder();
        parts.forEach(p -> any.add(translate(p, field), Occur.SHOULD));
        return any.build();
    }

    private Query not(Query part) {
        return new BooleanQuery.Builder()
                .add(matchAll(), Occur.FILTER)
                .add(part, Occur.MUST_NOT)
                .build();
    }

    private Query has(FacetValue value) {
        return new ConstantScoreQuery(
                new BitsQuery(segment -> view.facet(segment, value.facet()).with(value.value())));
    }

    private Query decided(DateRange range) {
        if (range.equals(DateRange.ALWAYS)) {
            return matchAll();
        }
        return IntPoint.newRangeQuery(
                IndexField.DECIDED.key(),
                range.from().map(QueryTranslator::day).orElse(Integer.MIN_VALUE),
                range.to().map(QueryTranslator::day).orElse(Integer.MAX_VALUE));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** The summary is indexed once, in the determination's own document; a match there matches all of its issues. */
    private Query toIssues(IndexField field, Query query) {
        return field == IndexField.SUMMARY ? new LetterIssuesQuery(view, query) : query;
    }

    private static Query best(List<Query> parts) {
        return switch (parts.size()) {
            case 0 -> MatchNoDocsQuery.INSTANCE;
            case 1 -> parts.getFirst();
            default -> new DisjunctionMaxQuery(parts, 0);
        };
    }

    private static Term term(IndexField field, String text) {
        return new Term(field.key(), text);
    }
}
