package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;

/**
 * Points to check must be rare in the real letters; if many sound determinations had them, users would ignore them.
 */
class RealSignalsTest {
    private static final double MOST = 0.02;

    @Test
    void pointsMeetFewDeterminations() {
        if (RealLetters.areThere()) {
            int letters = 0;
            var flagged = new ArrayList<String>();
            for (var file : RealLetters.expected().keySet()) {
                if (RealLetters.parsed(RealLetters.FOLDER.resolve(file)) instanceof Parsed.Read read) {
                    letters++;
                    var points = points(read.determination());
                    if (!points.isEmpty()) {
                        flagged.add(file + ": " + points);
                    }
                }
            }
            assertTrue(letters > 100, "determinations: " + letters);
            System.out.println("determinations with points to check: " + flagged.size() + " of " + letters);
            assertTrue(flagged.size() <= MOST * letters, flagged + " of " + letters);
        }
    }

    private static List<String> points(Determination determination) {
        return determination.findings().stream()
                .filter(f -> f.kind().isSignal())
                .map(Finding::message)
                .toList();
    }
}
