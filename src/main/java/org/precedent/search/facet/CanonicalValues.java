package org.precedent.search.facet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.precedent.vocabulary.Vocabularies;

/**
 * Normalizes facet values to their labels, ignoring case and resolving vocabulary synonyms. Values that no vocabulary contains are left as
 * they are, because determinations may have them.
 */
public final class CanonicalValues {
    private static final CanonicalValues BUNDLED = new CanonicalValues(new FacetPaths(Vocabularies.bundled()));

    private final FacetPaths paths;
    private final Map<Facet, Map<String, String>> labels = new EnumMap<>(Facet.class);

    private CanonicalValues(FacetPaths paths) {
        this.paths = paths;
        for (var facet : Facet.values()) {
            var byFolded = new HashMap<String, String>();
            paths.values(facet).forEach(v -> byFolded.putIfAbsent(folded(v), v));
            byFolded.put(Facet.NOT_STATED, Facet.NOT_STATED);
            labels.put(facet, byFolded);
        }
    }

    /**
     * The normalizer for the bundled vocabularies.
     */
    public static CanonicalValues bundled() {
        return BUNDLED;
    }

    /**
     * The canonical value: {@code Knee} for {@code knee}, {@code Cervical spine} for {@code neck}.
     */
    public FacetValue canonical(FacetValue given) {
        var facet = given.facet();
        var label = labels.getOrDefault(facet, Map.of()).get(folded(given.value()));
        if (label != null) {
            return new FacetValue(facet, label);
        }
        var named = paths.findByName(facet, given.value());
        return named.size() == 1 ? new FacetValue(facet, named.getFirst()) : given;
    }

    private static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
