package org.precedent.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.determination.Determination;
import org.precedent.lucene.legacy.LegacyLetters;
import org.precedent.lucene.maintenance.IndexBackup;
import org.precedent.lucene.maintenance.IndexVerification;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.SegmentColumns;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexInUse;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredDetermination;
import org.precedent.lucene.store.StoredLetterCard;
import org.precedent.lucene.write.WriteSession;
import org.precedent.vocabulary.Vocabularies;

/**
 * Looks after the index of a folder: finds damage, rebuilds it while it serves, copies it while it is written.
 */
public final class IndexMaintenance {
    private final Generations generations;
    private final IndexSchema schema;

    private IndexMaintenance(Path folder, IndexSchema schema) {
        this.generations = new Generations(folder);
        this.schema = schema;
    }

    /**
     * The care of a folder's index.
     *
     * @param folder holds the index's generations
     * @param vocabularies of the synonyms and trees the index is to know
     */
    public static IndexMaintenance of(Path folder, Vocabularies vocabularies) {
        return new IndexMaintenance(folder, IndexSchema.of(vocabularies));
    }

    /**
     * Reads every byte of the index and compares checksums, blocks and letters. May run while the index serves and is written.
     *
     * @return what is wrong and what to do about it, one sentence each; empty when all is well or there is no index
     */
    public List<String> verify() {
        return new IndexVerification(generations, schema).run();
    }

    /**
     * Reads every byte of the index and compares checksums alone, so that an index of another version passes too.
     *
     * @return the damaged files and what to do, one sentence each; empty when none is damaged or there is no index
     */
    public List<String> damage() {
        return new IndexVerification(generations, schema).damage();
    }

    /**
     * Rebuilds the index from the letters it keeps into a new generation, while the old one serves, and then switches. Each
     * letter keeps when it was first seen and last changed.
     *
     * @param again reads a letter anew from what is kept; empty for one that must not be kept any longer
     * @return how many letters were rebuilt
     * @throws IndexInUse when another process writes
     */
    public long reindex(Function<Determination, Optional<Determination>> again) {
        var from = generations.currentOrFirst();
        try (var old = WriteSession.open(schema, from)) {
            var to = generations.next();
            long count;
            try (var fresh = WriteSession.open(schema, to)) {
                count = copy(from, fresh, again);
                fresh.commit();
            } catch (RuntimeException e) {
                Generations.remove(to);
                throw e;
            }
            generations.makeCurrent(to);
            old.release();
            generations.removeOthers();
            return count;
        }
    }

    private static long copy(Path from, WriteSession to, Function<Determination, Optional<Determination>> again) {
        long count = 0;
        try (var directory = FSDirectory.open(from);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                count += copy(reader, leaf.ord, to, again);
            }
            return count;
        } catch (IndexNotFoundException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long copy(
            IndexReader reader, int segment, WriteSession to, Function<Determination, Optional<Determination>> again)
            throws IOException {
        var leaf = reader.leaves().get(segment).reader();
        FixedBitSet letters = SegmentColumns.letters(leaf);
        var live = leaf.getLiveDocs();
        var times = new Times(leaf);
        Function<Integer, Determination> stored = LegacyLetters.isIn(leaf)
                ? doc -> new LegacyLetters(reader).read(segment, doc)
                : doc -> new StoredCardReader(reader).whole(segment, doc);
        long count = 0;
        for (int doc = BlockBits.next(letters, 0); doc != BlockBits.NONE; doc = BlockBits.next(letters, doc + 1)) {
            if (live == null || live.get(doc)) {
                var letter = again.apply(stored.apply(doc));
                var firstSeen = times.of(IndexField.FIRST_SEEN, doc);
                var lastChanged = times.of(IndexField.LAST_CHANGED, doc);
                letter.ifPresent(l -> add(l, firstSeen, lastChanged, to));
                count += letter.isPresent() ? 1 : 0;
            }
        }
        return count;
    }

    private static void add(Determination letter, Instant firstSeen, Instant lastChanged, WriteSession to) {
        var stored = StoredDetermination.of(letter);
        to.add(letter, StoredLetterCard.of(letter, stored.content(), firstSeen, lastChanged), stored);
    }

    /**
     * When letters came in, from columns that every version of the index has had.
     *
     * @param leaf the segment
     */
    private record Times(LeafReader leaf) {
        Instant of(IndexField field, int doc) throws IOException {
            var values = DocValues.getNumeric(leaf, field.key());
            if (!values.advanceExact(doc)) {
                throw new IllegalStateException("document without " + field.key());
            }
            return Instant.ofEpochMilli(values.longValue());
        }
    }

    /**
     * Copies the last commit of the index into a folder, which then can serve in its place. Letters may be read and written
     * meanwhile, by any process.
     *
     * @param to a folder that does not exist or is empty
     */
    public void backup(Path to) {
        IndexBackup.of(generations, new Generations(to));
    }
}
