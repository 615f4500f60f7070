package org.precedent.document;

import java.time.Duration;

/**
 * Limits for one file. Determinations have 1 to 10 pages and some ten thousand characters; the limits are two orders of magnitude higher.
 *
 * @param fileBytes maximum size of a file, or of an unpacked archive entry, in bytes
 * @param pages maximum number of pages of a PDF
 * @param time maximum time for extracting the text of one file, not counting OCR
 * @param archive limits for archives
 * @param followsLinks whether symbolic links may lead out of the input folder
 */
public record Limits(long fileBytes, int pages, Duration time, ArchiveLimits archive, boolean followsLinks) {
    /**
     * 64 MB, 1,000 pages, 30 seconds; no links out of the input folder.
     */
    public static final Limits DEFAULT = new Limits(64L << 20, 1000, Duration.ofSeconds(30), ArchiveLimits.DEFAULT);

    public Limits {
        if (fileBytes < 1 || pages < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "limits: expected positive values, got " + fileBytes + " bytes, " + pages + " pages, " + time);
        }
    }

    /**
     * Creates limits that do not allow symbolic links out of the input folder.
     */
    public Limits(long fileBytes, int pages, Duration time, ArchiveLimits archive) {
        this(fileBytes, pages, time, archive, false);
    }

    public Limits with(int otherPages, Duration otherTime) {
        return new Limits(fileBytes, otherPages, otherTime, archive, followsLinks);
    }

    /**
     * Returns a copy that allows symbolic links to lead anywhere.
     */
    public Limits followingLinks() {
        return new Limits(fileBytes, pages, time, archive, true);
    }

    /**
     * Limits for one archive.
     *
     * @param depth maximum nesting of archives; 1 means no archives inside the archive
     * @param entries maximum number of files, including those in nested archives
     * @param bytes maximum total size of all unpacked entries
     * @param ratio maximum compression ratio of one entry, checked after its first megabyte
     */
    public record ArchiveLimits(int depth, int entries, long bytes, int ratio) {
        /**
         * 3 levels, 2,000,000 entries, 200 GB, ratio 200 to 1: enough for a million determinations, but not for a zip bomb.
         */
        public static final ArchiveLimits DEFAULT = new ArchiveLimits(3, 2_000_000, 200L << 30, 200);
    }
}
