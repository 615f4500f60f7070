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
     * Reads all that is kept and compares digests. May run while the index serves and is written.
     *
     * @return what is wrong and what to do about it, one sentence each; empty when all is well or there is no index
     */
    List<String> verify();

    /**
     * A check that leaves disk and processor to searches, for a running server: the checksums of the files where the index lies on
     * this machine's disk, else whether all parts of the index are there.
     *
     * @param megabytesPerSecond how fast to read at most
     * @return as {@link #verify}
     */
    List<String> scrub(double megabytesPerSecond);

    /** How many determinations the last commit contains. */
    long determinationCount();

    /**
     * Rebuilds the index from the determinations it keeps alongside the old one, which is searched meanwhile, and then switches. Each keeps
     * the time it was first seen and last changed.
     *
     * @param again reads a determination again from what is kept; empty for one that must not be stored any longer
     * @return how many determinations were rebuilt
     */
    long reindex(Function<Determination, Optional<Determination>> again);

    @Override
    default void close() {}
}
