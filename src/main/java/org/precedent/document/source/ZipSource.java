package org.precedent.document.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.precedent.document.Extracted.rejected;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
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
 * Reads a ZIP archive as a stream, in one pass and within bounds. Nothing is unpacked to disk, so the names of its entries
 * can do no harm. Where the archive breaks off or a bound is passed, the letters before are kept and the rest is refused.
 */
final class ZipSource {
    /** Below this many bytes an entry may shrink to nothing. */
    private static final long HARMLESS = 1 << 20;

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

    static void walk(InputStream in, Place place, Limits limits, Consumer<Source> visitor) {
        new ZipSource(limits, visitor).walk(in, place, 1);
    }

    private void walk(InputStream in, Place place, int depth) {
        var packed = new BoundedInput(in, Long.MAX_VALUE);
        int before = entries;
        try (var zip = new ZipInputStream(packed, ISO_8859_1)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entry(zip, entry, packed, place, depth);
                }
            }
            if (entries == before) {
                refuse(place, rejected(Reason.EMPTY, "archive is empty or damaged: expected letters; fetch it again"));
            }
        } catch (Exceeded e) {
            refuse(place, e.why);
        } catch (IOException | IllegalArgumentException e) {
            refuse(place, broken(e));
        }
    }

    private void entry(ZipInputStream zip, ZipEntry entry, BoundedInput packed, Place place, int depth)
            throws IOException {
        entries++;
        if (entries > bounds.entries()) {
            throw new Exceeded(limit("has more than " + bounds.entries() + " entries"));
        }
        long start = packed.count();
        var content = content(zip, packed, start);
        // entries of an inner archive do not move the position on disk
        long position = place.position() + (depth == 1 ? packed.count() : 0);
        var at = place.inside(entry.getName(), position);
        if (isPassedOver(entry.getName())) {
            return;
        }
        if (content.isEmpty()) {
            refuse(at, tooLarge());
        } else {
            show(content.get(), at, depth);
        }
    }

    private void show(byte[] content, Place at, int depth) throws IOException {
        if (JsonLines.isNamedSo(at.name())) {
            JsonLines.walk(new ByteArrayInputStream(content), at, limits, moved(at));
        } else if (FileKind.of(content).family() != FileKind.Family.ARCHIVE) {
            visitor.accept(
                    new Found(at.path(), at.name(), at.position(), Kind.DOCUMENT, content.length, () -> content));
        } else if (depth >= bounds.depth()) {
            refuse(at, limit("lies more than " + bounds.depth() + " archives deep"));
        } else {
            walk(new ByteArrayInputStream(content), at, depth + 1);
        }
    }

    /**
     * Lines of an entry all stand where the entry stands on disk.
     */
    private Consumer<Source> moved(Place at) {
        return source -> visitor.accept(
                switch (source) {
                    case Found r -> new Found(r.path(), r.name(), at.position(), r.kind(), r.size(), r.content());
                    case Refused r -> new Refused(r.path(), r.name(), at.position(), r.why());
                });
    }

    /**
     * The entry's bytes; empty when there are more than one file may have.
     */
    private Optional<byte[]> content(ZipInputStream zip, BoundedInput packed, long start) throws IOException {
        var content = new java.io.ByteArrayOutputStream();
        var buffer = new byte[1 << 14];
        long size = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            size += n;
            bytes += n;
            check(size, packed.count() - start);
            if (size <= limits.fileBytes()) {
                content.write(buffer, 0, n);
            }
        }
        return size > limits.fileBytes() ? Optional.empty() : Optional.of(content.toByteArray());
    }

    private void check(long size, long packed) throws Exceeded {
        if (size > HARMLESS && size / bounds.ratio() > packed) {
            throw new Exceeded(limit("has an entry that unpacks to more than " + bounds.ratio() + " times its size"));
        }
        if (bytes > bounds.bytes()) {
            throw new Exceeded(limit("unpacks to more than " + bounds.bytes() + " bytes"));
        }
    }

    private static boolean isPassedOver(String entry) {
        var name = entry.substring(entry.lastIndexOf('/') + 1);
        return name.startsWith(".") || entry.startsWith("__MACOSX/");
    }

    private void refuse(Place at, Rejected why) {
        visitor.accept(new Refused(at.path(), at.name(), at.position(), why));
    }

    private static Rejected limit(String found) {
        return rejected(
                Reason.ARCHIVE_LIMIT,
                "archive " + found + ", the rest was not read: expected letters; unpack it yourself");
    }

    private Rejected tooLarge() {
        return rejected(
                Reason.TOO_LARGE,
                "unpacks to more than " + limits.fileBytes() + " bytes: expected a letter, which has about 40,000");
    }

    private static Rejected broken(Exception e) {
        if (e instanceof ZipException zip && String.valueOf(zip.getMessage()).contains("encrypted")) {
            return rejected(
                    Reason.PASSWORD,
                    "archive needs a password, the rest was not read: expected none; unpack it yourself");
        }
        var found = e instanceof EOFException ? "it ends in mid-entry" : e.getMessage();
        return rejected(Reason.DAMAGED, "archive is damaged (" + found + "), the rest was not read: fetch it again");
    }

    /**
     * A bound of the whole archive is passed, within whatever archive inside it.
     */
    private static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Rejected why;

        Exceeded(Rejected why) {
            super(why.message());
            this.why = why;
        }
    }
}
