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
 * Distinguishes needs typed in prose from lists of keywords. In prose a study, treatment or region may be part of the story, and many
 * requests name no region although the determination concerns one; such names stay words there and are offered as filters.
 * Decisions are recognized all the same, since every issue has one. A treatment that is the subject stays understood beside
 * short circumstances.
 */
final class NaturalLanguageDetector {
    /** With this many words beside those understood, a list of words is read as prose. */
    private static final int MANY = 5;

    /** With this many, function words of any kind make it prose. */
    private static final int SOME = 3;

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
        return content >= MANY || (content >= SOME && joined) || (content >= 1 && indicated);
    }

    /** The pieces less the phrases of several words that introduce circumstances, such as {@code due to}. */
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
     * Whether a query that names a treatment as its subject says so much about it that it is prose: short circumstances
     * ({@code physical therapy after knee arthroscopy}) leave the treatment understood.
     *
     * @param pieces with the subject decided
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
        return joined && others >= SOME && pieces.stream().anyMatch(p -> p.isRecognized(Facet.TREATMENT));
    }

    private static boolean isRegionAlone(QuerySegment piece) {
        return piece.values().stream().allMatch(v -> v.facet() == Facet.REGION);
    }

    private boolean isContent(QuerySegment piece) {
        return !piece.isRecognized() && !isFunctionWord(piece) && !isContext(piece) && !isSchedule(piece);
    }

    /** How often and how long ({@code 3 times a week for 4 weeks}) is part of a list of words. */
    private boolean isSchedule(QuerySegment piece) {
        return piece.isSingle()
                && scheduleWords.contains(piece.words().getFirst().text());
    }

    /** Words that introduce circumstances occur in lists of words too: {@code MRI after PT}. */
    private boolean isContext(QuerySegment piece) {
        return piece.isSingle()
                && contextWords.introduces(piece.words().getFirst().text().toLowerCase(Locale.ROOT), false);
    }

    /**
     * Whether a word of a piece that stays words may be left out; {@code without contrast} keeps its meaning.
     */
    boolean isDropped(QuerySegment piece, Query.Word word) {
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
     * The pieces with all names but those of decisions given back as words.
     */
    static List<QuerySegment> keepOnlyDecisions(List<QuerySegment> pieces) {
        return pieces.stream()
                .map(p -> p.isRecognized() && !p.isRecognized(Facet.DECISION) ? p.recognizedAs(List.of()) : p)
                .toList();
    }

    /**
     * The pieces with conflicting decisions resolved: one issue has one decision, so the review's own words (upheld, overturned) win
     * over those of utilization review (denied, approved); what conflicts still stays words.
     */
    static List<QuerySegment> resolveDecisions(List<QuerySegment> pieces, String text) {
        if (decisions(pieces).size() < 2 || orBetweenDecisions(pieces, text)) {
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

    private static boolean orBetweenDecisions(List<QuerySegment> pieces, String text) {
        for (int i = 0; i + 2 < pieces.size(); i++) {
            if (pieces.get(i).isRecognized(Facet.DECISION)
                    && isOr(pieces.get(i + 1), text)
                    && pieces.get(i + 2).isRecognized(Facet.DECISION)) {
                return true;
            }
        }
        return false;
    }

    /** A lower-case "or" between two names of one facet. */
    static boolean isOr(QuerySegment piece, String text) {
        return piece.isSingle()
                && (piece.textIn(text).equals("or") || piece.textIn(text).equalsIgnoreCase("and/or"));
    }

    private static boolean ofTheReview(String words) {
        var folded = words.toLowerCase(Locale.ROOT);
        return folded.contains("uph") || folded.contains("overturn");
    }
}
