package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;

/**
 * The columns of the groups of facets of one segment, each read on first use. Thread-safe; threads that need the same group wait for the one
 * that reads it.
 */
public final class GroupColumns {
    private final FacetPaths paths;
    private final Map<FacetGroup, Slot> slots = new EnumMap<>(FacetGroup.class);

    GroupColumns(FacetPaths paths) {
        this.paths = paths;
        for (var group : FacetGroup.values()) {
            slots.put(group, new Slot());
        }
    }

    /** The column of a group, once it is known. */
    private static final class Slot {
        private volatile @Nullable GroupColumn column;
    }

    /**
     * Returns the column of a group.
     *
     * @param reader of the segment, open
     */
    GroupColumn get(FacetGroup group, LeafReader reader) {
        var slot = Objects.requireNonNull(slots.get(group));
        var known = slot.column;
        if (known != null) {
            return known;
        }
        synchronized (slot) {
            var column = slot.column;
            if (column == null) {
                column = read(group, reader);
                slot.column = column;
            }
            return column;
        }
    }

    private GroupColumn read(FacetGroup group, LeafReader reader) {
        try {
            return GroupColumn.read(reader, group, paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the groups that every search counts, in parallel, since half of all documents may be in one segment. */
    void readAhead(LeafReader reader) {
        var counted = Facet.counted(Set.of());
        Arrays.stream(FacetGroup.values())
                .filter(group -> group.facets().stream().anyMatch(counted::contains))
                .parallel()
                .forEach(group -> get(group, reader));
    }

    /** Approximate memory use of the columns read so far, in bytes. */
    long bytes() {
        long bytes = 0;
        for (var slot : slots.values()) {
            var known = slot.column;
            bytes += known == null ? 0 : known.bytes();
        }
        return bytes;
    }
}
