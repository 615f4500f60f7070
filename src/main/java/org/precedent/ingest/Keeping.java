package org.precedent.ingest;

import java.util.Optional;
import java.util.function.Function;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.ingest.FileResult.Status;
import org.precedent.search.LetterWriter;

/**
 * Decides, one source after the other, what is written. Of two sources of one run that claim the same id with different
 * content the first wins, so that a second run over the same sources writes nothing.
 */
final class Keeping {
    private final LetterWriter writer;
    private final Function<String, Optional<Origin>> kept;
    private final Contents contents = new Contents();
    private final Claims claims = new Claims();

    Keeping(LetterWriter writer, Function<String, Optional<Origin>> kept) {
        this.writer = writer;
        this.kept = kept;
    }

    /**
     * Whether a content need not be read, for it is kept already. May be called by any thread.
     */
    boolean isKept(String sha256) {
        synchronized (writer) {
            return writer.holds(sha256);
        }
    }

    /**
     * Removes letters that are kept and must not be.
     *
     * @return whether there were any
     */
    boolean remove(Takedown takedown) {
        synchronized (writer) {
            boolean removed = false;
            for (var id : takedown.ids()) {
                removed |= writer.remove(id);
            }
            return removed;
        }
    }

    void commit() {
        synchronized (writer) {
            writer.commit();
        }
    }

    FileResult known(String path, String sha256) {
        contents.add(sha256);
        return FileResult.unchanged(path);
    }

    FileResult read(String path, Determination letter) {
        var digest = letter.origin().sha256();
        if (contents.contains(digest)) {
            return FileResult.done(path, Status.UNCHANGED, letter.id());
        }
        var first = claimant(letter.id());
        if (first.isPresent()) {
            return FileResult.rejected(path, duplicate(letter.id(), first.get()));
        }
        contents.add(digest);
        claims.add(letter.id(), path);
        synchronized (writer) {
            return FileResult.done(path, status(writer.put(letter)), letter.id());
        }
    }

    /**
     * The source of this run that has the id already.
     */
    private Optional<String> claimant(String id) {
        var path = claims.source(id);
        return path.isPresent() || contents.size() == claims.size() ? path : keptClaimant(id);
    }

    /**
     * A source that was unchanged, therefore not read, has the id under which its content is kept.
     */
    private Optional<String> keptClaimant(String id) {
        return kept.apply(id)
                .filter(origin -> contents.contains(origin.sha256()))
                .map(Origin::source);
    }

    private static LetterRead.Refused duplicate(String id, String first) {
        return new LetterRead.Refused(
                "duplicate",
                "is another letter with the id " + id + " of " + first
                        + ": expected one letter for an id; leave out the one that does not count");
    }

    private static Status status(LetterWriter.Put put) {
        return switch (put) {
            case INDEXED -> Status.INDEXED;
            case REPLACED -> Status.REPLACED;
            case UNCHANGED -> Status.UNCHANGED;
        };
    }
}
