package org.precedent.lucene.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.precedent.search.facet.Facet;

/**
 * A group of facets of the same level whose values are indexed together. The doc values of an issue contain one term per group: its
 * combination of values in all facets of the group. Facets are grouped if their values depend on each other, so that a segment has few
 * different combinations (thousands, even of a million issues), and reading or counting an issue takes one step per group instead of one
 * per value.
 *
 * <p>A term consists of entries, sorted by facet and value: the position of the facet in the group (one byte), the value in UTF-8, and a
 * byte that UTF-8 does not use. If an issue has more values than fit in one term, it has several terms.
 */
public enum FacetGroup {
    SUBJECT("f.subject", Facet.MODALITY, Facet.REGION, Facet.TREATMENT),
    GROUNDS("f.grounds", Facet.DECISION, Facet.REASON, Facet.SIGNAL),
    GUIDELINE("f.guideline", Facet.GUIDELINE),
    REVIEW("f.review", Facet.SPECIALTY, Facet.YEAR, Facet.OUTCOME),
    CITATION("f.citation", Facet.CITATION),
    ADMINISTRATOR("f.administrator", Facet.ADMINISTRATOR);

    /** The longest term that Lucene accepts, in bytes. */
    private static final int LONGEST_TERM = 32_766;

    private static final byte END = (byte) 0xff;
    private static final Map<Facet, FacetGroup> BY_FACET = new EnumMap<>(Facet.class);

    static {
        for (var group : values()) {
            group.facets.forEach(facet -> BY_FACET.put(facet, group));
        }
    }

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<Facet> facets;

    FacetGroup(String field, Facet... facets) {
        this.field = field;
        this.facets = List.of(facets);
    }

    /** The group that contains a facet; each facet is in exactly one. */
    public static FacetGroup of(Facet facet) {
        return java.util.Objects.requireNonNull(BY_FACET.get(facet));
    }

    /** The field with the doc values. */
    public String field() {
        return field;
    }

    /** The facets, in the order of their positions in a term. */
    public List<Facet> facets() {
        return facets;
    }

    /** Whether the values belong to an issue or to its determination. */
    public Facet.Level level() {
        return facets.getFirst().level();
    }

    /**
     * The terms of an issue: none if it has no values, almost always one, more if the values do not fit.
     *
     * @param values the values of the issue in a facet
     */
    public List<BytesRef> terms(Function<Facet, ? extends Collection<String>> values) {
        var terms = new ArrayList<BytesRef>();
        var term = new BytesRefBuilder();
        for (int position = 0; position < facets.size(); position++) {
            for (var value : new TreeSet<>(values.apply(facets.get(position)))) {
                var bytes = value.getBytes(StandardCharsets.UTF_8);
                if (term.length() > 0 && term.length() + bytes.length + 2 > LONGEST_TERM) {
                    terms.add(term.toBytesRef());
                    term.clear();
                }
                term.append((byte) position);
                term.append(bytes, 0, bytes.length);
                term.append(END);
            }
        }
        if (term.length() > 0) {
            terms.add(term.toBytesRef());
        }
        return terms;
    }

    /**
     * Splits a term into the entries of each facet, which {@link #values} decodes.
     *
     * @return one slice per facet of the group; all share the bytes of the term
     */
    public List<BytesRef> slices(BytesRef term) {
        var slices = new BytesRef[facets.size()];
        int end = term.offset + term.length;
        int at = term.offset;
        for (int position = 0; position < slices.length; position++) {
            int start = at;
            while (at < end && term.bytes[at] == position) {
                at = afterEntry(term.bytes, at);
            }
            slices[position] = new BytesRef(term.bytes, start, at - start);
        }
        return Arrays.asList(slices);
    }

    /** The values in a slice of a term. */
    public static List<String> values(BytesRef slice) {
        var values = new ArrayList<String>();
        int end = slice.offset + slice.length;
        for (int at = slice.offset; at < end; ) {
            int next = afterEntry(slice.bytes, at);
            values.add(new String(slice.bytes, at + 1, next - at - 2, StandardCharsets.UTF_8));
            at = next;
        }
        return values;
    }

    private static int afterEntry(byte[] bytes, int entry) {
        int at = entry + 1;
        while (bytes[at] != END) {
            at++;
        }
        return at + 1;
    }
}
