package org.precedent.document;

import java.time.Duration;

/**
 * Limits for one file. Determinations have 1 to 10 pages and some ten thousand characters; the limits are two orders of magnitude higher.
 *
 * @param fileBytes size of a file or of an archive's entry when unpacked
 * @param pages pages of a PDF
 * @param time for extracting one file, not counting text recognition
 * @param archive bounds on archives
 * @param followsLinks whether symbolic links may lead out of the folder that is read
 */
public record Limits(long fileBytes, int pages, Duration time, ArchiveLimits archive, boolean followsLinks) {
    /**
     * 64 MB, 1,000 pages, 30 seconds.
     */
    public static final Limits DEFAULT = new Limits(64L << 20, 1000, Duration.ofSeconds(30), ArchiveLimits.DEFAULT);

    public Limits {
        if (fileBytes < 1 || pages < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "limits: expected positive values, got " + fileBytes + " bytes, " + pages + " pages, " + time);
        }
    }

    /**
     * Bounds on files, without links out of the folder.
     */
    public Limits(long fileBytes, int pages, Duration time, ArchiveLimits archive) {
        this(fileBytes, pages, time, archive, false);
    }

    public Limits with(int otherPages, Duration otherTime) {
        return new Limits(fileBytes, otherPages, otherTime, archive, followsLinks);
    }

    /**
     * The same with symbolic links followed wherever they lead.
     */
    public Limits followingLinks() {
        return new Limits(fileBytes, pages, time, archive, true);
    }

    /**
     * Bounds on an archive.
     *
     * @param depth archives within archives; 1 allows none inside
     * @param entries files in an archive, with those of the archives inside
     * @param bytes of all its entries when unpacked
     * @param ratio unpacked to packed size of one entry beyond its first megabyte
     */
    public record ArchiveLimits(int depth, int entries, long bytes, int ratio) {
        /**
         * 3 levels, 2,000,000 entries, 200 GB, 200 to 1: a million letters fit, a bomb does not.
         */
        public static final ArchiveLimits DEFAULT = new ArchiveLimits(3, 2_000_000, 200L << 30, 200);
    }
}
