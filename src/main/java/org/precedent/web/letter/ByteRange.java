package org.precedent.web.letter;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for (RFC 9110, 14.2). Of several ranges, or one in another unit, the whole file is sent,
 * as the standard allows.
 *
 * @param from first byte, zero-based
 * @param length bytes; 0 where the file ends before {@code from}
 */
record ByteRange(long from, long length) {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * The range that a header names in a file of some size.
     *
     * @return empty where the whole file is to be sent
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

    /** What the answer says of it: {@code bytes 0-4/31}. */
    String header(long size) {
        return length == 0 ? "bytes */" + size : "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
