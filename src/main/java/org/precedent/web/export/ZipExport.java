package org.precedent.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.precedent.json.Json;
import org.precedent.search.LetterHit;

/**
 * Exports a result as a ZIP archive with one JSON file per determination, with all of its issues.
 *
 * @param records reads the records
 */
record ZipExport(FullRecords records) implements Export {
    @Override
    public String fileExtension() {
        return "zip";
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out);
        try {
            letters.accept(letter -> entry(letter, zip));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.finish();
    }

    private void entry(LetterHit letter, ZipOutputStream zip) {
        try {
            // the encoded ID contains no slash, so an entry cannot escape its folder
            var entry = new ZipEntry("determinations/" + AbsoluteUrls.encoded(letter.id()) + ".json");
            entry.setTimeLocal(LocalDateTime.ofInstant(letter.ingested().lastChanged(), ZoneOffset.UTC));
            zip.putNextEntry(entry);
            zip.write(Json.writeBytes(records.read(letter)));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
