package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.request.SearchRequest;

/**
 * Finds the subject of a query among the treatments and studies it names. An issue disputes one thing: {@code MRI after failed
 * physical therapy} is about the MRI, and the therapy stays words, as part of the circumstances. The subject is the first one that no
 * word of {@code context-words.tsv} makes a circumstance.
 */
final class QuerySubject {
    private static final Set<String> OR = Set.of("or", "and/or");
    private static final String AND = "and";

    private final FacetPaths paths;
    private final String text;
    private final List<QuerySegment> read = new ArrayList<>();
    private Optional<FacetValue> subject = Optional.empty();
    private boolean circumstance;
    private boolean joined;
    private boolean alternative;

    private QuerySubject(FacetPaths paths, String text) {
        this.paths = paths;
        this.text = text;
    }

    /**
     * The segments with every treatment or study except the subject turned back into words.
     */
    static List<QuerySegment> find(
            List<QuerySegment> segments, SearchRequest request, ContextWords contextWords, FacetPaths paths) {
        var finder = new QuerySubject(paths, request.text());
        finder.subject = chosen(request.selection());
        for (int i = 0; i < segments.size(); i++) {
            finder.comma(segments, i);
            int marker = contextWords.markerAt(segments, i, finder.subject.isPresent());
            if (marker > 0) {
                finder.read.addAll(segments.subList(i, i + marker));
                finder.circumstance = true;
                i += marker - 1;
            } else {
                finder.read.add(finder.settled(segments.get(i)));
            }
        }
        return finder.read;
    }

    /** The modality or treatment selected as a filter, which is then the subject. */
    private static Optional<FacetValue> chosen(Selection selection) {
        return Stream.of(Facet.MODALITY, Facet.TREATMENT)
                .flatMap(f -> selection.chosenIn(f).stream().map(v -> new FacetValue(f, v)))
                .findFirst();
    }

    /** Ends the circumstances at a comma before the subject: {@code failed therapy, lumbar MRI}. */
    private void comma(List<QuerySegment> segments, int i) {
        if (i > 0 && subject.isEmpty()) {
            var between = text.substring(
                    segments.get(i - 1).at().end(), segments.get(i).at().start());
            if (between.indexOf(',') >= 0 || between.indexOf(';') >= 0) {
                circumstance = false;
            }
        }
    }

    private QuerySegment settled(QuerySegment segment) {
        if (!segment.isRecognized(Facet.TREATMENT) && !segment.isRecognized(Facet.MODALITY)) {
            var word = segment.textIn(text).toLowerCase(Locale.ROOT);
            alternative = OR.contains(word);
            joined = alternative || word.equals(AND);
            circumstance = circumstance && (segment.isSingle() || !segment.isWords());
            return segment;
        }
        var value = segment.values().getFirst();
        boolean inCircumstance = circumstance;
        circumstance = circumstance && (subject.isPresent() || joined);
        boolean other = subject.filter(s -> !(alternative && s.facet() == value.facet()) && !agree(s, value))
                .isPresent();
        joined = false;
        alternative = false;
        if (inCircumstance || other) {
            return segment.recognizedAs(List.of());
        }
        subject = Optional.of(value);
        return segment;
    }

    /** Whether one issue can have both: two modalities, two treatments on one path of the tree, or a modality and its treatment. */
    private boolean agree(FacetValue first, FacetValue second) {
        if (first.facet() == second.facet()) {
            return first.facet() == Facet.MODALITY || paths.areOnOnePath(first.value(), second.value());
        }
        return first.facet() == Facet.MODALITY
                ? paths.isStudy(first.value(), second.value())
                : paths.isStudy(second.value(), first.value());
    }
}
