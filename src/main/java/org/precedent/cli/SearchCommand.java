package org.precedent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.precedent.json.Json;
import org.precedent.lucene.LuceneEngine;
import org.precedent.search.Answer;
import org.precedent.search.Interpretation;
import org.precedent.search.QueryError;
import org.precedent.search.Scope;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchRequest;
import org.precedent.search.Searching;
import org.precedent.search.Sort;
import org.precedent.search.Total;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.links.Addresses;
import org.precedent.web.links.CsvExport;
import org.precedent.web.page.SearchJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Searches from the terminal, in the language of the search box.
 */
@Command(
        name = "search",
        description = "Search the index; the query language is that of the pages (see /help there).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SearchCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "words, \"phrases\", w/5, region:shoulder, ...")
    private List<String> words;

    @Mixin
    private FilterOptions filters;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "RELEVANCE",
            description = "one of relevance, newest, oldest, added, case (default: relevance)")
    private Sort sort;

    @Option(names = "--page", paramLabel = "N", defaultValue = "1", description = "page of the result (default: 1)")
    private int page;

    @Option(
            names = "--size",
            paramLabel = "N",
            defaultValue = "10",
            description = "letters a page, 1 to 100 (default: 10)")
    private int size;

    @ArgGroup
    private Form form = new Form();

    /** How the result is printed; for people to read when neither is asked for. */
    private static final class Form {
        @Option(names = "--json", description = "print what /search.json answers: one page")
        private boolean json;

        @Option(names = "--csv", description = "print what /search.csv answers: all hits, a row per issue")
        private boolean csv;
    }

    @Mixin
    private IndexOption index;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var request = request();
        try (var engine = LuceneEngine.open(index.lucene(), Vocabularies.bundled())) {
            var searching = new Searching(engine, Vocabularies.bundled());
            if (form.csv && searching.read(request) instanceof Interpretation.Understandable asked) {
                return rows(engine, asked.search());
            }
            return switch (searching.search(request)) {
                case Answer.Found found -> print(found);
                case Answer.Wrong wrong -> explain(request.text(), wrong.wrong().error());
            };
        }
    }

    // As it is found: a result of any size needs no memory.
    private int rows(SearchEngine engine, Search search) {
        var out = spec.commandLine().getOut();
        try {
            new CsvExport().write(each -> engine.export(search, each), Addresses.PATHS, out);
            return Main.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SearchRequest request() {
        var text = words == null ? "" : String.join(" ", words);
        try {
            return new SearchRequest(
                    text,
                    filters.selection(),
                    Scope.ISSUE,
                    false,
                    Optional.empty(),
                    sort,
                    page,
                    size,
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int print(Answer.Found found) {
        var out = spec.commandLine().getOut();
        if (form.json) {
            out.println(Json.write(SearchJson.of(found)));
        } else {
            spec.commandLine()
                    .getErr()
                    .println(found.sentence() + ": " + size(found.page().total()));
            new TerminalResults(out, Terminal.isColourful()).print(found.page());
        }
        return Main.DONE;
    }

    private static String size(Total total) {
        return TerminalResults.count(total.issues(), "issue") + " in "
                + TerminalResults.count(total.determinations(), "letter");
    }

    private int explain(String text, QueryError error) {
        var err = spec.commandLine().getErr();
        err.println("precedent: " + error.sentence());
        err.println("  " + text);
        err.println("  " + error.caret());
        error.suggestion().ifPresent(s -> err.println("Did you mean: " + s));
        return Main.USAGE;
    }
}
