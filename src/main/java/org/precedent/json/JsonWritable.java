package org.precedent.json;

/**
 * A value that writes itself as JSON piece by piece, for responses so large that building maps first would be noticeable. {@link Json}
 * accepts it wherever it accepts a record, a map or a list.
 */
@FunctionalInterface
public interface JsonWritable {
    /** Writes exactly one JSON value. */
    void write(JsonWriter out);
}
