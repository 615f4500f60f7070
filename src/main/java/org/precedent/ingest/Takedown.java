package org.precedent.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Letters that must not be kept, by case number or, for a letter without one, by id.
 *
 * @param ids as kept; case numbers are in upper case
 */
public record Takedown(Set<String> ids) {
    /** Nothing is taken down. */
    public static final Takedown NONE = new Takedown(Set.of());

    public Takedown {
        ids = Set.copyOf(ids);
    }

    /**
     * Reads a list: one case number a line; what follows {@code #} is a remark.
     */
    public static Takedown read(Path file) throws IOException {
        var ids = new TreeSet<String>();
        for (var line : Files.readAllLines(file)) {
            var id = line.replaceFirst("#.*", "").strip();
            if (!id.isEmpty()) {
                ids.add(id);
                ids.add(id.toUpperCase(Locale.ROOT));
            }
        }
        return new Takedown(ids);
    }

    /**
     * Whether a letter is on the list.
     */
    public boolean holds(String id) {
        return ids.contains(id) || ids.contains(id.toUpperCase(Locale.ROOT));
    }
}
