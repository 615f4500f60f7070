package org.precedent.lucene.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NoLockFactory;

/**
 * Verifies every file of a generation's last commit against the checksum at its end. Needs no codec, so it also works on an index of
 * another version.
 */
public final class FileChecksums {
    private static final String REMEDY = "restore a backup, or remove the folder and ingest again";

    /** Extracts the file path from the description of a Lucene input. */
    private static final Pattern PATH = Pattern.compile("path=\"([^\"]+)\"");

    private final Path folder;
    private final ReadRateLimit pace;
    private final List<String> damaged = new ArrayList<>();

    private FileChecksums(Path folder, ReadRateLimit pace) {
        this.folder = folder;
        this.pace = pace;
    }

    /**
     * Returns the damaged files.
     *
     * @param folder of the generation, as it should appear in messages
     * @return problems and how to fix them, one sentence each; empty when every file is intact
     */
    public static List<String> damage(Path folder, ReadRateLimit pace) {
        var check = new FileChecksums(folder, pace);
        try (var directory = FSDirectory.open(folder, NoLockFactory.INSTANCE)) {
            for (var name : check.files(directory)) {
                check.file(directory, name);
            }
        } catch (IOException | RuntimeException e) {
            check.damaged.add(folder + ": cannot be read (" + e.getMessage() + "); " + REMEDY);
        }
        return check.damaged;
    }

    /**
     * Returns the exception to throw when a generation cannot be opened: the damage, if that is the cause, otherwise the failure itself.
     */
    public static RuntimeException explain(Path folder, Exception failure) {
        var damage = damage(folder, ReadRateLimit.UNLIMITED);
        if (!damage.isEmpty()) {
            return new IndexDamagedException(damage.getFirst());
        }
        return switch (failure) {
            case RuntimeException e -> e;
            case IOException e -> new java.io.UncheckedIOException(e);
            default -> new IllegalStateException(failure);
        };
    }

    private void file(FSDirectory directory, String name) {
        try (var in = pace.paced(directory.openInput(name, IOContext.READONCE))) {
            CodecUtil.checksumEntireFile(in);
        } catch (NoSuchFileException | FileNotFoundException e) {
            damaged.add(folder.resolve(name) + ": is missing; " + REMEDY);
        } catch (IOException e) {
            damaged.add(folder.resolve(name) + ": is damaged; " + REMEDY);
        }
    }

    private Collection<String> files(FSDirectory directory) {
        try {
            return new TreeSet<>(SegmentInfos.readLatestCommit(directory).files(true));
        } catch (CorruptIndexException e) {
            damaged.add(describe(e));
        } catch (IOException | RuntimeException e) {
            damaged.add(folder + ": cannot be read (" + e.getMessage() + "); " + REMEDY);
        }
        return List.of();
    }

    private String describe(CorruptIndexException e) {
        if (e.getCause() instanceof NoSuchFileException missing) {
            return named(missing.getFile()) + ": is missing; " + REMEDY;
        }
        var path = PATH.matcher(e.getResourceDescription());
        return (path.find() ? named(path.group(1)) : e.getResourceDescription()) + ": is damaged; " + REMEDY;
    }

    // Lucene reports real paths; the user knows the folder by the name given
    private Path named(String path) {
        return folder.resolve(Path.of(path).getFileName().toString());
    }
}
