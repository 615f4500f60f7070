package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.VolatileDisk;
import org.precedent.VolatileDisk.Remains;
import org.precedent.determination.Determination;
import org.precedent.search.LetterBuilder;
import org.precedent.vocabulary.Vocabularies;

/**
 * Simulates a power loss after each step that forces data to disk: what was acknowledged before is kept, nothing is damaged, and the
 * next run succeeds.
 */
class PowerLossTest {
    private static final Vocabularies VOCABULARIES = Vocabularies.bundled();
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** Only one in this many states is also ingested into and rebuilt, because these force many files and take long. */
    private static final int STEP = 12;

    @TempDir
    private Path folder;

    private VolatileDisk disk;
    private Path index;
    private final Set<String> acknowledged = new TreeSet<>();
    private final List<Moment> moments = new ArrayList<>();

    /** What a power loss at some moment leaves, and which determinations must survive it. */
    private record Moment(String after, Remains remains, Set<String> acknowledged) {}

    @BeforeEach
    void open() throws IOException {
        disk = VolatileDisk.in(Files.createDirectory(folder.resolve("disk")));
        index = disk.top().resolve("new").resolve("index");
    }

    private void watch() {
        disk.afterEachForce((file, remains) -> moments.add(new Moment(file, remains, Set.copyOf(acknowledged))));
    }

    @Test
    void anIngestLosesNothingItCommitted() throws IOException {
        watch();
        write("a", "b");
        write("c");
        write("a", "d");
        check(20);
    }

    @Test
    void aRebuildLosesNothing() throws IOException {
        write("a", "b", "c");
        watch();
        IndexMaintenance.open(index, VOCABULARIES).reindex(Optional::of);
        check(8);
    }

    private void check(int minimum) throws IOException {
        var lefts = distinct();
        assertTrue(lefts.size() > minimum, "only " + lefts.size() + " different remains");
        int number = 0;
        for (var left : lefts) {
            check(left, write(left.remains).resolve("new").resolve("index"), number++ % STEP == 0);
        }
    }

    private static void check(Left left, Path there, boolean more) {
        var care = IndexMaintenance.open(there, VOCABULARIES);
        assertEquals(List.of(), care.verify(), "after " + left.after);
        var found = found(there);
        assertTrue(found.containsAll(left.acknowledged), () -> "after " + left.after + " only " + found);
        if (more) {
            write(there, "next");
            found.add("next");
            assertEquals(found, found(there), "after " + left.after);
            assertEquals(found.size(), care.reindex(Optional::of), "after " + left.after);
            assertEquals(List.of(), care.verify(), "after " + left.after);
        }
    }

    /**
     * The distinct states of the disk. Contents are compared by identity, which works because each forced content is kept as a single
     * array.
     */
    private List<Left> distinct() {
        var left = new LinkedHashSet<Left>();
        moments.add(new Moment("the end", disk.remains(), Set.copyOf(acknowledged)));
        for (var moment : moments) {
            left.add(new Left(moment.remains.strict(), moment.acknowledged, moment.after));
            left.add(new Left(moment.remains.early(), moment.acknowledged, moment.after));
        }
        return List.copyOf(left);
    }

    /** A state of the disk after a power loss. */
    private record Left(Map<String, Object> remains, Set<String> acknowledged, String after) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Left left && remains.equals(left.remains) && acknowledged.equals(left.acknowledged);
        }

        @Override
        public int hashCode() {
            return acknowledged.hashCode();
        }
    }

    private Path write(Map<String, Object> remains) throws IOException {
        var place = Files.createTempDirectory(folder, "left");
        Remains.write(remains, place);
        return place;
    }

    private static Set<String> found(Path index) {
        try (var engine = LuceneEngine.open(index, VOCABULARIES)) {
            var ids = new TreeSet<String>();
            engine.listLetters(Optional.empty(), 100).forEach(listed -> ids.add(listed.id()));
            return ids;
        }
    }

    private void write(String... ids) {
        write(index, ids);
        acknowledged.addAll(List.of(ids));
    }

    private static void write(Path index, String... ids) {
        try (var writer = LuceneWriter.open(index, VOCABULARIES, () -> NOON)) {
            for (var id : ids) {
                writer.put(letter(id));
            }
            writer.commit();
        }
    }

    private static Determination letter(String id) {
        return LetterBuilder.letter(id)
                .summary("A story of " + id + " " + NOON)
                .issue("one " + id, "first words")
                .issue("two " + id, "second words")
                .make();
    }
}
