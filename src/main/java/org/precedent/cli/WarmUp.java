package org.precedent.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.precedent.json.Json;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.search.SearchJson;

/**
 * Runs and renders a few searches before the server listens, so that the first user does not wait for columns, code and templates
 * to load. The server is assembled meanwhile.
 */
final class WarmUp implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    private final SearchService searching;
    private final List<SearchRequest> requests;
    private final Thread thread;
    /** Only the thread that starts the server sets and reads it. */
    private @Nullable Thread rendering;

    private volatile boolean wanted = true;
    private volatile SearchOutcome.@Nullable Found found;

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

    /** Everything, a word, a phrase in one field, the words of two facets. */
    private static List<SearchRequest> requests(Vocabularies vocabularies) {
        var region = vocabularies.region().terms().getFirst().label();
        var modality = vocabularies.modality().terms().getFirst().label();
        return Stream.of("", region, "rationale:\"" + region + "\"", modality + " " + region)
                .map(SearchRequest.EVERYTHING::withText)
                .toList();
    }

    private void run() {
        try {
            requests.stream().takeWhile(r -> wanted).forEach(this::search);
            if (wanted && found != null) {
                var unused = Json.writeBytes(SearchJson.toMap(found));
            }
        } catch (RuntimeException e) {
            warn(e);
        }
    }

    private void search(SearchRequest request) {
        if (searching.search(request) instanceof SearchOutcome.Found outcome) {
            found = outcome;
        }
    }

    private static void warn(RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "warm-up failed error={0}", e.getClass());
    }

    /**
     * Waits until the searches are done, then begins to render the last of them. A failure is logged: the server starts nevertheless.
     *
     * @param page renders the page of a search
     */
    void startRendering(Consumer<SearchOutcome.Found> page) throws InterruptedException {
        thread.join();
        rendering = Thread.ofPlatform().name("warm-up").daemon().start(() -> render(page));
    }

    private void render(Consumer<SearchOutcome.Found> page) {
        try {
            if (found != null) {
                page.accept(found);
            }
        } catch (RuntimeException e) {
            warn(e);
        }
    }

    /** Waits until all of it is done. */
    void await() throws InterruptedException {
        thread.join();
        if (rendering != null) {
            rendering.join();
        }
    }

    /** Lets what runs finish and begins no other: the engine is not closed under it when a start fails. */
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
