package org.precedent.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.precedent.determination.Determination;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;

/**
 * Contract of a search engine, implemented by the embedded engine and by the distributed one. Thread-safe. Each call works on one complete
 * state of the index: the embedded engine reads one commit; the distributed one reads one point in time, in which every determination is
 * complete but a commit in progress may be partly visible. Every method may throw {@link Unavailable} if the index is on other machines.
 */
public interface SearchEngine extends AutoCloseable {
    /**
     * One page of a result with totals and facets.
     *
     * @throws TooCostly when a limit on term expansion or time is exceeded
     * @throws NotInResult when the page is to start after an entry that is not in the result
     */
    SearchPage search(Search search);

    /**
     * Counts a result without fetching it.
     *
     * @throws TooCostly when a limit on term expansion or time is exceeded
     */
    Total count(Search search);

    /**
     * Tabulates the outcomes of a search by zero, one or two dimensions, in one pass over one state of the index. If both dimensions are
     * the same, a cell counts the issues that have both of its values. Sort, page and scope are ignored; {@link OutcomeSearches} defines
     * which issues are counted, and the search behind each cell.
     *
     * @param by at most {@value OutcomeTable#MAX_DIMENSIONS}; empty for the total alone
     * @throws TooCostly when a limit on term expansion or time is exceeded
     */
    OutcomeTable countOutcomes(Search search, List<Dimension> by);

    /**
     * Passes every determination of a result to a consumer, in order, in constant memory and regardless of the page.
     *
     * @throws TooCostly when a limit on term expansion is exceeded
     */
    void export(Search search, Consumer<LetterHit> each);

    /**
     * The determination with that id, with the words that satisfy the query highlighted; empty when there is none.
     *
     * @param id a determination's id
     * @param query query whose words are highlighted; {@link Query.Everything} for none
     * @param summary whether words without a field are also highlighted in the clinical summary
     */
    Optional<StoredLetter> findLetter(String id, Query query, boolean summary);

    /**
     * The determination with that id, highlighted as for a search that leaves out the clinical summary; empty when there is none.
     */
    default Optional<StoredLetter> findLetter(String id, Query query) {
        return findLetter(id, query, false);
    }

    /**
     * Issues of other determinations about the same dispute, in two groups: decided the other way and decided the same way. The group with
     * the most similar issue comes first; within each group, the most similar come first.
     *
     * @return at most {@code limit} issues; empty when the given issue does not exist or none is similar
     */
    List<SimilarIssue> findSimilar(String id, int issue, int limit);

    /**
     * The rationales of a determination that also appear nearly word for word in another determination of the index, not counting
     * boilerplate.
     *
     * @param determination a determination in the index
     * @return at most one per issue, in the order of issues
     */
    List<SharedRationale> findSharedRationales(Determination determination);

    /**
     * Completions for a partly typed query.
     */
    List<Suggestion> suggest(String typed, int limit);

    /**
     * An indexed word close to a word that finds nothing; empty if there is none, and always for numbers and codes.
     */
    Optional<String> correct(String word);

    /**
     * A batch of the list of all determinations, ordered by id.
     *
     * @param after the batch starts after this id, which need not exist; empty to start with the first
     * @param count maximum number of determinations
     */
    List<Listed> listLetters(Optional<String> after, int count);

    /**
     * An entry in the list of all determinations.
     *
     * @param id the determination's id
     * @param lastChanged when its content last changed
     */
    record Listed(String id, Instant lastChanged) {}

    /**
     * Totals and facet counts of the whole index.
     */
    Overview overview();

    /**
     * Reasons why the newest state of the index cannot be read, each a sentence with the remedy; meanwhile, searches use the last readable
     * state. Empty when there are none.
     */
    default List<String> problems() {
        return List.of();
    }

    /**
     * Sizes of the engine's in-memory caches in bytes, by name: {@code facets}, {@code queries}. Empty if it has none.
     */
    default Map<String, Long> memory() {
        return Map.of();
    }

    /**
     * Identifies the searched content: changes whenever it changes; stable across restarts.
     */
    String generation();

    @Override
    void close();

    /**
     * Thrown when a page is to start after an entry that is not, or no longer, part of the result, so that its position is undefined.
     */
    final class NotInResult extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotInResult(String id) {
            super("the determination \"" + id
                    + "\" is not, or no longer, part of these results; start again without \"after\"");
        }
    }

    /**
     * Thrown when the engine cannot answer now, or only from part of the index. The message tells the operator what is missing and what to
     * do; because it names machines, clients are only asked to try again.
     */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Thrown when a query exceeds a limit; the message says which one and what to do.
     */
    class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooCostly(String message) {
            super(message);
        }
    }

    /**
     * Thrown when a search was stopped because it took too long; the message says how to narrow it.
     */
    final class TimedOut extends TooCostly {
        private static final long serialVersionUID = 1L;

        public TimedOut(String message) {
            super(message);
        }
    }

    /**
     * A completion offered while the user types.
     *
     * @param text what the query would become
     * @param kind {@code modality}, {@code region}, ... for facet values, {@code request}, {@code case} or {@code word}
     * @param issues number of issues it would find; 0 if not counted
     */
    public record Suggestion(String text, String kind, long issues) {}
}
