package org.precedent.lucene.legacy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.DataInput;

/**
 * Differences between two texts of the same words: blanks, line ends and hyphens at line ends.
 *
 * @param all in their order
 */
record LegacyTextPatch(List<Edit> all) {
    /**
     * One difference.
     *
     * @param copied characters that are the same, since the edit before
     * @param dropped characters of the first text left out
     * @param inserted what stands in their place
     */
    record Edit(int copied, int dropped, String inserted) {}

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

    static LegacyTextPatch read(DataInput in) throws IOException {
        int size = in.readVInt();
        var edits = new ArrayList<Edit>(size);
        for (int i = 0; i < size; i++) {
            edits.add(new Edit(in.readVInt(), in.readVInt(), in.readString()));
        }
        return new LegacyTextPatch(edits);
    }
}
