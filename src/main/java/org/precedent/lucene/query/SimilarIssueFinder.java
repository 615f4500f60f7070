package org.precedent.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.precedent.determination.Located;
import org.precedent.determination.Subject;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.schema.SubjectTerms;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredIssueCard;
import org.precedent.lucene.store.StoredLetterCard;
import org.precedent.lucene.store.StoredLetterLookup;
import org.precedent.search.SimilarIssue;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query.Has;
import org.precedent.text.StopWords;

/**
 * Finds issues of other determinations about the same dispute: the same item or subcategory of treatment, or the same study of the
 * same region. Words they have in common only order those that are alike in this.
 */
public final class SimilarIssueFinder {
    private static final int TERMS = 25;
    private static final int SHARED_WORDS = 4;

    private static final float SAME_STUDY = 100;
    private static final float SAME_ITEM = 60;
    private static final float SAME_SUBCATEGORY = 30;
    private static final float SAME_REGION = 15;
    /** What all words in common weigh together: less than the least thing above. */
    private static final float WORDS = 10;

    private final IndexSchema schema;
    private final IndexSnapshot view;
    private final StoredCardReader cards;
    private final TermLookup dictionary;
    private final StoredIssueCard issue;
    private final Subject subject;
    private final SubjectTerms terms;
    private final String id;

    /** A stem that tells the issue from others, how it is printed, and how telling it is. */
    private record Telling(String stem, String printed, double weight) {}

    private record Candidate(float score, StoredLetterCard letter, StoredIssueCard card, Subject subject) {
        /** Whether it is alike by more than words: by the strongest thing in common, in which another may be its equal. */
        int likeness() {
            return score >= SAME_STUDY ? 2 : score >= SAME_ITEM ? 1 : 0;
        }
    }

    private SimilarIssueFinder(
            IndexSchema schema, IndexSnapshot view, String id, StoredIssueCard issue, Subject subject) {
        this.schema = schema;
        this.view = view;
        this.cards = new StoredCardReader(view.reader());
        this.dictionary = new TermLookup(view);
        this.issue = issue;
        this.subject = subject;
        this.terms = SubjectTerms.of(subject);
        this.id = id;
    }

    /**
     * Similar issues in two groups, decided the other way and decided the same way, each with the likest first. The group with the
     * likest comes first; of equals, the one decided the other way.
     *
     * @param limit at most this many, shared evenly by both groups where both have as many
     */
    public static List<SimilarIssue> to(IndexSchema schema, IndexSnapshot view, String id, int number, int limit) {
        return StoredLetterLookup.withId(view.reader(), id)
                .flatMap(at -> {
                    var stored = new StoredCardReader(view.reader()).cards(at.segment(), at.doc());
                    if (number < 1 || number > stored.letter().facts().issueCount()) {
                        return Optional.<List<SimilarIssue>>empty();
                    }
                    var subject = subject(new StoredCardReader(view.reader()), at.segment(), at.doc(), number);
                    return Optional.of(
                            new SimilarIssueFinder(schema, view, id, stored.issue(number - 1), subject).find(limit));
                })
                .orElse(List.of());
    }

    private static Subject subject(StoredCardReader cards, int segment, int letter, int number) {
        return cards.whole(segment, letter).issues().get(number - 1).subject();
    }

    private List<SimilarIssue> find(int limit) {
        var translator = new QueryTranslator(schema, view, false);
        var alike = anyOf(Stream.of(terms.studies(), terms.items(), terms.subcategories())
                .flatMap(List::stream)
                .toList());
        if (alike.isEmpty()) {
            return List.of();
        }
        var telling = telling();
        var query = query(alike.get(), telling);
        var decided = translator.translate(
                new Has(new FacetValue(Facet.DECISION, issue.decision().label())));
        var other = candidates(query, decided, Occur.MUST_NOT, limit);
        var same = candidates(query, decided, Occur.FILTER, limit);
        int half = (limit + 1) / 2;
        int others = Math.min(other.size(), Math.max(half, limit - same.size()));
        var first = other.subList(0, others);
        var second = same.subList(0, Math.min(same.size(), limit - others));
        boolean turned = likeness(second) > likeness(first);
        return Stream.concat((turned ? second : first).stream(), (turned ? first : second).stream())
                .map(c -> similar(c, telling))
                .toList();
    }

    private static int likeness(List<Candidate> group) {
        return group.isEmpty() ? -1 : group.getFirst().likeness();
    }

    private Query query(Query alike, List<Telling> telling) {
        var query = new BooleanQuery.Builder()
                .add(alike, Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.LETTER.key(), id)), Occur.MUST_NOT);
        anyOf(terms.studies()).ifPresent(q -> query.add(boosted(q, SAME_STUDY), Occur.SHOULD));
        anyOf(terms.items()).ifPresent(q -> query.add(boosted(q, SAME_ITEM), Occur.SHOULD));
        anyOf(terms.subcategories()).ifPresent(q -> query.add(boosted(q, SAME_SUBCATEGORY), Occur.SHOULD));
        anyOf(terms.regions()).ifPresent(q -> query.add(boosted(q, SAME_REGION), Occur.SHOULD));
        double sum = telling.stream().mapToDouble(Telling::weight).sum();
        telling.forEach(t -> query.add(boosted(term(t.stem), (float) (WORDS * t.weight / sum)), Occur.SHOULD));
        return query.build();
    }

    /** Issues with any of these terms of the subject; empty where there are none. */
    private static Optional<Query> anyOf(List<String> terms) {
        var any = new BooleanQuery.Builder();
        terms.forEach(t -> any.add(new TermQuery(new Term(IndexField.SUBJECT.key(), t)), Occur.SHOULD));
        return terms.isEmpty() ? Optional.empty() : Optional.of(any.build());
    }

    private SimilarIssue similar(Candidate candidate, List<Telling> telling) {
        return new SimilarIssue(
                candidate.letter.facts().id(),
                candidate.card.number(),
                candidate.card.request(),
                candidate.card.decision(),
                candidate.letter.facts().decided(),
                shared(candidate, telling));
    }

    private List<Candidate> candidates(Query query, Query decided, Occur occur, int limit) {
        try {
            var grouped = new BooleanQuery.Builder()
                    .add(query, Occur.MUST)
                    .add(decided, occur)
                    .build();
            var found = new ArrayList<Candidate>();
            for (var hit : view.searcher().search(grouped, limit).scoreDocs) {
                int segment = org.apache.lucene.index.ReaderUtil.subIndex(hit.doc, view.leaves());
                int doc = hit.doc - view.leaves().get(segment).docBase;
                var columns = view.segments().get(segment);
                int letter = columns.letterOf(doc);
                var stored = cards.cards(segment, letter);
                found.add(new Candidate(
                        hit.score,
                        stored.letter(),
                        stored.issue(doc - columns.firstOf(letter)),
                        subject(cards, segment, letter, doc - columns.firstOf(letter) + 1)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(new ConstantScoreQuery(query), boost);
    }

    private static Query term(String text) {
        return new TermQuery(new Term(IndexField.ALL.key(), text));
    }

    /** The words that tell the issue from others, the most telling first. */
    private List<Telling> telling() {
        var counts = new HashMap<String, Integer>();
        var printed = new HashMap<String, String>();
        count(issue.request(), 3, counts, printed);
        count(issue.rationale().orElse(""), 1, counts, printed);
        long all = Math.max(1, view.issues().total().issues());
        return counts.entrySet().stream()
                .map(e -> telling(e, printed, all))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::stem))
                .limit(TERMS)
                .toList();
    }

    private Optional<Telling> telling(Map.Entry<String, Integer> word, Map<String, String> printed, long all) {
        long with = dictionary.frequency(IndexField.ALL, word.getKey());
        if (with < 2 || with > all / 2) {
            return Optional.empty();
        }
        double rarity = Math.log((double) all / with);
        return Optional.of(new Telling(
                word.getKey(),
                printed.getOrDefault(word.getKey(), word.getKey()),
                rarity * (1 + Math.log(word.getValue()))));
    }

    private void count(String text, int weight, Map<String, Integer> counts, Map<String, String> printed) {
        for (var token : schema.words().tokenize(text)) {
            boolean word = token.stem().length() > 2 && token.form().chars().allMatch(Character::isLetter);
            if (word && !StopWords.is(token.form()) && !PartialApprovalWords.holds(token.form())) {
                counts.merge(token.stem(), weight, Integer::sum);
                printed.putIfAbsent(token.stem(), token.form());
            }
        }
    }

    /** What both are about, then telling words of both. */
    private List<String> shared(Candidate other, List<Telling> telling) {
        var shared = new LinkedHashSet<String>();
        common(subject.modalities(), other.subject.modalities()).forEach(shared::add);
        common(subject.regions(), other.subject.regions()).forEach(shared::add);
        common(subject.items(), other.subject.items()).forEach(shared::add);
        common(
                        subject.subcategory().stream().toList(),
                        other.subject.subcategory().stream().toList())
                .forEach(shared::add);
        var stems = new HashSet<>(schema.words().stems(other.card.request()));
        stems.addAll(schema.words().stems(other.card.rationale().orElse("")));
        telling.stream().filter(t -> stems.contains(t.stem)).limit(SHARED_WORDS).forEach(t -> shared.add(t.printed));
        return List.copyOf(shared);
    }

    /** Those of our values that are also theirs. */
    private static Stream<String> common(List<Located<String>> ours, List<Located<String>> theirs) {
        var values = theirs.stream().map(Located::value).toList();
        return ours.stream().map(Located::value).filter(values::contains);
    }
}
