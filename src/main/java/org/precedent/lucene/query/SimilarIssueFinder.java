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
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredIssueCard;
import org.precedent.lucene.store.StoredLetterCard;
import org.precedent.lucene.store.StoredLetterLookup;
import org.precedent.search.SimilarIssue;
import org.precedent.text.IndexTerms;
import org.precedent.text.StopWords;

/**
 * Finds issues of other letters like one issue: the same study, region and treatment, and telling words in common.
 */
public final class SimilarIssueFinder {
    private static final int TERMS = 25;
    private static final int CANDIDATES = 60;
    private static final int SHARED_WORDS = 4;
    private static final float LABEL_BOOST = 4;

    /** Of candidates, those less like it than this share of the likest are not like it. */
    private static final double ALIKE = 0.35;

    private final IndexSchema schema;
    private final IndexSnapshot view;
    private final StoredCardReader cards;
    private final TermLookup dictionary;
    private final StoredIssueCard issue;
    private final String id;

    /** A stem that tells the issue from others, how it is printed, and how telling it is. */
    private record Telling(String stem, String printed, double weight) {}

    private record Candidate(float score, StoredLetterCard letter, StoredIssueCard card) {}

    private SimilarIssueFinder(IndexSchema schema, IndexSnapshot view, String id, StoredIssueCard issue) {
        this.schema = schema;
        this.view = view;
        this.cards = new StoredCardReader(view.reader());
        this.dictionary = new TermLookup(view);
        this.issue = issue;
        this.id = id;
    }

    public static List<SimilarIssue> to(IndexSchema schema, IndexSnapshot view, String id, int number, int limit) {
        return card(view, id, number)
                .map(c -> new SimilarIssueFinder(schema, view, id, c).find(limit))
                .orElse(List.of());
    }

    private static Optional<StoredIssueCard> card(IndexSnapshot view, String id, int number) {
        return StoredLetterLookup.withId(view.reader(), id).flatMap(at -> {
            var cards = new StoredCardReader(view.reader()).of(at.segment(), at.doc());
            return number < 1 || number > cards.letter().issueCount()
                    ? Optional.empty()
                    : Optional.of(cards.issue(number - 1));
        });
    }

    private List<SimilarIssue> find(int limit) {
        var telling = telling();
        var candidates = candidates(telling);
        if (candidates.isEmpty()) {
            return List.of();
        }
        double least = candidates.getFirst().score * ALIKE;
        // What is shared is dear to tell, so it is asked in the order of showing, until enough are found.
        return candidates.stream()
                .filter(c -> c.score >= least)
                .sorted(Comparator.comparing(c -> c.card.decision() == issue.decision()))
                .map(c -> similar(c, telling))
                .filter(s -> !s.shared().isEmpty())
                .limit(limit)
                .toList();
    }

    private SimilarIssue similar(Candidate candidate, List<Telling> telling) {
        return new SimilarIssue(
                candidate.letter.id(),
                candidate.card.number(),
                candidate.card.request(),
                candidate.card.decision(),
                candidate.letter.decided(),
                shared(candidate.card, telling));
    }

    private List<Candidate> candidates(List<Telling> telling) {
        var any = new BooleanQuery.Builder();
        telling.forEach(t -> any.add(boosted(term(t.stem), (float) t.weight), Occur.SHOULD));
        labels(issue).forEach(label -> {
            for (var token : schema.words().of(label)) {
                any.add(
                        boosted(
                                term(IndexTerms.label(token.stem())),
                                LABEL_BOOST / schema.words().of(label).size()),
                        Occur.SHOULD);
            }
        });
        var query = new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(new TermQuery(new Term(IndexField.LETTER.key(), id)), Occur.MUST_NOT)
                .build();
        try {
            var found = new ArrayList<Candidate>();
            for (var hit : view.searcher().search(query, CANDIDATES).scoreDocs) {
                int segment = org.apache.lucene.index.ReaderUtil.subIndex(hit.doc, view.leaves());
                int doc = hit.doc - view.leaves().get(segment).docBase;
                var columns = view.segments().get(segment);
                int letter = columns.letterOf(doc);
                var kept = cards.of(segment, letter);
                found.add(new Candidate(hit.score, kept.letter(), kept.issue(doc - columns.firstOf(letter))));
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
        for (var token : schema.words().of(text)) {
            boolean word = token.stem().length() > 2 && token.form().chars().allMatch(Character::isLetter);
            if (word && !StopWords.is(token.form())) {
                counts.merge(token.stem(), weight, Integer::sum);
                printed.putIfAbsent(token.stem(), token.form());
            }
        }
    }

    private static Stream<String> labels(StoredIssueCard card) {
        return Stream.of(
                        card.modalities(),
                        card.regions(),
                        card.treatment().stream().toList())
                .flatMap(List::stream);
    }

    private List<String> shared(StoredIssueCard other, List<Telling> telling) {
        var shared = new LinkedHashSet<String>();
        var theirs = labels(other).toList();
        labels(issue).filter(theirs::contains).forEach(shared::add);
        Set<String> stems = new HashSet<>(schema.words().stems(other.request()));
        stems.addAll(schema.words().stems(other.rationale().orElse("")));
        telling.stream().filter(t -> stems.contains(t.stem)).limit(SHARED_WORDS).forEach(t -> shared.add(t.printed));
        return List.copyOf(shared);
    }
}
