package org.precedent.cli.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.precedent.ingest.FileResult;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestListener.Progress;
import org.precedent.ingest.IngestReport;
import org.precedent.json.Json;

/**
 * Writes the outcome of every file as JSON: {@code {"files":[...],"summary":{...}}}. A regular file appears once it is complete; until then
 * {@code FILE.part} holds the results so far, even if the run is killed. A symbolic link, device or pipe is written to directly. A run that
 * fails writes {@code "failure":"..."} instead of the summary.
 */
public final class ReportFile implements IngestListener, AutoCloseable {
    /** Maximum number of symbolic links to follow, as in operating systems; a longer chain is assumed to be a cycle. */
    private static final int MAX_LINKS = 40;

    private final Path file;
    private final Optional<Path> part;
    private final BufferedWriter out;
    private final IngestListener next;
    private boolean first = true;

    private ReportFile(Path file, Optional<Path> part, BufferedWriter out, IngestListener next) {
        this.file = file;
        this.part = part;
        this.out = out;
        this.next = next;
    }

    /**
     * Opens a report.
     *
     * @param next listener that also receives all events
     */
    public static ReportFile open(Path file, IngestListener next) throws IOException {
        var target = target(file);
        var part = isWrittenThrough(file)
                ? Optional.<Path>empty()
                : Optional.of(target.resolveSibling(target.getFileName() + ".part"));
        var out = part.isPresent()
                ? Files.newBufferedWriter(part.get())
                : Files.newBufferedWriter(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        out.write("{\"files\":[");
        return new ReportFile(target, part, out, next);
    }

    /**
     * Whether the file is written to directly. Includes standard output redirected to a file, which must not be replaced while others write
     * to it.
     */
    private static boolean isWrittenThrough(Path file) {
        boolean isOfSystem = file.toAbsolutePath().normalize().startsWith("/dev")
                || file.toAbsolutePath().normalize().startsWith("/proc");
        return Files.exists(file) && !Files.isDirectory(file) && (isOfSystem || !Files.isRegularFile(file));
    }

    /** Resolves symbolic links; the target need not exist. */
    private static Path target(Path file) throws IOException {
        if (isWrittenThrough(file)) {
            return file;
        }
        var target = file;
        for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(target); i++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    @Override
    public void progress(Progress progress) {
        next.progress(progress);
    }

    @Override
    public void fileCompleted(FileResult result) {
        next.fileCompleted(result);
        try {
            out.write(first ? "\n" : ",\n");
            out.write(Json.write(result.json()));
            out.flush();
            first = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the report with the summary.
     */
    public void end(IngestReport report) throws IOException {
        finish("summary", report.json());
    }

    /**
     * Ends the report of a failed run; it contains the results so far.
     *
     * @param why reason in words
     */
    public void fail(String why) throws IOException {
        finish("failure", why);
    }

    private void finish(String name, Object value) throws IOException {
        out.write("\n],\"" + name + "\":" + Json.write(value) + "}\n");
        out.close();
        if (part.isPresent()) {
            try (var written = FileChannel.open(part.get(), StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part.get(), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (part.isPresent()) {
            Files.deleteIfExists(part.get());
        }
    }
}
