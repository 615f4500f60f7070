package org.precedent.lucene.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.FSDirectory;
import org.precedent.determination.Determination;
import org.precedent.lucene.legacy.LegacyLetters;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.SegmentColumns;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamagedException;
import org.precedent.lucene.store.LetterCount;
import org.precedent.lucene.store.ReadRateLimit;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredDetermination;
import org.precedent.lucene.store.StoredLetterCard;
import org.precedent.lucene.write.WriteSession;
import org.precedent.search.LetterHit.IngestTimes;

/**
 * Copies the determinations of one index generation into a new one, and verifies that none is missing.
 */
public final class IndexRebuild {
    private final Generations generations;
    private final IndexSchema schema;

    public IndexRebuild(Generations generations, IndexSchema schema) {
        this.generations = generations;
        this.schema = schema;
    }

    /**
     * Rebuilds a generation.
     *
     * @param from the generation being served
     * @param to an empty folder
     * @param rewrite re-parses a stored determination; empty for one that must no longer be stored
     * @return number of determinations in the new generation, committed and verified
     * @throws IndexDamagedException when the new generation is incomplete
     */
    public long run(Path from, Path to, Function<Determination, Optional<Determination>> rewrite) {
        Copied copied;
        try (var fresh = WriteSession.open(schema, to)) {
            copied = copy(from, fresh, rewrite);
            fresh.setReplaced(from);
            fresh.commit();
        }
        requireIntact(new IndexVerification(generations, schema, ReadRateLimit.UNLIMITED).verifyGeneration(to));
        long before = LetterCount.count(from).orElse(-1);
        long after = LetterCount.count(to).orElse(-1);
        if (copied.kept + copied.dropped != before || copied.kept != after) {
            throw new IndexDamagedException(from + ": expected a new generation with its " + before + " letters less "
                    + copied.dropped + " taken down, found " + after
                    + "; the index stays as it was; run `precedent verify`");
        }
        return copied.kept;
    }

    /**
     * Throws an exception with the first problem, if any.
     *
     * @throws IndexDamagedException when the list is not empty
     */
    public static void requireIntact(List<String> damage) {
        if (!damage.isEmpty()) {
            throw new IndexDamagedException(damage.getFirst());
        }
    }

    /**
     * Result of copying.
     *
     * @param kept number of determinations written to the new generation
     * @param dropped number of determinations that must no longer be stored
     */
    private record Copied(long kept, long dropped) {
        Copied plus(Copied other) {
            return new Copied(kept + other.kept, dropped + other.dropped);
        }
    }

    private static Copied copy(Path from, WriteSession to, Function<Determination, Optional<Determination>> rewrite) {
        var copied = new Copied(0, 0);
        try (var directory = FSDirectory.open(from);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                copied = copied.plus(copy(reader, leaf.ord, to, rewrite));
            }
            return copied;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Copied copy(
            IndexReader reader, int segment, WriteSession to, Function<Determination, Optional<Determination>> rewrite)
            throws IOException {
        var leaf = reader.leaves().get(segment).reader();
        var letters = SegmentColumns.letters(leaf);
        var live = leaf.getLiveDocs();
        var times = new Times(leaf);
        Function<Integer, Determination> stored = LegacyLetters.isLegacy(leaf)
                ? doc -> new LegacyLetters(reader, StoredDetermination::decode).read(segment, doc)
                : doc -> new StoredCardReader(reader).determination(segment, doc);
        long kept = 0;
        long dropped = 0;
        for (int doc = BlockBits.next(letters, 0); doc != BlockBits.NONE; doc = BlockBits.next(letters, doc + 1)) {
            if (live == null || live.get(doc)) {
                var letter = rewrite.apply(stored.apply(doc));
                var ingested = new IngestTimes(
                        times.read(IndexField.FIRST_SEEN, doc), times.read(IndexField.LAST_CHANGED, doc));
                letter.ifPresent(l -> add(l, ingested, to));
                kept += letter.isPresent() ? 1 : 0;
                dropped += letter.isPresent() ? 0 : 1;
            }
        }
        return new Copied(kept, dropped);
    }

    private static void add(Determination letter, IngestTimes ingested, WriteSession to) {
        var stored = StoredDetermination.of(letter);
        to.add(letter, StoredLetterCard.of(letter, stored.content(), ingested), stored);
    }

    /**
     * Ingestion times of determinations, read from columns that every index version has.
     *
     * @param leaf the segment
     */
    private record Times(LeafReader leaf) {
        Instant read(IndexField field, int doc) throws IOException {
            var values = DocValues.getNumeric(leaf, field.key());
            if (!values.advanceExact(doc)) {
                throw new IllegalStateException("document without " + field.key());
            }
            return Instant.ofEpochMilli(values.longValue());
        }
    }
}
