package org.precedent.cli.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.precedent.ingest.FileResult;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestReport;
import org.precedent.ingest.Progress;
import org.precedent.json.Json;

/**
 * Writes what became of every file as JSON: {@code {"files":[...],"summary":{...}}}. The file appears when it is whole; until
 * then {@code FILE.part} tells what is settled, even when the run is killed.
 */
public final class ReportFile implements IngestListener, AutoCloseable {
    private final Path file;
    private final Path part;
    private final BufferedWriter out;
    private final IngestListener next;
    private boolean first = true;

    private ReportFile(Path file, Path part, BufferedWriter out, IngestListener next) {
        this.file = file;
        this.part = part;
        this.out = out;
        this.next = next;
    }

    /**
     * Begins a report.
     *
     * @param next listens too
     */
    public static ReportFile begin(Path file, IngestListener next) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        var out = Files.newBufferedWriter(part);
        out.write("{\"files\":[");
        return new ReportFile(file, part, out, next);
    }

    @Override
    public void progress(Progress progress) {
        next.progress(progress);
    }

    @Override
    public void settled(FileResult result) {
        next.settled(result);
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
     * Ends the report with the sum.
     */
    public void end(IngestReport report) throws IOException {
        out.write("\n],\"summary\":" + Json.write(report.json()) + "}\n");
        out.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
