package org.precedent.search.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.precedent.search.Grouping;
import org.precedent.search.Match;
import org.precedent.search.MatchOptions;
import org.precedent.search.PageRequest;
import org.precedent.search.Scope;
import org.precedent.search.Sort;
import org.precedent.search.facet.CanonicalValues;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;

/**
 * Random search requests, reproducible by seed.
 */
public final class RandomRequests {
    private static final List<String> TEXTS = List.of(
            "",
            "neck",
            "X-ray cervical upheld",
            "\"red flags\" w/5 documented",
            "C5/C6 & 5/10 = 50% + a#b?c",
            "w/o contrast",
            "été “naïve” § 9792.20 😀",
            "a\tb");

    private static final List<String> VALUES = List.of(
            "Knee",
            "Cervical spine",
            "none",
            "Physical Medicine & Rehabilitation",
            "Physical & Occupational Therapy",
            "100% & more",
            "ä=b");

    private RandomRequests() {}

    /**
     * A random request with any combination of parts.
     */
    public static SearchRequest random(Random random) {
        var selection = Selection.NONE.withDecided(range(random));
        for (int i = random.nextInt(4); i > 0; i--) {
            selection = selection.with(value(random));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            selection = selection.withExclusion(value(random));
        }
        int size = 1 + random.nextInt(SearchRequest.MAX_SIZE);
        return new SearchRequest(
                pick(random, TEXTS),
                random.nextBoolean(),
                selection,
                new MatchOptions(
                        pick(random, List.of(Scope.values())),
                        random.nextBoolean() ? Optional.of(pick(random, List.of(Match.values()))) : Optional.empty(),
                        random.nextBoolean()),
                pick(random, List.of(Sort.values())),
                new PageRequest(
                        1 + random.nextInt(SearchRequest.MAX_DEPTH / size),
                        size,
                        random.nextInt(4) == 0 ? Optional.of("CM16-0213037") : Optional.empty(),
                        pick(random, List.of(Grouping.values()))));
    }

    private static FacetValue value(Random random) {
        return CanonicalValues.bundled()
                .canonical(new FacetValue(pick(random, List.of(Facet.values())), pick(random, VALUES)));
    }

    private static DateRange range(Random random) {
        var from = LocalDate.of(2013, 1, 1).plusDays(random.nextInt(4_000));
        var to = from.plusDays(random.nextInt(400));
        return new DateRange(
                random.nextBoolean() ? Optional.of(from) : Optional.empty(),
                random.nextBoolean() ? Optional.of(to) : Optional.empty());
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
