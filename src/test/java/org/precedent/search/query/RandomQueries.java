package org.precedent.search.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.precedent.determination.Span;
import org.precedent.search.RandomDeterminations;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query.Within;

/**
 * Random query trees over the words and values of {@link RandomDeterminations}, in the normal form that the parser produces;
 * reproducible by seed.
 */
public final class RandomQueries {
    private static final List<String> TREATMENT_ITEMS =
            List.of("mri", "lumbar fusion", "diclofenac", "ketorolac", "Spine", "tramadol/glucosamine");
    private static final Span EMPTY_SPAN = new Span(0, 0);

    private final Random random;

    private RandomQueries(Random random) {
        this.random = random;
    }

    /**
     * A random query of any kind.
     */
    public static Query any(Random random) {
        return new RandomQueries(random).query(2);
    }

    /**
     * Random plain words, some of which are names of facet values.
     */
    public static Query plain(Random random) {
        var queries = new RandomQueries(random);
        var parts = new ArrayList<Query>();
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            parts.add(queries.word());
        }
        if (random.nextBoolean()) {
            parts.add(queries.has());
        }
        return QueryNormalizer.and(parts);
    }

    /**
     * A random facet value; some occur in no issue.
     */
    public static FacetValue value(Random random) {
        return new RandomQueries(random).facetValue();
    }

    private Query query(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 10)) {
            case 0 -> has();
            case 1, 2 -> leaf();
            case 3 -> close();
            case 4 -> new Query.In(pick(List.of(TextField.values())), textual());
            case 5 -> random.nextInt(4) == 0 ? decided() : has();
            case 6, 7 -> QueryNormalizer.and(several(depth - 1));
            case 8 -> QueryNormalizer.or(several(depth - 1));
            default -> QueryNormalizer.not(query(depth - 1));
        };
    }

    private List<Query> several(int depth) {
        var several = new ArrayList<Query>();
        for (int n = 2 + random.nextInt(2); n > 0; n--) {
            several.add(query(depth));
        }
        return several;
    }

    private Query textual() {
        return switch (random.nextInt(4)) {
            case 0 -> close();
            case 1 -> new Query.Or(List.of(leaf(), leaf()));
            default -> leaf();
        };
    }

    private Query leaf() {
        return switch (random.nextInt(5)) {
            case 0 -> new Query.Phrase(word().text() + " " + word().text(), EMPTY_SPAN);
            case 1 -> new Query.Prefix(word().text().substring(0, 3), EMPTY_SPAN);
            default -> word();
        };
    }

    private Query close() {
        var within = within();
        var left = operand();
        var right = operand();
        return random.nextInt(4) == 0 ? new Query.NotNear(left, right, within) : new Query.Near(left, right, within);
    }

    private Query operand() {
        return random.nextInt(4) == 0 ? new Query.Or(List.of(leaf(), word())) : leaf();
    }

    private Within within() {
        return switch (random.nextInt(4)) {
            case 0 -> new Within.Sentence();
            case 1 -> new Within.Paragraph();
            default -> new Within.Words(1 + random.nextInt(6), random.nextBoolean());
        };
    }

    private Query.Word word() {
        var words = random.nextInt(8) == 0 ? RandomDeterminations.LABEL_WORDS : RandomDeterminations.WORDS;
        return new Query.Word(pick(words), EMPTY_SPAN);
    }

    private Query has() {
        return new Query.Has(facetValue());
    }

    private Query decided() {
        var from = LocalDate.of(2013, 1, 1).plusDays(random.nextInt(1_500));
        return new Query.Decided(new DateRange(Optional.of(from), Optional.of(from.plusDays(random.nextInt(500)))));
    }

    private FacetValue facetValue() {
        return switch (random.nextInt(10)) {
            case 0 -> new FacetValue(Facet.MODALITY, pick(RandomDeterminations.MODALITIES));
            case 1, 2 -> new FacetValue(Facet.REGION, pick(RandomDeterminations.REGIONS));
            case 3 -> new FacetValue(Facet.GUIDELINE, pick(List.of("MTUS", "MTUS Knee Complaints", "ODG", "ACR")));
            case 4 -> new FacetValue(Facet.SPECIALTY, pick(RandomDeterminations.SPECIALTIES));
            case 5 ->
                new FacetValue(
                        Facet.TREATMENT,
                        pick(random.nextBoolean() ? RandomDeterminations.TREATMENTS : TREATMENT_ITEMS));
            case 6 -> new FacetValue(Facet.YEAR, Integer.toString(2013 + random.nextInt(5)));
            case 7 -> new FacetValue(Facet.OUTCOME, pick(List.of("All upheld", "All overturned", "Mixed")));
            case 8 -> new FacetValue(pick(List.of(Facet.values())), Facet.NOT_STATED);
            default -> new FacetValue(Facet.DECISION, pick(List.of("Upheld", "Overturned", "Partly overturned")));
        };
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
