package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.precedent.lucene.schema.IndexField;
import org.precedent.search.facet.Facet;

/**
 * The month of the decision of each issue of a segment. Read on first use, since only tables by month need it.
 */
public final class MonthColumn implements CodedColumn {
    private static final int MONTHS = 12;
    /** Sorts after every month, as does its label. */
    private static final int UNDATED = Integer.MAX_VALUE;

    private final List<String> values;
    private final PackedInts codes;
    private final int[][] combinations;

    private MonthColumn(List<String> values, PackedInts codes) {
        this.values = List.copyOf(values);
        this.codes = codes;
        this.combinations = new int[values.size()][];
        for (int i = 0; i < combinations.length; i++) {
            combinations[i] = new int[] {i};
        }
    }

    static MonthColumn read(LeafReader reader, SegmentColumns columns) throws IOException {
        var days = DocValues.getNumeric(reader, IndexField.DECIDED.key());
        var months = new int[reader.maxDoc()];
        var ofMonth = new TreeMap<Integer, Integer>();
        int first = 0;
        for (int letter = BlockBits.next(columns.letters(), 0); letter != BlockBits.NONE; ) {
            int month = days.advanceExact(letter) ? month(days.longValue()) : UNDATED;
            ofMonth.put(month, 0);
            java.util.Arrays.fill(months, first, letter + 1, month);
            first = letter + 1;
            letter = BlockBits.next(columns.letters(), first);
        }
        var values = new ArrayList<String>();
        for (var entry : ofMonth.entrySet()) {
            entry.setValue(values.size());
            values.add(name(entry.getKey()));
        }
        for (int doc = 0; doc < months.length; doc++) {
            months[doc] = ofMonth.getOrDefault(months[doc], 0);
        }
        return new MonthColumn(values, PackedInts.of(months, Math.max(1, values.size())));
    }

    private static int month(long epochDay) {
        var day = LocalDate.ofEpochDay(epochDay);
        return day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    private static String name(int month) {
        return month == UNDATED
                ? Facet.NOT_STATED
                : YearMonth.of(Math.floorDiv(month, MONTHS), Math.floorMod(month, MONTHS) + 1)
                        .toString();
    }

    @Override
    public List<String> values() {
        return values;
    }

    @Override
    public void codes(int[] docs, int count, int... into) {
        codes.get(docs, count, into);
    }

    @Override
    public int[][] combinations() {
        return combinations;
    }
}
