package org.precedent.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.precedent.json.Json;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.result.SearchJson;

/**
 * Runs and renders a few searches once the server listens, before it reports so, so that the first user does not wait for columns, code and
 * templates to load. After the report, further kinds of searches run in the background until the code they share is JIT-compiled.
 */
final class WarmUp implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    /** About the number of searches after which the latency of a request is within a few times its final value. */
    private static final int BACKGROUND_SEARCHES = 240;

    /** Delay, so that the first requests after startup do not compete with the warm-up for CPU. */
    private static final int BACKGROUND_DELAY_SECONDS = 2;

    /** Time limit. Searches on a large index take longer, and users should not notice the warm-up for long. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private static final int FORMS = 5;
    private static final int WORD_START = 4;

    private final SearchService searching;
    private final Vocabularies vocabularies;
    private final List<SearchRequest> requests;
    private final Consumer<SearchOutcome.Found> page;

    /** Accessed only by the thread that starts the server. */
    private Thread thread;

    private final CountDownLatch closed = new CountDownLatch(1);

    private WarmUp(SearchService searching, Vocabularies vocabularies, Consumer<SearchOutcome.Found> page) {
        this.searching = searching;
        this.vocabularies = vocabularies;
        this.requests = requests(vocabularies);
        this.page = page;
        this.thread = Thread.ofPlatform().name("warm-up").daemon().unstarted(this::run);
    }

    /**
     * Starts the first searches in a separate thread.
     *
     * @param page renders a results page
     */
    static WarmUp start(SearchService searching, Vocabularies vocabularies, Consumer<SearchOutcome.Found> page) {
        var warmUp = new WarmUp(searching, vocabularies, page);
        warmUp.thread.start();
        return warmUp;
    }

    /** Searches for everything, a word, a phrase in one field, and two words that are facet values. */
    private static List<SearchRequest> requests(Vocabularies vocabularies) {
        var region = vocabularies.region().terms().getFirst().label();
        var modality = vocabularies.modality().terms().getFirst().label();
        return Stream.of("", region, "rationale:\"" + region + "\"", modality + " " + region)
                .map(SearchRequest.EVERYTHING::withText)
                .toList();
    }

    /** Distinct searches like those users run most: treatment names in each form of query, half of them filtered by region. */
    private static List<SearchRequest> backgroundRequests(Vocabularies vocabularies) {
        var treatments = vocabularies.treatment().terms();
        var regions = vocabularies.region().terms();
        return IntStream.range(0, BACKGROUND_SEARCHES)
                .mapToObj(i -> {
                    var region = regions.get(i % regions.size()).label();
                    var request = SearchRequest.of(text(
                            i / 2 % FORMS, treatments.get(i % treatments.size()).label(), region));
                    return i % 2 == 0
                            ? request
                            : request.with(Selection.NONE.with(new FacetValue(Facet.REGION, region)));
                })
                .toList();
    }

    private static String text(int form, String treatment, String region) {
        return switch (form) {
            case 0 -> treatment;
            case 1 -> treatment + " denied";
            case 2 -> '"' + treatment + '"';
            case 3 -> treatment + " " + region + " pain";
            default -> treatment.substring(0, Math.min(treatment.length(), WORD_START)) + "*";
        };
    }

    private void run() {
        try {
            requests.stream().takeWhile(r -> isOpen()).forEach(this::search);
        } catch (RuntimeException e) {
            warn(e);
        }
    }

    private void search(SearchRequest request) {
        if (searching.search(request) instanceof SearchOutcome.Found outcome && isOpen()) {
            var unused = Json.writeBytes(new SearchJson(outcome));
            page.accept(outcome);
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private static void warn(RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "warm-up failed error={0}", e.getClass());
    }

    /** Starts running further searches in the background, one at a time, while the server handles requests. */
    void startBackground() {
        thread = Thread.ofPlatform().name("warm-up").daemon().start(this::runBackground);
    }

    private void runBackground() {
        try {
            if (closed.await(BACKGROUND_DELAY_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            long end = System.nanoTime() + TIME_LIMIT.toNanos();
            backgroundRequests(vocabularies).stream()
                    .takeWhile(r -> isOpen() && System.nanoTime() < end)
                    .forEach(this::search);
        } catch (RuntimeException e) {
            warn(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the warm-up has finished. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Stops after the running search. Closing waits for it, so that the engine is not closed while in use if the server fails to start. */
    @Override
    public void close() {
        closed.countDown();
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
