package org.precedent.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.precedent.determination.Origin;
import org.precedent.document.source.Source;
import org.precedent.document.source.Sources;
import org.precedent.ingest.IngestListener.Progress;
import org.precedent.search.LetterWriter;

/**
 * Ingests sources into a search engine. Sources are read and parsed in parallel and written in order, with one commit per batch and bounded
 * memory. The content of a source can never abort the run.
 */
public final class Ingest {
    private static final System.Logger LOG = System.getLogger(Ingest.class.getName());

    /** Reason reported for a determination that was skipped because it is on the takedown list. */
    public static final String TAKEN_DOWN = "taken-down";

    private static final LetterRead.Refused NOT_SELECTED =
            new LetterRead.Refused(TAKEN_DOWN, "is on the takedown list; nothing was stored");

    private final LetterReader reader;
    private final DuplicatePolicy policy;
    private final IngestOptions options;
    private final IngestListener listener;
    private final IngestReport.Builder sum = new IngestReport.Builder();
    private final List<FileResult> pendingResults = new ArrayList<>();
    private final long start = System.nanoTime();
    private int uncommitted;
    private long firstUncommitted;

    private Ingest(LetterReader reader, DuplicatePolicy policy, IngestOptions options, IngestListener listener) {
        this.reader = reader;
        this.policy = policy;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Ingests everything that {@link Sources} finds in the paths.
     *
     * @param reader reads and parses sources
     * @param writer the engine's writer; used by several threads, one at a time, and left open
     * @param existing returns the origin of the indexed determination with an id, as of the last commit
     * @param options options of the run
     * @param listener notified of progress and of every result
     * @return a summary; everything written is committed
     */
    public static IngestReport run(
            List<Path> paths,
            LetterReader reader,
            LetterWriter writer,
            Function<String, Optional<Origin>> existing,
            IngestOptions options,
            IngestListener listener) {
        return new Ingest(reader, new DuplicatePolicy(writer, existing, options.keeping()), options, listener)
                .run(paths);
    }

    private IngestReport run(List<Path> paths) {
        if (policy.remove(options.takedown())) {
            policy.commit();
        }
        long total = Sources.size(paths, options.limits());
        ReadAhead.run(
                options,
                visitor -> Sources.walk(paths, options.limits(), visitor),
                source -> reader.read(source, policy::isUnchanged),
                (source, read) -> take(source, read, total));
        commitAndReport();
        var report = sum.build(elapsed());
        LOG.log(System.Logger.Level.DEBUG, "ingest done {0}", report.summary());
        return report;
    }

    private void take(Source source, LetterRead read, long total) {
        var result = keep(source, read);
        sum.add(result);
        pendingResults.add(result);
        if (result.status().isWritten()) {
            firstUncommitted = uncommitted++ == 0 ? System.nanoTime() : firstUncommitted;
        }
        if (uncommitted == 0 || isBatchFull()) {
            commitAndReport();
        }
        listener.progress(new Progress(sum.done(), sum.rejected(), source.position(), total, elapsed()));
    }

    private FileResult keep(Source source, LetterRead read) {
        return switch (read) {
            case LetterRead.Refused refused -> FileResult.rejected(source.path(), refused);
            case LetterRead.Known known -> policy.skip(source.path(), known.sha256());
            case LetterRead.Read letter -> {
                if (options.takedown().contains(letter.determination().id())) {
                    yield FileResult.rejected(source.path(), NOT_SELECTED);
                }
                var result = policy.process(source.path(), letter);
                if (result.status().isWritten()) {
                    sum.add(letter.determination());
                }
                yield result;
            }
        };
    }

    private boolean isBatchFull() {
        return uncommitted >= options.batch()
                || System.nanoTime() - firstUncommitted
                        > options.commitInterval().toNanos();
    }

    private void commitAndReport() {
        if (uncommitted > 0) {
            policy.commit();
            uncommitted = 0;
        }
        pendingResults.forEach(listener::fileCompleted);
        pendingResults.clear();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
