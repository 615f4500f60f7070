package org.precedent.document.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.precedent.document.Extracted.rejected;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.precedent.document.BoundedInput;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Rejected;
import org.precedent.document.Limits;
import org.precedent.document.Limits.ArchiveLimits;
import org.precedent.document.source.Source.Found;
import org.precedent.document.source.Source.Kind;
import org.precedent.document.source.Source.Refused;

/**
 * Walks a ZIP archive within limits. An archive on disk is read through its central directory; an archive without a readable central
 * directory, or inside another archive, is read as a stream. No entry is unpacked to disk, so entry names are harmless. If an archive is
 * truncated or exceeds a limit, the documents before that point are kept and the rest is rejected.
 */
final class ZipSource {
    /** Number of bytes up to which any compression ratio is accepted. */
    private static final long UNCHECKED_BYTES = 1 << 20;

    private final ArchiveLimits bounds;
    private final Limits limits;
    private final Consumer<Source> visitor;
    private int entries;
    private long bytes;

    private ZipSource(Limits limits, Consumer<Source> visitor) {
        this.bounds = limits.archive();
        this.limits = limits;
        this.visitor = visitor;
    }

    /**
     * Passes every entry of an archive on disk to the visitor.
     */
    static void walk(Path file, Place place, Limits limits, Consumer<Source> visitor) throws IOException {
        new ZipSource(limits, visitor).walkFile(file, place);
    }

    /**
     * Passes every entry of an archive in memory to the visitor.
     */
    static void walk(byte[] archive, Place place, Limits limits, Consumer<Source> visitor) {
        new ZipSource(limits, visitor).walkBytes(archive, place, 1);
    }

    private void walkFile(Path file, Place place) throws IOException {
        try (var zip = new ZipFile(file.toFile(), ISO_8859_1)) {
            walk(zip, new ZipNames(file), place, 1);
        } catch (ZipException | IllegalArgumentException e) {
            // no readable central directory: entries before the damage can still be read
            try (var in = Files.newInputStream(file)) {
                walkStream(in, place, 1);
            }
        }
    }

    private void walk(ZipFile zip, ZipNames names, Place place, int depth) throws IOException {
        long packed = 0;
        var all = zip.entries();
        if (!all.hasMoreElements()) {
            reportRefused(place, empty());
        }
        try (names) {
            while (all.hasMoreElements()) {
                var entry = all.nextElement();
                var name = names.next(entry.getName());
                packed += Math.max(0, entry.getCompressedSize());
                if (!entry.isDirectory()) {
                    try (var in = zip.getInputStream(entry)) {
                        entry(in, entry::getCompressedSize, place.inside(name, place.position() + packed), name, depth);
                    }
                }
            }
        } catch (LimitExceeded e) {
            reportRefused(place, e.why);
        } catch (IOException | IllegalArgumentException e) {
            reportRefused(place, broken(e));
        }
    }

    private void walkBytes(byte[] archive, Place place, int depth) {
        int start = ZipDirectory.start(archive);
        walkStream(new ByteArrayInputStream(archive, start, archive.length - start), place, depth);
    }

    private void walkStream(InputStream in, Place place, int depth) {
        var packed = new BoundedInput(in, Long.MAX_VALUE);
        int before = entries;
        try (var zip = new ZipInputStream(packed, ISO_8859_1)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    long start = packed.count();
                    // entries of a nested archive do not advance the position on disk
                    var name = ZipNames.decode(entry.getName());
                    var at = place.inside(name, place.position() + (depth == 1 ? start : 0));
                    entry(zip, () -> packed.count() - start, at, name, depth);
                }
            }
            if (entries == before) {
                reportRefused(place, empty());
            }
        } catch (LimitExceeded e) {
            reportRefused(place, e.why);
        } catch (IOException | IllegalArgumentException e) {
            reportRefused(place, broken(e));
        }
    }

    /** Counts the compressed bytes of an entry read so far. */
    private interface Packed {
        long bytes();
    }

    private void entry(InputStream in, Packed packed, Place at, String name, int depth) throws IOException {
        entries++;
        if (entries > bounds.entries()) {
            throw new LimitExceeded(limit("has more than " + bounds.entries() + " entries"));
        }
        var content = content(in, packed);
        if (isIgnored(name)) {
            return;
        }
        if (content.isEmpty()) {
            reportRefused(at, tooLarge());
        } else {
            show(content.get(), at, depth);
        }
    }

    private void show(byte[] content, Place at, int depth) throws IOException {
        if (JsonLines.hasExtension(at.name())) {
            JsonLines.walk(new ByteArrayInputStream(content), at, limits, moved(at));
            return;
        }
        switch (FileKind.of(content).family()) {
            case ARCHIVE -> {
                if (depth >= bounds.depth()) {
                    reportRefused(at, limit("lies more than " + bounds.depth() + " archives deep"));
                } else {
                    walkBytes(content, at, depth + 1);
                }
            }
            case MAIL -> MailSource.walk(content, at, limits, moved(at));
            case PDF, OFFICE, HTML, TEXT, OTHER ->
                visitor.accept(
                        new Found(at.path(), at.name(), at.position(), Kind.DOCUMENT, content.length, () -> content));
        }
    }

    /**
     * Returns a visitor that reports documents inside an entry with the position of the entry on disk.
     */
    private Consumer<Source> moved(Place at) {
        return source -> visitor.accept(
                switch (source) {
                    case Found r -> new Found(r.path(), r.name(), at.position(), r.kind(), r.size(), r.content());
                    case Refused r -> new Refused(r.path(), r.name(), at.position(), r.why());
                });
    }

    /**
     * Reads the content of the entry; empty if it exceeds the size limit for a file.
     */
    private Optional<byte[]> content(InputStream in, Packed packed) throws IOException {
        var content = new ByteArrayOutputStream();
        var buffer = new byte[1 << 14];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
            bytes += n;
            check(size, packed.bytes());
            if (size <= limits.fileBytes()) {
                content.write(buffer, 0, n);
            }
        }
        return size > limits.fileBytes() ? Optional.empty() : Optional.of(content.toByteArray());
    }

    private void check(long size, long packed) throws LimitExceeded {
        if (size > UNCHECKED_BYTES && size / bounds.ratio() > packed) {
            throw new LimitExceeded(
                    limit("has an entry that unpacks to more than " + bounds.ratio() + " times its size"));
        }
        if (bytes > bounds.bytes()) {
            throw new LimitExceeded(limit("unpacks to more than " + bounds.bytes() + " bytes"));
        }
    }

    private static boolean isIgnored(String entry) {
        var name = entry.substring(entry.lastIndexOf('/') + 1);
        return name.startsWith(".") || entry.startsWith("__MACOSX/");
    }

    private void reportRefused(Place at, Rejected why) {
        visitor.accept(new Refused(at.path(), at.name(), at.position(), why));
    }

    private static Rejected empty() {
        return rejected(Reason.EMPTY, "archive is empty or damaged: expected determinations; download it again");
    }

    private static Rejected limit(String found) {
        return rejected(
                Reason.ARCHIVE_LIMIT,
                "archive " + found + ", the rest was not read: expected determinations; unpack it yourself");
    }

    private Rejected tooLarge() {
        return rejected(
                Reason.TOO_LARGE,
                "unpacks to more than " + limits.fileBytes()
                        + " bytes: expected a determination, which has about 40,000");
    }

    private static Rejected broken(Exception e) {
        var message = String.valueOf(e.getMessage());
        if (e instanceof ZipException && message.contains("encrypted")) {
            return rejected(
                    Reason.PASSWORD,
                    "archive needs a password, the rest was not read: expected none; unpack it yourself");
        }
        if (e instanceof ZipException
                && (message.contains("EXT descriptor") || message.contains("compression method"))) {
            return rejected(
                    Reason.ARCHIVE_LIMIT,
                    "archive uses an unsupported compression method (" + message
                            + "), the rest was not read; unpack it yourself");
        }
        var found = e instanceof EOFException ? "it ends in mid-entry" : message;
        return rejected(Reason.DAMAGED, "archive is damaged (" + found + "), the rest was not read: download it again");
    }

    /**
     * Thrown when a limit of the outermost archive is exceeded, possibly by an archive nested in it.
     */
    private static final class LimitExceeded extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Rejected why;

        LimitExceeded(Rejected why) {
            super(why.message());
            this.why = why;
        }
    }
}
