package org.precedent.web.tray;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The issues the visitor has put in the tray. Every page shows the count; search results also mark which issues are in it.
 *
 * @param keys in the order they were added: {@code CM16-0213037:2}
 */
public record Tray(Set<String> keys) {
    /** Nothing was put aside. */
    public static final Tray EMPTY = new Tray(Set.of());

    private static final String ATTRIBUTE = "tray";
    private static final int MIN_COMPARED = 2;
    private static final int MAX_COMPARED = 4;

    public Tray {
        keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
    }

    /**
     * A tray with these issues.
     */
    public static Tray of(List<String> keys) {
        return new Tray(new LinkedHashSet<>(keys));
    }

    /**
     * Remembers where a request's tray is read from. It is read once, by the first page that needs it.
     */
    public static void attach(Context ctx, Supplier<Tray> tray) {
        ctx.attribute(ATTRIBUTE, new Object[] {tray});
    }

    /**
     * That of a request.
     */
    public static Tray of(Context ctx) {
        Object @Nullable [] held = ctx.attribute(ATTRIBUTE);
        if (held == null) {
            return EMPTY;
        }
        if (held[0] instanceof Supplier<?> reader) {
            held[0] = reader.get();
        }
        return held[0] instanceof Tray tray ? tray : EMPTY;
    }

    /**
     * How many issues.
     */
    public int size() {
        return keys.size();
    }

    /**
     * Whether an issue is in it.
     */
    public boolean has(String key) {
        return keys.contains(key);
    }

    /**
     * Whether the comparison page takes this many.
     */
    public boolean comparable() {
        return size() >= MIN_COMPARED && size() <= MAX_COMPARED;
    }
}
