package org.precedent.lucene.maintenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.precedent.lucene.schema.CommitData;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.SegmentColumns;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.GenerationRemedy;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamagedException;
import org.precedent.lucene.store.ReadRateLimit;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredDetermination;

/**
 * Integrity check of an index: verifies the checksum of every file, then cross-checks document blocks and determinations.
 */
public final class IndexVerification {
    /** Limit on attempts when a writer commits faster than the index can be read. */
    private static final int ATTEMPTS = 50;

    private final Generations generations;
    private final IndexSchema schema;
    private final ReadRateLimit pace;

    public IndexVerification(Generations generations, IndexSchema schema, ReadRateLimit pace) {
        this.generations = generations;
        this.schema = schema;
        this.pace = pace;
    }

    private interface Check {
        List<String> run(Path generation);
    }

    /** Returns damaged files or, if there are none, inconsistencies. */
    public List<String> run() {
        return check(this::verifyGeneration);
    }

    /** Returns damaged files only. */
    public List<String> damage() {
        return check(folder -> FileChecksums.damage(folder, pace));
    }

    // Files that a writer deleted during the check look like damage; if there is a newer commit, the check restarts
    // with it.
    private List<String> check(Check check) {
        try {
            for (int attempt = 1; ; attempt++) {
                var before = commit();
                if (before.isEmpty()) {
                    return List.of();
                }
                var wrong = check.run(before.get().folder());
                if (wrong.isEmpty() || attempt == ATTEMPTS || before.equals(commit())) {
                    return wrong;
                }
            }
        } catch (IndexDamagedException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** Identifies a commit by generation folder and segments file. */
    private record Commit(Path folder, String segments) {}

    private Optional<Commit> commit() {
        return generations.current().map(folder -> new Commit(folder, segments(folder)));
    }

    private static String segments(Path folder) {
        try (var directory = FSDirectory.open(folder, NoLockFactory.INSTANCE)) {
            return String.valueOf(SegmentInfos.getLastCommitSegmentsFileName(directory));
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /** Runs all checks on one generation, whether it is being served or not. */
    public List<String> verifyGeneration(Path folder) {
        var damaged = FileChecksums.damage(folder, pace);
        if (!damaged.isEmpty()) {
            return damaged;
        }
        try (var directory = FSDirectory.open(folder, NoLockFactory.INSTANCE)) {
            return findProblems(directory, folder);
        } catch (IOException | RuntimeException e) {
            return List.of(folder + ": cannot be read (" + e.getMessage() + "); "
                    + GenerationRemedy.restore(generations.root()));
        }
    }

    private List<String> findProblems(FSDirectory directory, Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var reader = DirectoryReader.open(directory)) {
            var written = reader.getIndexCommit().getUserData().get(CommitData.SCHEMA);
            if (reader.maxDoc() > 0 && !schema.fingerprint().equals(written)) {
                found.add(folder + ": written by another version; run `precedent reindex`");
                return found;
            }
            for (var leaf : reader.leaves()) {
                SegmentCheck.run(leaf.reader(), leaf.ord, reader).forEach(found::add);
            }
        }
        return found;
    }

    /**
     * Cross-checks the parts of one segment: blocks are complete, cards agree with stored determinations.
     */
    private static final class SegmentCheck {
        private final LeafReader leaf;
        private final int segment;
        private final StoredCardReader cards;
        private final List<String> found = new ArrayList<>();

        private SegmentCheck(LeafReader leaf, int segment, IndexReader reader) {
            this.leaf = leaf;
            this.segment = segment;
            this.cards = new StoredCardReader(reader);
        }

        static List<String> run(LeafReader leaf, int segment, IndexReader reader) throws IOException {
            var check = new SegmentCheck(leaf, segment, reader);
            check.run();
            return check.found;
        }

        private void run() throws IOException {
            var letters = SegmentColumns.letters(leaf);
            var live = leaf.getLiveDocs();
            int first = 0;
            for (int doc = BlockBits.next(letters, 0); doc != BlockBits.NONE; doc = BlockBits.next(letters, doc + 1)) {
                if (live == null || live.get(doc)) {
                    block(first, doc);
                }
                first = doc + 1;
            }
            if (first != leaf.maxDoc()) {
                found.add("segment " + segment + ": documents after the last determination; run `precedent reindex`");
            }
        }

        private void block(int first, int end) throws IOException {
            var card = cards.letter(segment, end);
            var letter = cards.determination(segment, end);
            boolean whole = card.facts().id().equals(letter.id())
                    && letter.issues().size() == end - first
                    && card.content().equals(StoredDetermination.of(letter).content())
                    && documentsOf(card.facts().id(), first, end) == end - first + 1;
            if (!whole) {
                found.add("letter " + card.facts().id() + ": its parts are inconsistent; run `precedent reindex`");
            }
        }

        private int documentsOf(String id, int first, int end) throws IOException {
            var postings = leaf.postings(new Term(IndexField.LETTER.key(), id), PostingsEnum.NONE);
            int count = 0;
            if (postings != null) {
                int doc = first == 0 ? postings.nextDoc() : postings.advance(first);
                for (; doc != DocIdSetIterator.NO_MORE_DOCS && doc <= end; doc = postings.nextDoc()) {
                    count++;
                }
            }
            return count;
        }
    }
}
