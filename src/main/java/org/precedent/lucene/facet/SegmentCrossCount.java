package org.precedent.lucene.facet;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.determination.Decision;
import org.precedent.lucene.snapshot.CodedColumn;
import org.precedent.lucene.snapshot.SegmentColumns;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Facet;

/**
 * Cross-counts the issues of one segment by the values of two columns and by decision, in one pass over the hits. Issues are counted
 * by their pair of value-set ids, and the pairs are spread over their values at the end; a determination whose issues have different
 * pairs is counted value by value, so that it counts once in each cell. Not thread-safe.
 */
final class SegmentCrossCount {
    /** Numbers per cell: issues by decision, then determinations. */
    private static final int WIDTH = 4;

    private static final int UPHELD = 0;
    private static final int OVERTURNED = 1;
    private static final int PARTLY_OVERTURNED = 2;
    private static final int LETTERS = 3;

    /** More pairs of value sets than this would cost more to keep than to spread each issue at once. */
    private static final int MANY_PAIRS = 1 << 18;

    private final CodedColumn first;
    private final CodedColumn second;
    private final int width;
    private final boolean byPair;
    private final int[] pairs;
    private final int[] cells;
    private final int[] lastLetter;

    private int letter;
    private int size;
    private int[] firstCodes = new int[16];
    private int[] secondCodes = new int[16];
    private int[] decisions = new int[16];

    SegmentCrossCount(CodedColumn first, CodedColumn second) {
        this.first = first;
        this.second = second;
        this.width = second.values().size();
        long sets = (long) first.combinations().length * second.combinations().length;
        this.byPair = sets <= MANY_PAIRS;
        this.pairs = new int[byPair ? (int) sets * WIDTH : 0];
        int count = Math.multiplyExact(first.values().size(), width);
        this.cells = new int[Math.multiplyExact(count, WIDTH)];
        this.lastLetter = new int[count];
        Arrays.fill(lastLetter, -1);
    }

    /** Where a decision is counted. */
    static int place(Decision decision) {
        return switch (decision) {
            case UPHELD -> UPHELD;
            case OVERTURNED -> OVERTURNED;
            case PARTLY_OVERTURNED -> PARTLY_OVERTURNED;
        };
    }

    /**
     * Counts hits.
     *
     * @param decisionOf a decision's place by the id of the value set of {@link Facet#DECISION}
     */
    void count(FixedBitSet hits, SegmentColumns columns, int... decisionOf) {
        var decided = columns.facet(Facet.DECISION);
        var words = hits.getBits();
        int used = FixedBitSet.bits2words(hits.length());
        letter = -1;
        for (int i = 0; i < used; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                int doc = (i << 6) + Long.numberOfTrailingZeros(word);
                if (doc > letter) {
                    closeLetter();
                    letter = columns.letterOf(doc);
                }
                add(first.code(doc), second.code(doc), decisionOf[decided.code(doc)]);
            }
        }
        closeLetter();
        spreadPairs();
    }

    private void add(int firstCode, int secondCode, int decision) {
        if (size == decisions.length) {
            firstCodes = Arrays.copyOf(firstCodes, 2 * size);
            secondCodes = Arrays.copyOf(secondCodes, 2 * size);
            decisions = Arrays.copyOf(decisions, 2 * size);
        }
        firstCodes[size] = firstCode;
        secondCodes[size] = secondCode;
        decisions[size++] = decision;
    }

    private void closeLetter() {
        if (byPair && isOnePair()) {
            if (size > 0) {
                int pair = pair(0) * WIDTH;
                for (int i = 0; i < size; i++) {
                    pairs[pair + decisions[i]]++;
                }
                pairs[pair + LETTERS]++;
            }
        } else {
            for (int i = 0; i < size; i++) {
                spread(firstCodes[i], secondCodes[i], decisions[i]);
            }
        }
        size = 0;
    }

    private boolean isOnePair() {
        for (int i = 1; i < size; i++) {
            if (firstCodes[i] != firstCodes[0] || secondCodes[i] != secondCodes[0]) {
                return false;
            }
        }
        return true;
    }

    private int pair(int i) {
        return firstCodes[i] * second.combinations().length + secondCodes[i];
    }

    private void spread(int firstCode, int secondCode, int decision) {
        for (int a : first.combinations()[firstCode]) {
            for (int b : second.combinations()[secondCode]) {
                int cell = a * width + b;
                cells[cell * WIDTH + decision]++;
                if (lastLetter[cell] != letter) {
                    lastLetter[cell] = letter;
                    cells[cell * WIDTH + LETTERS]++;
                }
            }
        }
    }

    private void spreadPairs() {
        int columns = second.combinations().length;
        for (int pair = 0; pair < pairs.length / WIDTH; pair++) {
            if (pairs[pair * WIDTH + LETTERS] > 0) {
                for (int a : first.combinations()[pair / columns]) {
                    for (int b : second.combinations()[pair % columns]) {
                        for (int i = 0; i < WIDTH; i++) {
                            cells[(a * width + b) * WIDTH + i] += pairs[pair * WIDTH + i];
                        }
                    }
                }
            }
        }
    }

    /** The counts of a value of each column, by their indexes. */
    Counts at(int firstValue, int secondValue) {
        int cell = (firstValue * width + secondValue) * WIDTH;
        int overturned = cells[cell + OVERTURNED];
        int partly = cells[cell + PARTLY_OVERTURNED];
        int issues = cells[cell + UPHELD] + overturned + partly;
        return issues == 0 ? Counts.ZERO : new Counts(issues, cells[cell + LETTERS], overturned, partly);
    }
}
