package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Finding;
import org.precedent.determination.Finding.Kind;

/**
 * Points to check are rare in the real letters: one that stands beside many sound issues would be overlooked.
 */
class RealSignalsTest {
    private static final double MOST = 0.02;

    @Test
    void pointsMeetFewIssues() {
        if (RealLetters.areThere()) {
            int issues = 0;
            var found = new EnumMap<Kind, Integer>(Kind.class);
            for (var file : RealLetters.expected().keySet()) {
                if (RealLetters.parsed(RealLetters.FOLDER.resolve(file)) instanceof Parsed.Read read) {
                    issues += read.determination().issues().size();
                    read.determination().findings().stream()
                            .filter(f -> f.kind().isSignal())
                            .forEach(f -> count(file, f, found));
                }
            }
            assertTrue(issues > 200, "issues: " + issues);
            int all = found.values().stream().mapToInt(Integer::intValue).sum();
            System.out.println("points to check: " + all + " in " + issues + " issues");
            assertTrue(all <= MOST * issues, found + " of " + issues + " issues");
        }
    }

    private static void count(String file, Finding finding, Map<Kind, Integer> found) {
        System.out.println(file + ": " + finding.message());
        found.merge(finding.kind(), 1, Integer::sum);
    }
}
