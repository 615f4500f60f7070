package org.precedent.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.precedent.determination.Determination;
import org.precedent.lucene.maintenance.GenerationCleanup;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamagedException;
import org.precedent.lucene.store.IndexLock;
import org.precedent.lucene.store.IndexLock.IndexInUseException;
import org.precedent.lucene.store.IndexOutdatedException;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredDetermination;
import org.precedent.lucene.store.StoredLetterCard;
import org.precedent.lucene.store.StoredLetterLookup;
import org.precedent.lucene.write.IndexingPool;
import org.precedent.lucene.write.WriteSession;
import org.precedent.search.LetterHit.IngestTimes;
import org.precedent.search.LetterWriter;
import org.precedent.vocabulary.Vocabularies;

/**
 * Writes determinations into the index of a folder. Holds the index's write lock while open; readers in any process keep working and see
 * each commit.
 */
public final class LuceneWriter implements LetterWriter {
    /** Limit on determinations remembered in memory; others are looked up in the index. */
    private static final int MAX_PENDING = 20_000;

    private final IndexLock lock;
    private final WriteSession session;
    private final InstantSource clock;
    private final Runnable committed;
    private final IndexingPool pool = new IndexingPool(Runtime.getRuntime().availableProcessors());
    private final Map<String, StoredLetterCard> pending = new HashMap<>();
    private final Set<String> pendingDigests = new HashSet<>();
    private DirectoryReader reader;
    private Instant newest;

    private LuceneWriter(IndexLock lock, WriteSession session, InstantSource clock, Runnable committed)
            throws IOException {
        this.lock = lock;
        this.session = session;
        this.clock = clock;
        this.committed = committed;
        this.reader = DirectoryReader.open(session.writer());
        this.newest = StoredLetterLookup.newestTime(reader);
    }

    /**
     * Opens the index of a folder for writing, creating an empty one if necessary.
     *
     * @param folder contains the index's generations
     * @param vocabularies synonyms and facet trees
     * @param clock source of ingestion times
     * @throws IndexInUseException when another process holds the write lock
     * @throws IndexOutdatedException when the index must be rebuilt first
     * @throws IndexDamagedException when files of the index are damaged or missing
     */
    public static LuceneWriter open(Path folder, Vocabularies vocabularies, InstantSource clock) {
        return open(folder, IndexSchema.of(vocabularies), clock, () -> {});
    }

    static LuceneWriter open(Path folder, IndexSchema schema, InstantSource clock, Runnable committed) {
        var lock = IndexLock.take(folder);
        try {
            var generations = new Generations(folder);
            var generation = generations.current().orElseGet(() -> WriteSession.createFirst(schema, generations, lock));
            var writer = open(lock, WriteSession.open(schema, generation), generation, clock, committed);
            generations.seal(generation);
            GenerationCleanup.run(generations, generation, lock);
            return writer;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static LuceneWriter open(
            IndexLock lock, WriteSession session, Path generation, InstantSource clock, Runnable committed) {
        try {
            session.checkSchema();
            return new LuceneWriter(lock, session, clock, committed);
        } catch (IOException e) {
            session.close();
            throw FileChecksums.explain(generation, e);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public boolean contains(String sha256) {
        if (pendingDigests.contains(sha256)) {
            return true;
        }
        return StoredLetterLookup.findByDigest(reader, sha256)
                .map(at -> new StoredCardReader(reader).letter(at.segment(), at.doc()))
                .filter(card -> !pending.containsKey(card.facts().id()))
                .isPresent();
    }

    @Override
    public Put put(Determination determination) {
        var previous = findPrevious(determination.id());
        var packed = StoredDetermination.of(determination);
        if (previous.filter(f -> f.content().equals(packed.content())).isPresent()) {
            return Put.UNCHANGED;
        }
        var now = now();
        var firstSeen = previous.map(f -> f.ingested().firstSeen()).orElse(now);
        var ingested = new IngestTimes(firstSeen, now);
        write(determination, StoredLetterCard.of(determination, packed.content(), ingested), packed, previous);
        return previous.isPresent() ? Put.REPLACED : Put.INDEXED;
    }

    @Override
    public boolean remove(String id) {
        var previous = findPrevious(id);
        if (previous.isPresent()) {
            pool.await();
            session.remove(id);
            reopenReader();
        }
        return previous.isPresent();
    }

    private void write(
            Determination letter,
            StoredLetterCard card,
            StoredDetermination packed,
            Optional<StoredLetterCard> previous) {
        if (pending.containsKey(letter.id())) {
            pool.await();
        }
        pool.submit(
                previous.isPresent()
                        ? () -> session.replace(letter, card, packed)
                        : () -> session.add(letter, card, packed));
        previous.ifPresent(f -> pendingDigests.remove(f.sha256()));
        pendingDigests.add(card.sha256());
        pending.put(letter.id(), card);
        if (pending.size() >= MAX_PENDING) {
            reopenReader();
        }
    }

    // Later than every time in the index, even if the clock was set back: clients that poll for changes must see this
    // determination as new.
    private Instant now() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isAfter(newest) ? now : newest.plusMillis(1);
    }

    private Optional<StoredLetterCard> findPrevious(String id) {
        var known = pending.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        return StoredLetterLookup.findById(reader, id)
                .map(at -> new StoredCardReader(reader).letter(at.segment(), at.doc()));
    }

    private void reopenReader() {
        pool.await();
        try {
            var newer = DirectoryReader.openIfChanged(reader, session.writer());
            if (newer != null) {
                reader.close();
                reader = newer;
                newest = StoredLetterLookup.newestTime(reader);
            }
            pending.clear();
            pendingDigests.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void commit() {
        pool.await();
        session.commit();
        reopenReader();
        committed.run();
    }

    @Override
    public void close() {
        pool.close();
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            session.close();
            lock.close();
        }
    }
}
