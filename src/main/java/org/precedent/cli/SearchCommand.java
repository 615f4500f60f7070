package org.precedent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.option.SearchOptions;
import org.precedent.cli.output.Terminal;
import org.precedent.cli.output.TerminalResults;
import org.precedent.json.Json;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.facet.Total;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.query.QueryError;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.export.AbsoluteUrls;
import org.precedent.web.export.CsvExport;
import org.precedent.web.export.FullRecords;
import org.precedent.web.result.SearchJson;
import org.precedent.web.search.WideningNotice;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Searches from the terminal with the query language of the search box.
 */
@Command(
        name = "search",
        description = "Search the index with the query language of the web pages (see /help there).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private SearchOptions options;

    @ArgGroup
    private Form form = new Form();

    /** Output format; text for a terminal if neither option is given. */
    private static final class Form {
        @Option(names = "--json", description = "print one page of /search.json")
        private boolean json;

        @Option(names = "--csv", description = "print /search.csv: all results, one row per issue")
        private boolean csv;
    }

    @Mixin
    private IndexOption index;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var request = options.request();
        try (var engine = index.openExisting(Vocabularies.bundled())) {
            var searching = new SearchService(engine, Vocabularies.bundled());
            if (form.csv && searching.interpret(request) instanceof Interpretation.Valid interpretation) {
                return rows(engine, interpretation.search());
            }
            return switch (searching.search(request)) {
                case SearchOutcome.Found found -> print(found);
                case SearchOutcome.Invalid wrong ->
                    explain(request.text(), wrong.interpretation().error());
            };
        }
    }

    // streams the rows, so that memory use does not depend on the size of the result
    private int rows(SearchEngine engine, Search search) {
        var out = spec.commandLine().getOut();
        try {
            new CsvExport(new FullRecords(engine)).write(each -> engine.export(search, each), AbsoluteUrls.PATHS, out);
            return Main.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int print(SearchOutcome.Found found) {
        var out = spec.commandLine().getOut();
        if (form.json) {
            out.println(Json.write(new SearchJson(found)));
        } else {
            describe(found);
            new TerminalResults(out, Terminal.supportsColor()).print(found.page());
        }
        return Main.DONE;
    }

    private void describe(SearchOutcome.Found found) {
        var err = spec.commandLine().getErr();
        err.println(found.sentence() + ": " + size(found.page().total()));
        WideningNotice.sentence(found.page()).ifPresent(err::println);
        found.advice().ifPresent(advice -> {
            advice.drops().forEach(d -> err.println("Without " + d.label() + ": " + size(d.total())));
            advice.inLetter().ifPresent(d -> err.println("With --scope letter: " + size(d.total())));
            advice.spellings().forEach(s -> err.println("Did you mean " + s.meant() + " for " + s.typed() + "?"));
        });
    }

    private static String size(Total total) {
        return TerminalResults.count(total.issues(), "issue") + " in "
                + TerminalResults.count(total.determinations(), "determination");
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
