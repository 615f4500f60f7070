package org.precedent.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.precedent.json.Json;
import org.precedent.search.LetterHit;

/**
 * Exports a result as JSON Lines: one object per determination, with all of its issues.
 *
 * @param records reads the records
 */
record JsonLinesExport(FullRecords records) implements Export {
    @Override
    public String fileExtension() {
        return "ndjson";
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson; charset=utf-8";
    }

    @Override
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out)
            throws IOException {
        try {
            letters.accept(letter -> line(letter, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void line(LetterHit letter, OutputStream out) {
        try {
            out.write(Json.writeBytes(records.read(letter)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
