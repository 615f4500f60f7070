package org.precedent.web.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.precedent.determination.Issue;
import org.precedent.determination.Span;
import org.precedent.web.view.MarkedText.Ground;

/**
 * The sentences of a rationale that give the grounds of the decision. A ground whose sentence is not found there is left out,
 * so that none is shown without its evidence.
 */
final class GroundSentences {
    private GroundSentences() {}

    /**
     * Those of an issue, in the order of the rationale, without overlaps; a sentence that gives several grounds stands once.
     *
     * @param rationale the rationale as the page shows it
     * @param anchor begins the sentences' anchors
     */
    static List<Ground> of(Issue issue, String rationale, String anchor) {
        var labels = new LinkedHashMap<Span, SequencedSet<String>>();
        for (var reason : issue.reasons()) {
            var sentence = reason.evidence().value();
            int at = sentence.isBlank() ? -1 : rationale.indexOf(sentence);
            if (at >= 0) {
                labels.computeIfAbsent(new Span(at, at + sentence.length()), s -> new LinkedHashSet<>())
                        .add(reason.label());
            }
        }
        var sentences = new ArrayList<>(labels.entrySet());
        sentences.sort(
                Map.Entry.comparingByKey(Comparator.comparingInt(Span::start).thenComparingInt(s -> -s.end())));
        var grounds = new ArrayList<Ground>();
        for (var sentence : sentences) {
            var span = sentence.getKey();
            var last = grounds.isEmpty() ? null : grounds.getLast();
            if (last != null && span.start() < last.span().end()) {
                grounds.removeLast();
                grounds.add(new Ground(last.id(), joined(last.labels(), sentence.getValue()), last.span()));
            } else {
                var id = anchor + "-ground-" + (grounds.size() + 1);
                grounds.add(new Ground(id, List.copyOf(sentence.getValue()), span));
            }
        }
        return List.copyOf(grounds);
    }

    private static List<String> joined(List<String> some, SequencedSet<String> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
