package org.precedent.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk that can run full: a small mounted one if this user may mount, else a limit on the size of files, which a process runs into in
 * the same way.
 */
final class LimitedDisk implements AutoCloseable {
    private static final String SIZE = "8m";
    private static final int ROOM = 160 * 1024;
    private static final int LARGEST_FILE = 96 * 1024;

    private final Path folder;
    private final boolean mounted;
    private boolean full;

    private LimitedDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    static LimitedDisk at(Path folder) throws IOException {
        Files.createDirectory(folder);
        return new LimitedDisk(
                folder, succeeds("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString()));
    }

    /**
     * Whether a disk is mounted; else a full disk is simulated by a file size limit, so small that a process cannot even unpack its
     * native libraries.
     */
    boolean isMounted() {
        return mounted;
    }

    Path folder() {
        return folder;
    }

    /**
     * The command prefix that applies the file size limit; empty if there is none to apply.
     */
    List<String> before() {
        int blocks = LARGEST_FILE / 512;
        return full && !mounted
                ? List.of("sh", "-c", "ulimit -f " + blocks + "; trap '' XFSZ; exec \"$@\"", "sh")
                : List.of();
    }

    /**
     * Fills the disk until almost no space is left.
     */
    void fill() throws IOException {
        full = true;
        if (mounted) {
            fill(folder.resolve("filling"), Files.getFileStore(folder).getUsableSpace() - ROOM);
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = bytes; left > 0; left -= 4096) {
                out.write(new byte[(int) Math.min(left, 4096)]);
            }
        }
    }

    /**
     * Frees the space again.
     */
    void free() throws IOException {
        full = false;
        Files.deleteIfExists(folder.resolve("filling"));
    }

    /**
     * Makes the disk read-only, if this user may remount it.
     *
     * @return whether it is read-only now
     */
    boolean lock() throws IOException {
        return mounted && succeeds("mount", "-o", "remount,ro", folder.toString());
    }

    @Override
    public void close() {
        if (mounted && !succeeds("umount", "--lazy", folder.toString())) {
            throw new IllegalStateException(folder + ": is still mounted");
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command on this machine
        }
    }
}
