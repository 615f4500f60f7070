package org.precedent.web.letter;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.search.query.Query;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.search.SearchGateway;

/**
 * {@code /determinations/{id}/original}: the original file, with support for range requests. Because the file is untrusted, a sandbox
 * policy blocks scripts and network access, and only this site may frame it.
 */
public final class OriginalPages implements Routes {
    private static final String SANDBOX =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final SearchGateway gateway;
    private final Originals originals;

    public OriginalPages(SearchGateway gateway, Originals originals) {
        this.gateway = gateway;
        this.originals = originals;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/determinations/{id}/original", this::serve);
    }

    private void serve(Context ctx) {
        RequestParsing.rejectUnknown(ctx, Set.of());
        var id = ctx.pathParam("id");
        var origin = gateway.engine()
                .findLetter(id, new Query.Everything())
                .map(letter -> letter.determination())
                .map(Determination::origin)
                .orElseThrow(() -> Failure.notFound("No determination “" + id + "” is in this index."));
        var file = originals
                .find(origin.sha256())
                .orElseThrow(() ->
                        Failure.notFound("This server does not keep the original file of this" + " determination."));
        send(ctx, origin, file);
    }

    private static void send(Context ctx, Origin origin, Path file) {
        var tag = '"' + origin.sha256() + '"';
        ctx.header("Content-Security-Policy", SANDBOX);
        ctx.header("X-Frame-Options", "SAMEORIGIN");
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        ctx.header("ETag", tag);
        ctx.header("Content-Disposition", inline(fileName(origin.source())));
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        try {
            ctx.contentType(type(file, origin.source()));
            send(ctx, file, tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Context ctx, Path file, String tag) throws IOException {
        long size = Files.size(file);
        ctx.disableCompression();
        ctx.header("Accept-Ranges", "bytes");
        var range = range(ctx, tag, size);
        if (range.isEmpty()) {
            ctx.header("Content-Length", Long.toString(size));
            ctx.result(Files.newInputStream(file));
            return;
        }
        ctx.header("Content-Range", range.get().header(size));
        if (range.get().length() == 0) {
            ctx.status(HttpStatus.RANGE_NOT_SATISFIABLE);
            return;
        }
        ctx.status(HttpStatus.PARTIAL_CONTENT);
        ctx.header("Content-Length", Long.toString(range.get().length()));
        ctx.result(new FilePart(file, range.get()));
    }

    /** The requested range; ignored if the client has another version of the file ({@code If-Range}). */
    private static Optional<ByteRange> range(Context ctx, String tag, long size) {
        var condition = ctx.header("If-Range");
        var header = ctx.header("Range");
        return header == null || (condition != null && !condition.equals(tag))
                ? Optional.empty()
                : ByteRange.of(header, size);
    }

    private static String fileName(String source) {
        return source.substring(source.replace('\\', '/').lastIndexOf('/') + 1);
    }

    /** Value of {@code Content-Disposition} per RFC 6266: an ASCII file name for older clients, and the full name. */
    static String inline(String name) {
        var ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "inline; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    /** Media type of a file. The content decides; the name only distinguishes between text formats and between package formats. */
    private static String type(Path file, String name) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(1024);
        }
        var start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return "application/pdf";
        }
        if (start.startsWith("PK")) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".eml") || lower.endsWith(".mbox")) {
            return "message/rfc822";
        }
        boolean isHtml = lower.endsWith(".html") || lower.endsWith(".htm");
        return isHtml ? "text/html" : "text/plain; charset=utf-8";
    }

    /**
     * Input stream over a range of a file.
     */
    private static final class FilePart extends FilterInputStream {
        private long left;

        FilePart(Path file, ByteRange part) throws IOException {
            super(Channels.newInputStream(FileChannel.open(file).position(part.from())));
            this.left = part.length();
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = super.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }
    }

    /**
     * A byte range requested of a file (RFC 9110, 14.2). A request for several ranges or in another unit gets the whole file, as the
     * standard allows.
     *
     * @param from zero-based offset of the first byte
     * @param length number of bytes; 0 if the file ends before {@code from}
     */
    private record ByteRange(long from, long length) {
        private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

        /**
         * Parses a {@code Range} header.
         *
         * @return the range; empty if the whole file is to be sent
         */
        static Optional<ByteRange> of(String header, long size) {
            var range = RANGE.matcher(header.strip());
            if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
                return Optional.empty();
            }
            if (range.group(1).isEmpty()) {
                long last = Math.min(size, Long.parseLong(range.group(2)));
                return Optional.of(new ByteRange(size - last, last));
            }
            long from = Long.parseLong(range.group(1));
            long end = range.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(range.group(2)) + 1);
            boolean isBackwards = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from;
            return isBackwards ? Optional.empty() : Optional.of(new ByteRange(from, Math.max(0, end - from)));
        }

        /** Value of {@code Content-Range}: {@code bytes 0-4/31}. */
        String header(long size) {
            return length == 0 ? "bytes */" + size : "bytes " + from + "-" + (from + length - 1) + "/" + size;
        }
    }
}
