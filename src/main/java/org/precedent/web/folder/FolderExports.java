package org.precedent.web.folder;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.precedent.saved.Folder;
import org.precedent.web.export.DownloadNames;
import org.precedent.web.export.Export;
import org.precedent.web.export.Exports;
import org.precedent.web.export.ServerOrigin;
import org.precedent.web.search.RouteContext;

/**
 * Exports the issues of a folder or tray in the same formats as a search result. Notes are not exported.
 */
final class FolderExports {
    private static final int WORDS = 48;

    private final RouteContext parts;
    private final List<Export> formats;

    FolderExports(RouteContext parts) {
        this.parts = parts;
        this.formats = Exports.formats(parts.engine());
    }

    /** Calls the consumer with each format and its file extension, such as {@code .csv}. */
    void forEach(BiConsumer<String, Export> route) {
        formats.forEach(format -> route.accept("." + format.fileExtension(), format));
    }

    /** Sends the issues of a folder in the given format. */
    void send(Context ctx, Folder folder, Export format) {
        var form = Exports.requested(ctx, format);
        var hits = parts.run(() -> FolderContents.read(parts.engine(), folder).hits());
        ctx.contentType(format.mediaType());
        ctx.header("Content-Disposition", DownloadNames.attachment(name(folder, format)));
        ctx.header("X-Robots-Tag", "noindex");
        try {
            if (ctx.method().equals(HandlerType.HEAD)) {
                // a workbook contains its creation time, so HEAD cannot state the length of what GET sends
                ctx.res().flushBuffer();
                return;
            }
            form.write(hits::forEach, ServerOrigin.urlsForFiles(ctx), ctx.outputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Folder folder, Export format) {
        var today = LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
        var words = folder.cover().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var cut = words.substring(0, Math.min(WORDS, words.length())).replaceAll("^-|-$", "");
        return "precedent-" + today + (cut.isEmpty() ? "-tray" : "-" + cut) + "." + format.fileExtension();
    }
}
