package org.precedent.text;

import java.util.List;
import java.util.Set;
import org.precedent.search.query.Query.Word;

/**
 * Words that join others and say nothing of their own; they never exclude an issue from a plain search.
 */
public final class StopWords {
    private static final Set<String> ALL =
            Set.of(("a about above after again against all also am an and another any are as at"
                            + " be because been before being below between both but by can cannot could did do does doing done"
                            + " down due during each either else ever every few for from further had has have having he her"
                            + " here hers him his how i if in instead into is it its itself just like me more most much must my"
                            + " neither no nor not of off on once only onto or other our out over own per rather same she"
                            + " should since so some still such than that the their them then there these they this those"
                            + " though through to too toward under until up upon us versus very via vs was we were what when"
                            + " where whether which while who whom whose why will with within without would yet you your")
                    .split(" "));

    private StopWords() {}

    /** The words that count: all but function words, or all where there are only these. */
    public static List<Word> without(List<Word> words) {
        var telling = words.stream()
                .filter(w -> !ALL.contains(Tokenizer.fold(w.text())))
                .toList();
        return telling.isEmpty() ? words : telling;
    }

    public static boolean is(String form) {
        return ALL.contains(form);
    }
}
