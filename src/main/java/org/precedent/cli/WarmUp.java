package org.precedent.cli;

import java.util.List;
import java.util.stream.Stream;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * Warms the engine up before the server listens, so that the first user does not wait for columns to load and code to compile.
 * The server is assembled meanwhile.
 */
final class WarmUp implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    private final SearchService searching;
    private final List<SearchRequest> requests;
    private final Thread thread;
    private volatile boolean wanted = true;

    private WarmUp(SearchService searching, Vocabularies vocabularies) {
        this.searching = searching;
        this.requests = requests(vocabularies);
        this.thread = Thread.ofPlatform().name("warm-up").daemon().unstarted(this::run);
    }

    static WarmUp start(SearchService searching, Vocabularies vocabularies) {
        var warmUp = new WarmUp(searching, vocabularies);
        warmUp.thread.start();
        return warmUp;
    }

    /** Everything, a word, a phrase of two fields, a facet. */
    private static List<SearchRequest> requests(Vocabularies vocabularies) {
        var region = vocabularies.region().terms().getFirst().label();
        var modality = vocabularies.modality().terms().getFirst().label();
        return Stream.of("", region, modality + " " + region, "rationale:\"" + region + "\"")
                .map(SearchRequest.EVERYTHING::withText)
                .toList();
    }

    private void run() {
        try {
            requests.stream().takeWhile(r -> wanted).forEach(searching::search);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "warm-up failed error={0}", e.getClass());
        }
    }

    /** Waits until all of it is done. */
    void await() throws InterruptedException {
        thread.join();
    }

    /** Lets the search that runs finish and begins no other: the engine is not closed under it when a start fails. */
    @Override
    public void close() {
        wanted = false;
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
