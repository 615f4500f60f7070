package org.precedent.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.precedent.cli.option.SettingSources;
import org.precedent.cli.option.Settings;
import org.precedent.cli.output.TerminalResults;
import org.precedent.mail.Mailer;
import org.precedent.saved.SavedSearches;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.alert.AlertRun;
import org.precedent.web.limit.ConcurrencyLimiter.Listener;
import org.precedent.web.limit.SearchGate;
import org.precedent.web.search.SearchGateway;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Mails the new results of saved searches once.
 */
@Command(
        name = "alerts",
        description = "Mail the new results of saved searches with alerts now. A running server does this regularly.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class AlertsCommand implements Callable<Integer> {
    @Mixin
    private Settings settings;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SettingSources.of(spec).requireKnown(spec.commandLine(), Main::commandLine);
        settings.log.apply();
        var server = settings.mailServer();
        if (server.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("precedent: no mail server is set; set --smtp-host, --smtp-from and --public-url");
            return Main.FAILED;
        }
        var vocabularies = Vocabularies.bundled();
        try (var engine = settings.index().openToServe(vocabularies);
                var saved = SavedSearches.open(settings.database(), InstantSource.system())) {
            var gateway = new SearchGateway(
                    new SearchService(engine, vocabularies),
                    new SearchGate(1, Duration.ofMinutes(1), Listener.NONE),
                    Integer.MAX_VALUE);
            var run = new AlertRun(saved, gateway, new Mailer(server.get()), settings.publicUrl());
            run.queue(Duration.ZERO);
            return report(run.send());
        }
    }

    private int report(AlertRun.Outcome outcome) {
        var left = outcome.failed() == 0
                ? ""
                : ", " + outcome.failed() + " not accepted by the mail server; they will be retried";
        spec.commandLine().getErr().println(TerminalResults.count(outcome.sent(), "mail") + " sent" + left);
        return outcome.failed() == 0 ? Main.DONE : Main.FAILED;
    }
}
