package org.precedent.lucene.maintenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NoLockFactory;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.IndexDamagedException;

/**
 * The folder of one generation of a replica. Each file is written under a temporary name, synced to disk, verified against its checksum and
 * then renamed, so a file under its final name is always complete.
 */
final class ReplicaFolder implements AutoCloseable {
    /** A name prefix rather than a suffix: Lucene treats any file whose name starts with {@code segments_} as a commit. */
    private static final String PART = "part.";

    /** Bytes that include the header of any Lucene file, which contains the random id of its segment. */
    private static final int HEADER = 128;

    private final Path folder;
    private final FSDirectory directory;

    ReplicaFolder(Path folder) throws IOException {
        this.folder = folder;
        this.directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
    }

    FSDirectory directory() {
        return directory;
    }

    boolean has(String name) throws IOException {
        return Arrays.asList(directory.listAll()).contains(name);
    }

    /**
     * Whether the folder already has the same file: same length, same header (with the segment id), same checksum. Reads only the beginning
     * and the end.
     */
    boolean isIdentical(String name, IndexInput original) throws IOException {
        if (!has(name) || directory.fileLength(name) != original.length()) {
            return false;
        }
        try (var here = directory.openInput(name, IOContext.READONCE)) {
            int header = (int) Math.min(HEADER, original.length());
            int footer = (int) Math.min(CodecUtil.footerLength(), original.length());
            return Arrays.equals(bytes(here, 0, header), bytes(original, 0, header))
                    && Arrays.equals(
                            bytes(here, here.length() - footer, footer),
                            bytes(original, original.length() - footer, footer));
        }
    }

    private static byte[] bytes(IndexInput input, long from, int count) throws IOException {
        var bytes = new byte[count];
        var reading = input.clone();
        reading.seek(from);
        reading.readBytes(bytes, 0, count);
        return bytes;
    }

    /**
     * Copies a file, replacing any existing one.
     *
     * @param source folder of the original, for error messages
     * @throws IndexDamagedException when the original does not match its checksum
     */
    void copy(String name, IndexInput original, Path source) throws IOException {
        var part = PART + name;
        delete(List.of(part));
        try (var out = directory.createOutput(part, IOContext.DEFAULT)) {
            var reading = original.clone();
            reading.seek(0);
            out.copyBytes(reading, original.length());
        }
        directory.sync(List.of(part));
        if (!isIntact(part)) {
            throw damage(name, original, source);
        }
        directory.rename(part, name);
    }

    private boolean isIntact(String name) throws IOException {
        try (var in = directory.openInput(name, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(in);
            return true;
        } catch (CorruptIndexException e) {
            return false;
        }
    }

    private RuntimeException damage(String name, IndexInput original, Path source) throws IOException {
        try {
            CodecUtil.checksumEntireFile(original);
        } catch (CorruptIndexException e) {
            return FileChecksums.explain(source, e);
        }
        return new IndexDamagedException(folder.resolve(name)
                + ": was read back differently from what was written; check that disk, then run `precedent replicate`"
                + " again");
    }

    /** Syncs the folder's directory entries to disk. */
    void sync() throws IOException {
        directory.syncMetaData();
    }

    /** Deletes all files except these. */
    void retainOnly(Set<String> names) throws IOException {
        delete(Arrays.stream(directory.listAll())
                .filter(name -> !names.contains(name))
                .toList());
    }

    /** Deletes partial files left by an interrupted copy. */
    void removeParts() throws IOException {
        delete(Arrays.stream(directory.listAll())
                .filter(name -> name.startsWith(PART))
                .toList());
    }

    private void delete(Collection<String> names) throws IOException {
        for (var name : names) {
            if (has(name)) {
                directory.deleteFile(name);
            }
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
