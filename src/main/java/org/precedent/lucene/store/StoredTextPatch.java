package org.precedent.lucene.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * What makes one text of another that has the same words, but other blanks, line ends and hyphens at line ends. Kept instead
 * of the second text, it takes a few bytes a line.
 *
 * @param all in their order
 */
record StoredTextPatch(List<Edit> all) {
    /**
     * One difference.
     *
     * @param copied characters that are the same, since the edit before
     * @param dropped characters of the first text left out
     * @param inserted what stands in their place
     */
    record Edit(int copied, int dropped, String inserted) {}

    /**
     * What makes {@code to} of {@code from}; empty when they differ in more than blanks and hyphens.
     */
    static Optional<StoredTextPatch> between(String from, String to) {
        var edits = new ArrayList<Edit>();
        int at = 0;
        int other = 0;
        while (true) {
            int copied = same(from, at, to, other);
            at += copied;
            other += copied;
            if (at == from.length() && other == to.length()) {
                return Optional.of(new StoredTextPatch(List.copyOf(edits)));
            }
            int dropped = gap(from, at);
            int inserted = gap(to, other);
            if (dropped + inserted == 0) {
                return Optional.empty();
            }
            edits.add(new Edit(copied, dropped, to.substring(other, other + inserted)));
            at += dropped;
            other += inserted;
        }
    }

    private static int same(String one, int at, String two, int other) {
        int most = Math.min(one.length() - at, two.length() - other);
        int same = 0;
        while (same < most && one.charAt(at + same) == two.charAt(other + same)) {
            same++;
        }
        return same;
    }

    /** Length of the blanks that begin here, with a hyphen before them if it stands here. */
    private static int gap(String text, int from) {
        int at = from;
        if (at + 1 < text.length() && text.charAt(at) == '-' && isBlank(text.charAt(at + 1))) {
            at++;
        }
        return afterBlanks(text, at, text.length()) - from;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || (c > '~' && (c == '\u00a0' || Character.isWhitespace(c)));
    }

    /** The part of a text with one blank for every run of blanks, and none at its ends. */
    static String folded(String text, int start, int end) {
        var folded = new StringBuilder(end - start);
        int at = afterBlanks(text, start, end);
        while (at < end) {
            int run = at;
            while (run < end && !isBlank(text.charAt(run))) {
                run++;
            }
            folded.append(text, at, run);
            at = afterBlanks(text, run, end);
            if (at < end) {
                folded.append(' ');
            }
        }
        return folded.toString();
    }

    private static int afterBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    String apply(String from) {
        var to = new StringBuilder(from.length() + 2 * all.size());
        int at = 0;
        for (var edit : all) {
            to.append(from, at, at + edit.copied()).append(edit.inserted());
            at += edit.copied() + edit.dropped();
        }
        return to.append(from, at, from.length()).toString();
    }

    void write(DataOutput out) throws IOException {
        out.writeVInt(all.size());
        for (var edit : all) {
            out.writeVInt(edit.copied());
            out.writeVInt(edit.dropped());
            out.writeString(edit.inserted());
        }
    }

    static StoredTextPatch read(DataInput in) throws IOException {
        int size = in.readVInt();
        var edits = new ArrayList<Edit>(size);
        for (int i = 0; i < size; i++) {
            edits.add(new Edit(in.readVInt(), in.readVInt(), in.readString()));
        }
        return new StoredTextPatch(edits);
    }
}
