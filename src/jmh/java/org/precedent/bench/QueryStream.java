package org.precedent.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.precedent.bench.BenchQuery.Floor;
import org.precedent.bench.letters.GeneratedLetters;
import org.precedent.search.PageRequest;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.TextField;
import org.precedent.search.request.SearchRequest;

/**
 * Draws searches of every class from the words of the corpus and the facet values of the index.
 */
public final class QueryStream {
    private static final int SAMPLE = 2_000;
    private static final int PAGE = 20;
    private static final double COMMON = 0.1;
    private static final double MID = 0.01;
    private static final double RARE = 0.003;

    private final CorpusWords words;
    private final Map<Facet, List<FacetCount>> facets;
    private final SplittableRandom random;
    private final List<BenchQuery> queries = new ArrayList<>();

    private QueryStream(GeneratedLetters corpus, Map<Facet, List<FacetCount>> facets, long seed) {
        this.random = new SplittableRandom(seed);
        this.words = new CorpusWords(corpus, SAMPLE, random);
        this.facets = facets;
    }

    /**
     * A stream with the same number of searches of each class.
     *
     * @param facets values to filter by, with their counts
     * @param seed for choosing words
     */
    public static List<BenchQuery> of(
            GeneratedLetters corpus, Map<Facet, List<FacetCount>> facets, int each, long seed) {
        var stream = new QueryStream(corpus, facets, seed);
        for (var kind : QueryClass.values()) {
            for (int i = 0; i < each; i++) {
                stream.add(kind, i);
            }
        }
        return List.copyOf(stream.queries);
    }

    /**
     * The searches of a stream that have not been run before.
     *
     * @param known requests already used; those of the result are added
     */
    public static List<BenchQuery> unasked(List<BenchQuery> stream, Set<SearchRequest> known) {
        return stream.stream().filter(q -> known.add(q.request())).toList();
    }

    /** The same searches in another order, which is the same on every call. */
    public static List<BenchQuery> shuffled(List<BenchQuery> stream) {
        var order = new ArrayList<>(stream);
        Collections.shuffle(order, new Random(order.size()));
        return order;
    }

    private void add(QueryClass kind, int nth) {
        switch (kind) {
            case COMMON_TERM -> term(kind, words.word(COMMON, 1));
            case MID_TERM -> term(kind, words.word(MID, 3 * MID));
            case RARE_TERM -> term(kind, words.word(0, RARE));
            case SEVERAL_TERMS -> several(kind, nth);
            case PHRASE -> phrase(kind, nth % 2 == 0 ? words.pair(COMMON, 1) : words.pair(MID, COMMON));
            case PREFIX -> prefix(kind, words.word(MID, COMMON), 6);
            case BROAD_PREFIX -> prefix(kind, words.word(MID, 1), 3);
            case FIELDED -> fielded(kind, nth);
            case FILTERED -> filtered(kind, nth);
            case MATCH_ALL -> add(kind, page(""), new Floor.All());
            case FACETS_ONLY ->
                add(kind, page("").with(selection(1 + nth % 3)).with(PageRequest.first(PAGE)), new Floor.All());
            case PROXIMITY -> near(kind, nth);
            case NEED -> need(kind, words.passage(8 + 2 * (nth % 3)));
        }
    }

    private void term(QueryClass kind, String word) {
        add(kind, page(word), new Floor.Words(List.of(word)));
    }

    private void several(QueryClass kind, int nth) {
        var several = words.together(2 + nth % 3, MID, 1);
        add(kind, page(String.join(" AND ", several)), new Floor.Words(several));
    }

    private void phrase(QueryClass kind, List<String> pair) {
        add(kind, page("\"" + String.join(" ", pair) + "\""), new Floor.Phrase(pair));
    }

    private void prefix(QueryClass kind, String word, int length) {
        var stem = word.substring(0, Math.min(length, word.length() - 1));
        add(kind, page(stem + "*"), new Floor.Prefix(stem));
    }

    private void fielded(QueryClass kind, int nth) {
        var word = words.word(MID, 1);
        var field = List.of(TextField.RATIONALE, TextField.SUMMARY, TextField.REQUEST)
                .get(nth % 3);
        add(kind, page(field.name().toLowerCase(Locale.ROOT) + ":" + word), new Floor.Field(field, word));
    }

    private void filtered(QueryClass kind, int nth) {
        var word = words.word(MID, 1);
        add(
                kind,
                page(word).with(selection(1 + nth % 3)).with(PageRequest.first(PAGE)),
                new Floor.Words(List.of(word)));
    }

    private void near(QueryClass kind, int nth) {
        var pair = words.together(2, MID, 1);
        var operator = List.of(" w/5 ", " /s ", " pre/3 ", " /p ").get(nth % 4);
        add(kind, page(String.join(operator, pair)), new Floor.Words(pair));
    }

    private void need(QueryClass kind, String passage) {
        add(kind, page(passage), new Floor.Words(List.of(passage.split(" ", -1))));
    }

    private void add(QueryClass kind, SearchRequest request, Floor floor) {
        queries.add(new BenchQuery(kind, request, floor));
    }

    private static SearchRequest page(String text) {
        return SearchRequest.of(text).with(PageRequest.first(PAGE));
    }

    /** A selection of frequent values, one for each of {@code count} facets. */
    private Selection selection(int count) {
        var selection = Selection.NONE;
        var dimensions = new ArrayList<>(
                List.of(Facet.MODALITY, Facet.REGION, Facet.DECISION, Facet.SPECIALTY, Facet.YEAR, Facet.TREATMENT));
        for (int i = 0; i < count; i++) {
            var facet = dimensions.remove(random.nextInt(dimensions.size()));
            var frequent = facets.getOrDefault(facet, List.of()).stream()
                    .filter(c -> !c.value().equals(Facet.NOT_STATED))
                    .sorted((a, b) -> Long.compare(b.total().issues(), a.total().issues()))
                    .limit(4)
                    .toList();
            if (!frequent.isEmpty()) {
                var value = frequent.get(random.nextInt(frequent.size())).value();
                selection = selection.with(new FacetValue(facet, value));
            }
        }
        return selection;
    }
}
