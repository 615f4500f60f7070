package org.precedent.lucene.maintenance;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NoLockFactory;
import org.precedent.lucene.schema.CommitData;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamaged;

/**
 * One check of an index: every byte of every file against its checksum, then blocks and letters against each other.
 */
public final class IndexVerification {
    private static final String REMEDY = "restore a backup, or remove the folder and ingest the letters again";

    /** The file in the description of a Lucene input. */
    private static final Pattern PATH = Pattern.compile("path=\"([^\"]+)\"");

    private final Generations generations;
    private final IndexSchema schema;

    public IndexVerification(Generations generations, IndexSchema schema) {
        this.generations = generations;
        this.schema = schema;
    }

    /** One way of looking at a generation. */
    private interface Look {
        List<String> at(FSDirectory directory) throws IOException;
    }

    /** Damaged files, or, where there are none, what does not agree. */
    public List<String> run() {
        return look(directory -> {
            var damaged = damage(directory);
            return damaged.isEmpty() ? disagreements(directory) : damaged;
        });
    }

    /** Damaged files alone. */
    public List<String> damage() {
        return look(this::damage);
    }

    private List<String> look(Look look) {
        Optional<Path> current;
        try {
            current = generations.current();
        } catch (IndexDamaged e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return current.isEmpty() ? List.of() : look(current.get(), look);
    }

    // Files that a writer took away meanwhile look like damage; after a commit it is asked again.
    private List<String> look(Path folder, Look look) {
        if (!Files.isDirectory(folder)) {
            return Optional.of(folder).equals(generations.current())
                    ? List.of(folder + ": is missing; " + REMEDY)
                    : look(look);
        }
        try (var directory = FSDirectory.open(folder, NoLockFactory.INSTANCE)) {
            var before = SegmentInfos.getLastCommitSegmentsFileName(directory);
            var wrong = before == null ? List.<String>of() : look.at(directory);
            return !wrong.isEmpty() && hasMoved(directory, before) ? look(look) : wrong;
        } catch (IOException | RuntimeException e) {
            return List.of(folder + ": cannot be read (" + e.getMessage() + "); " + REMEDY);
        }
    }

    private boolean hasMoved(FSDirectory directory, String commit) throws IOException {
        return !Optional.of(directory.getDirectory()).equals(generations.current())
                || !Objects.equals(commit, SegmentInfos.getLastCommitSegmentsFileName(directory));
    }

    private List<String> damage(FSDirectory directory) {
        var damaged = new ArrayList<String>();
        for (var name : files(directory, damaged)) {
            try (var in = directory.openInput(name, IOContext.READONCE)) {
                CodecUtil.checksumEntireFile(in);
            } catch (NoSuchFileException | FileNotFoundException e) {
                damaged.add(directory.getDirectory().resolve(name) + ": is missing; " + REMEDY);
            } catch (IOException e) {
                damaged.add(directory.getDirectory().resolve(name) + ": is damaged; " + REMEDY);
            }
        }
        return damaged;
    }

    private static Collection<String> files(FSDirectory directory, List<String> damaged) {
        try {
            return new TreeSet<>(SegmentInfos.readLatestCommit(directory).files(true));
        } catch (CorruptIndexException e) {
            damaged.add(damage(e));
        } catch (IOException | RuntimeException e) {
            damaged.add(directory.getDirectory() + ": cannot be read (" + e.getMessage() + "); " + REMEDY);
        }
        return List.of();
    }

    private static String damage(CorruptIndexException e) {
        if (e.getCause() instanceof NoSuchFileException missing) {
            return missing.getFile() + ": is missing; " + REMEDY;
        }
        var path = PATH.matcher(e.getResourceDescription());
        return (path.find() ? path.group(1) : e.getResourceDescription()) + ": is damaged; " + REMEDY;
    }

    private List<String> disagreements(FSDirectory directory) throws IOException {
        var found = new ArrayList<String>();
        try (var reader = DirectoryReader.open(directory)) {
            var written = reader.getIndexCommit().getUserData().get(CommitData.SCHEMA);
            if (!schema.fingerprint().equals(written)) {
                found.add(directory.getDirectory() + ": written by another version; run `precedent reindex`");
                return found;
            }
            for (var leaf : reader.leaves()) {
                SegmentCheck.of(leaf.reader(), leaf.ord, reader).forEach(found::add);
            }
        }
        return found;
    }
}
