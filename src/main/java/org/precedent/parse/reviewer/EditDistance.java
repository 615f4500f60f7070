package org.precedent.parse.reviewer;

/**
 * Edit distance of two spellings.
 */
final class EditDistance {
    private EditDistance() {}

    /**
     * Characters to put in, take out or change to come from one word to the other; {@code most + 1} when there are more.
     */
    static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        var before = new int[b.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return Math.min(before[b.length()], most + 1);
    }
}
