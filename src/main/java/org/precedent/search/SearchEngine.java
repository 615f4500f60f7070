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
 * Contract of a search engine, implemented by the embedded engine and by the distributed one. Thread-safe. Each call works on one
 * state of the index, never on a part of it: the embedded engine reads one commit; the distributed one reads one point in time, in
 * which every determination is whole but a commit that is being written may be there in part. Every method may throw
 * {@link Unavailable} if the index is on other machines.
 */
public interface SearchEngine extends AutoCloseable {
    /**
     * One page of a result with totals and facets.
     *
     * @throws TooCostly when a bound on expansion or time is exceeded
     * @throws NotInResult when it is to start after a determination that is not there
     */
    SearchPage search(Search search);

    /**
     * The size of a result alone.
     *
     * @throws TooCostly when a bound on expansion or time is exceeded
     */
    Total count(Search search);

    /**
     * The outcomes of a search crossed by none, one or two dimensions, in one pass and on one state of the index. The same dimension
     * twice counts the issues that have both of two of its values. Sort, page and scope are ignored; {@link OutcomeSearches} defines which
     * issues are counted, and the search behind each cell.
     *
     * @param by at most {@value OutcomeTable#MAX_DIMENSIONS}; none for the total alone
     * @throws TooCostly when a bound on expansion or time is exceeded
     */
    OutcomeTable countOutcomes(Search search, List<Dimension> by);

    /**
     * Every determination of a result in order, without page bounds, one after the other, at constant memory.
     *
     * @throws TooCostly when a bound on expansion is exceeded
     */
    void export(Search search, Consumer<LetterHit> each);

    /**
     * The determination of that id, with the words that satisfy the query marked; empty when there is none.
     *
     * @param id a determination's id
     * @param query whose words to mark; {@link Query.Everything} for none
     * @param summary whether words without a field were also looked for in the clinical summary
     */
    Optional<StoredLetter> findLetter(String id, Query query, boolean summary);

    /**
     * The same for a query whose words were looked for in the issues' own texts.
     */
    default Optional<StoredLetter> findLetter(String id, Query query) {
        return findLetter(id, query, false);
    }

    /**
     * Issues of other determinations about the same dispute, in two groups: decided the other way and decided the same way. The
     * group with the likest comes first, each group with the likest first.
     *
     * @return at most {@code limit}; empty when there is no such issue or none like it
     */
    List<SimilarIssue> findSimilar(String id, int issue, int limit);

    /**
     * The rationales of a determination that one other determination of the index has too, nearly word for word, boilerplate aside.
     *
     * @param determination one of the index
     * @return at most one an issue, in the order of issues
     */
    List<SharedRationale> findSharedRationales(Determination determination);

    /**
     * Completions for what was typed so far.
     */
    List<Suggestion> suggest(String typed, int limit);

    /**
     * A word of the index close to a word that finds nothing; never for numbers or codes.
     */
    Optional<String> correct(String word);

    /**
     * A part of all determinations, ordered by id.
     *
     * @param after the part begins after this id, which need not exist; empty to begin with the first
     * @param count at most this many
     */
    List<Listed> listLetters(Optional<String> after, int count);

    /**
     * A determination in the list of all.
     *
     * @param id the determination's id
     * @param lastChanged when its content last changed
     */
    record Listed(String id, Instant lastChanged) {}

    /**
     * What the index contains.
     */
    Overview overview();

    /**
     * Why the newest state of the index cannot be read, one sentence each with the remedy; searches are then answered from the
     * last state that could. Empty when all is well.
     */
    default List<String> problems() {
        return List.of();
    }

    /**
     * What the engine keeps in memory to be quick, in bytes by what it is: {@code facets}, {@code queries}. Empty where it
     * keeps nothing.
     */
    default Map<String, Long> memory() {
        return Map.of();
    }

    /**
     * Changes whenever the searched content changes; stable over a restart.
     */
    String generation();

    @Override
    void close();

    /**
     * A page is to start after a determination that is not part of the result, or no longer: where that would be no one can say.
     */
    final class NotInResult extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotInResult(String id) {
            super("the determination \"" + id
                    + "\" is not, or no longer, part of these results; start again without \"after\"");
        }
    }

    /**
     * The engine cannot answer now, or not from the whole index. The message says what is missing and what the operator can do; it
     * names machines, so clients are only asked to try again.
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
     * A query exceeds a bound; the message says which, and what to do.
     */
    class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooCostly(String message) {
            super(message);
        }
    }

    /**
     * A search was given up because it took too long; the message says what to narrow.
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
     * @param issues how many issues it would find; 0 where not counted
     */
    public record Suggestion(String text, String kind, long issues) {}
}
