package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query;

/**
 * Distinguishes queries in prose from lists of keywords. In prose, a study, treatment or region may be just part of the case history, and
 * many requests name no region although the determination concerns one; such names stay words and are offered as filters. Decisions are
 * still recognized, since every issue has one. So is a treatment that is the subject, if few words describe its circumstances.
 */
final class NaturalLanguageDetector {
    /** A query with this many words that are not recognized is prose. */
    private static final int MIN_WORDS = 5;

    /** A query with this many words that are not recognized is prose if it also has any function word. */
    private static final int MIN_WORDS_WITH_FUNCTION_WORD = 3;

    private final FunctionWords functionWords;
    private final ContextWords contextWords;
    private final ScheduleWords scheduleWords;

    NaturalLanguageDetector(RecognitionData data) {
        this.functionWords = data.functionWords();
        this.contextWords = data.contextWords();
        this.scheduleWords = data.scheduleWords();
    }

    boolean isProse(List<QuerySegment> pieces) {
        var counted = withoutMarkers(pieces);
        long content = counted.stream().filter(this::isContent).count();
        boolean indicated = counted.stream()
                .filter(p -> p.isSingle() && !isContext(p))
                .anyMatch(p -> functionWords.indicatesProse(p.words().getFirst().text()));
        boolean joined = counted.stream().anyMatch(this::isFunctionWord);
        return content >= MIN_WORDS
                || (content >= MIN_WORDS_WITH_FUNCTION_WORD && joined)
                || (content >= 1 && indicated);
    }

    /** The segments without phrases of several words that introduce circumstances, such as {@code due to}. */
    private List<QuerySegment> withoutMarkers(List<QuerySegment> pieces) {
        var others = new ArrayList<QuerySegment>();
        for (int i = 0; i < pieces.size(); i++) {
            int marker = contextWords.markerAt(pieces, i, false);
            if (marker > 1) {
                i += marker - 1;
            } else {
                others.add(pieces.get(i));
            }
        }
        return others;
    }

    /**
     * Whether a query with a treatment as its subject describes it at such length that it is prose. With short circumstances
     * ({@code physical therapy after knee arthroscopy}), the treatment is still recognized.
     *
     * @param pieces segments in which only the subject is still recognized
     */
    boolean describesTreatment(List<QuerySegment> pieces) {
        int others = 0;
        boolean joined = false;
        boolean circumstance = false;
        for (var piece : pieces) {
            if (isFunctionWord(piece) || isContext(piece)) {
                joined = true;
                circumstance |= isContext(piece);
            } else if (!isSchedule(piece) && (!piece.isRecognized() || (circumstance && isRegionAlone(piece)))) {
                others++;
            }
        }
        return joined
                && others >= MIN_WORDS_WITH_FUNCTION_WORD
                && pieces.stream().anyMatch(p -> p.isRecognized(Facet.TREATMENT));
    }

    private static boolean isRegionAlone(QuerySegment piece) {
        return piece.values().stream().allMatch(v -> v.facet() == Facet.REGION);
    }

    private boolean isContent(QuerySegment piece) {
        return !piece.isRecognized() && !isFunctionWord(piece) && !isContext(piece) && !isSchedule(piece);
    }

    /** Frequency and duration ({@code 3 times a week for 4 weeks}) occur in lists of keywords too. */
    private boolean isSchedule(QuerySegment piece) {
        return piece.isSingle()
                && scheduleWords.contains(piece.words().getFirst().text());
    }

    /** Words that introduce circumstances occur in lists of keywords too: {@code MRI after PT}. */
    private boolean isContext(QuerySegment piece) {
        return piece.isSingle()
                && contextWords.introduces(piece.words().getFirst().text().toLowerCase(Locale.ROOT), false);
    }

    /**
     * Whether a word of a segment that stays words is dropped as a function word; {@code without contrast} keeps its {@code without}.
     */
    boolean shouldDrop(QuerySegment piece, Query.Word word) {
        boolean kept = piece.name().filter(FacetName.Words.class::isInstance).isPresent()
                && functionWords.indicatesProse(word.text());
        return functionWords.contains(word.text()) && !kept;
    }

    boolean isFunctionWord(QuerySegment piece) {
        return piece.isSingle()
                && !piece.isRecognized()
                && functionWords.contains(piece.words().getFirst().text());
    }

    /**
     * The segments with all names except those of decisions turned back into words.
     */
    static List<QuerySegment> keepOnlyDecisions(List<QuerySegment> pieces) {
        return pieces.stream()
                .map(p -> p.isRecognized() && !p.isRecognized(Facet.DECISION) ? p.recognizedAs(List.of()) : p)
                .toList();
    }

    /**
     * The segments with conflicting decisions resolved: an issue has one decision, so the terms of independent medical review (upheld,
     * overturned) take precedence over those of utilization review (denied, approved); if decisions still conflict, they stay words.
     */
    static List<QuerySegment> resolveDecisions(List<QuerySegment> pieces, String text) {
        if (decisions(pieces).size() < 2 || hasOrBetweenDecisions(pieces, text)) {
            return pieces;
        }
        var own = pieces.stream()
                .map(p ->
                        p.isRecognized(Facet.DECISION) && !ofTheReview(p.textIn(text)) ? p.recognizedAs(List.of()) : p)
                .toList();
        if (decisions(own).size() == 1) {
            return own;
        }
        return pieces.stream()
                .map(p -> p.isRecognized(Facet.DECISION) ? p.recognizedAs(List.of()) : p)
                .toList();
    }

    private static Set<FacetValue> decisions(List<QuerySegment> pieces) {
        var values = new HashSet<FacetValue>();
        pieces.stream().filter(p -> p.isRecognized(Facet.DECISION)).forEach(p -> values.addAll(p.values()));
        return values;
    }

    private static boolean hasOrBetweenDecisions(List<QuerySegment> pieces, String text) {
        for (int i = 0; i + 2 < pieces.size(); i++) {
            if (pieces.get(i).isRecognized(Facet.DECISION)
                    && isOr(pieces.get(i + 1), text)
                    && pieces.get(i + 2).isRecognized(Facet.DECISION)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a segment is a lower-case "or", or "and/or" in any case. */
    static boolean isOr(QuerySegment piece, String text) {
        return piece.isSingle()
                && (piece.textIn(text).equals("or") || piece.textIn(text).equalsIgnoreCase("and/or"));
    }

    private static boolean ofTheReview(String words) {
        var folded = words.toLowerCase(Locale.ROOT);
        return folded.contains("uph") || folded.contains("overturn");
    }
}
