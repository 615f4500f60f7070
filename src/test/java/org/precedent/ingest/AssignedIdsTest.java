package org.precedent.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.precedent.ingest.DuplicatePolicy.Contents;

class AssignedIdsTest {
    @Test
    void givesBackTheSourceOfEveryId() {
        var claims = new AssignedIds();
        var truth = new HashMap<String, String>();
        for (int i = 0; i < 30_000; i++) {
            var id = "CM" + i % 20_000 + "é";
            assertEquals(Optional.ofNullable(truth.get(id)), claims.source(id));
            if (!truth.containsKey(id)) {
                var source = "archive.zip!/" + "deep/".repeat(i % 20) + i;
                claims.add(id, source);
                truth.put(id, source);
            }
        }
        assertEquals(truth.size(), claims.size());
        truth.forEach((id, source) -> assertEquals(Optional.of(source), claims.source(id)));
    }

    @Test
    void keepsASourceLongerThanAChunk() {
        var claims = new AssignedIds();
        var longest = "x".repeat(3 << 20);
        claims.add("a", longest);
        claims.add("b", "y");
        assertEquals(Optional.of(longest), claims.source("a"));
        assertEquals(Optional.of("y"), claims.source("b"));
    }

    @Test
    void remembersContentsAlreadySeen() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var contents = new Contents();
        var truth = new HashSet<String>();
        for (int i = 0; i < 20_000; i++) {
            var digest = String.format("%016x%016x%032x", random.nextInt(3000), 7L, 0);
            assertEquals(truth.contains(digest), contents.contains(digest), () -> "seed " + seed);
            truth.add(digest);
            contents.add(digest);
        }
        assertEquals(truth.size(), contents.size(), () -> "seed " + seed);
    }
}
