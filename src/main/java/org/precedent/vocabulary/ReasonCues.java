package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cue phrases from which the reasons of a rationale are recognized, read from {@code reason-cue.tsv} and the word classes of
 * {@code reason-class.tsv}; those files document their format. Immutable.
 *
 * @param classes phrases of each word class by its name
 * @param cues the cues in file order
 */
public record ReasonCues(Map<String, List<String>> classes, List<Cue> cues) {
    private static final int CUE_COLUMNS = 7;
    private static final int CLASS_COLUMNS = 3;
    private static final String BOTH = "any";

    /**
     * Source of the words in a passage of a rationale.
     */
    public enum Voice {
        /** The reviewer's own, about this case. */
        CASE,
        /** A guideline, study or earlier review that the reviewer quotes. */
        SOURCE
    }

    /**
     * A pattern of words that indicates a reason.
     *
     * @param reason the reason it indicates
     * @param decision label of the decision it can explain
     * @param level 1 always counts, a higher level only if the rationale has no cue of a lower one
     * @param voice the kind of passage in which it counts; empty for any
     * @param pattern words, classes and gaps
     * @param unless classes that cancel it if they occur in the same sentence; with the prefix {@link #REQUESTED}, if they occur in the
     *     request; with the prefix {@link #NOT_REQUESTED}, if they do not occur in the request
     */
    public record Cue(
            Term reason, String decision, int level, Optional<Voice> voice, String pattern, List<String> unless) {
        /** Prefix of a class that cancels a cue if it occurs in the request. */
        public static final String REQUESTED = "@";

        /** Prefix of a class that cancels a cue if it does not occur in the request. */
        public static final String NOT_REQUESTED = "@!";

        public Cue {
            unless = List.copyOf(unless);
        }

        /**
         * The name of a class without its prefix.
         */
        public static String bare(String name) {
            int mark = name.startsWith(NOT_REQUESTED)
                    ? NOT_REQUESTED.length()
                    : name.startsWith(REQUESTED) ? REQUESTED.length() : 0;
            return name.substring(mark);
        }
    }

    public ReasonCues {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        cues = List.copyOf(cues);
    }

    private static final ReasonCues BUNDLED = read(
            Vocabularies.bundled(), VocabularyFile.resource("reason-class"), VocabularyFile.resource("reason-cue"));

    /**
     * The bundled cues.
     */
    public static ReasonCues bundled() {
        return BUNDLED;
    }

    /**
     * Parses both files.
     *
     * @throws IllegalArgumentException when a row has a wrong number of columns or names an unknown reason, decision, voice or class
     */
    static ReasonCues read(Vocabularies vocabularies, String classes, String cues) {
        var byName = new LinkedHashMap<String, List<String>>();
        for (var row : VocabularyFile.rows("reason-class", classes, CLASS_COLUMNS)) {
            byName.computeIfAbsent(row.get(0), c -> new ArrayList<>()).addAll(VocabularyFile.forms(row.get(1)));
        }
        var reasons = byId(vocabularies.reason());
        var decisions = byId(vocabularies.decision());
        var read = new ArrayList<Cue>();
        for (var row : VocabularyFile.rows("reason-cue", cues, CUE_COLUMNS)) {
            var unless = VocabularyFile.forms(row.get(5));
            unless.forEach(name -> known(byName, "class", Cue.bare(name)));
            read.add(new Cue(
                    known(reasons, "reason", row.get(0)),
                    known(decisions, "decision", row.get(1)).label(),
                    Integer.parseInt(row.get(2)),
                    voice(row.get(3)),
                    row.get(4),
                    unless));
        }
        return new ReasonCues(byName, read);
    }

    private static Optional<Voice> voice(String cell) {
        return cell.equals(BOTH) ? Optional.empty() : Optional.of(Voice.valueOf(cell.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, Term> byId(Vocabulary vocabulary) {
        return new HashMap<>(vocabulary.terms().stream().collect(Collectors.toMap(Term::id, Function.identity())));
    }

    private static <T> T known(Map<String, T> all, String kind, String name) {
        var found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "reason-cue: expected the name of a " + kind + ", got \"" + name + "\"; known are " + all.keySet());
        }
        return found;
    }
}
