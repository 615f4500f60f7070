package org.precedent.search.facet;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A facet value and its place in the tree of its facet. The labels of an index live as long as its snapshot, so what responses print of
 * them can be {@linkplain #printed kept with them}.
 */
public final class FacetLabel {
    private final String value;
    private final List<String> path;

    // Immutable, and threads that compute it at the same time compute equal forms, so no lock is needed.
    private @Nullable Object printed;

    /**
     * Creates a label.
     *
     * @param value the value, {@link Facet#NOT_STATED} for "not stated"
     * @param path labels from the root of the tree to the value, inclusive
     */
    public FacetLabel(String value, List<String> path) {
        this.value = value;
        this.path = List.copyOf(path);
    }

    /** The value, {@link Facet#NOT_STATED} for "not stated". */
    public String value() {
        return value;
    }

    /** Labels from the root of the tree to the value, inclusive. */
    public List<String> path() {
        return path;
    }

    /**
     * An immutable form of this label for printing, computed on first use. A label keeps one form, that of the type computed last.
     *
     * @param type type of the form
     * @param form computes it
     */
    public <T> T printed(Class<T> type, Function<FacetLabel, T> form) {
        var kept = printed;
        if (type.isInstance(kept)) {
            return type.cast(kept);
        }
        var made = form.apply(this);
        printed = made;
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FacetLabel label && value.equals(label.value) && path.equals(label.path);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" > ", path);
    }
}
