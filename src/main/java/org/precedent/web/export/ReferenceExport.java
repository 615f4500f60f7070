package org.precedent.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.precedent.determination.CitationFormats;
import org.precedent.search.LetterHit;

/**
 * Exports a result for reference managers: one entry per determination, with its matching issues in the abstract.
 *
 * @param fileExtension file extension, also used in the URL
 * @param mediaType media type
 * @param entry formats one entry from a citation and the abstract
 */
record ReferenceExport(String fileExtension, String mediaType, BiFunction<CitationFormats, String, String> entry)
        implements Export {
    /** RIS, for reference managers such as Zotero, EndNote and Mendeley. */
    static final ReferenceExport RIS =
            new ReferenceExport("ris", "application/x-research-info-systems; charset=utf-8", CitationFormats::ris);

    /** BibTeX, for LaTeX. */
    static final ReferenceExport BIBTEX =
            new ReferenceExport("bib", "application/x-bibtex; charset=utf-8", CitationFormats::bibtex);

    @Override
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out)
            throws IOException {
        try {
            letters.accept(letter -> {
                var text = entry.apply(ExportRow.formats(letter, addresses), ExportRow.summary(letter));
                write(out, text.getBytes(StandardCharsets.UTF_8));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
