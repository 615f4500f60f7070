package org.precedent.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.precedent.determination.Determination;

/**
 * Maintenance of an engine's index: verification and rebuild, both while it is searched.
 */
public interface EngineMaintenance extends AutoCloseable {
    /**
     * Reads all stored data and verifies digests. Safe to run while the index is being searched and written.
     *
     * @return problems and how to fix them, one sentence each; empty when the index is intact or does not exist
     */
    List<String> verify();

    /**
     * Runs a light check suitable for a running server: verifies file checksums if the index is on a local disk, otherwise only that all
     * parts of the index exist.
     *
     * @param megabytesPerSecond maximum read rate
     * @return as for {@link #verify}
     */
    List<String> scrub(double megabytesPerSecond);

    /** Returns the number of determinations in the last commit. */
    long determinationCount();

    /**
     * Rebuilds the index from the stored determinations while the old one keeps serving, and then switches to it. Each determination keeps
     * its first-seen and last-changed times.
     *
     * @param rewrite re-parses a stored determination; empty for one that must no longer be stored
     * @return number of determinations rebuilt
     */
    long reindex(Function<Determination, Optional<Determination>> rewrite);

    @Override
    default void close() {}
}
