package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Loads preset dictionaries: texts typical of determinations, fictional, that stored data is compressed against. Never change one, because
 * stored data can only be decoded with it; add a new version instead.
 */
final class PresetDictionary {
    private PresetDictionary() {}

    /** The bytes of a file in the resource folder {@code lucene}. */
    static byte[] load(String file) {
        try (var in = PresetDictionary.class.getResourceAsStream("/lucene/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
