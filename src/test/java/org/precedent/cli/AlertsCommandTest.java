package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.saved.Alert;
import org.precedent.saved.Draft;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearches;

class AlertsCommandTest {
    private static final Owner OWNER = Owner.ofToken("somebody");

    @TempDir
    Path folder;

    private final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private String index;

    @BeforeEach
    void saveASearchWithAnAddress() throws IOException {
        mails.start();
        index = folder.resolve("index").toString();
        var letters = Files.createDirectory(folder.resolve("letters"));
        BundledSamples.unpack(letters);
        assertEquals(
                Main.DONE,
                Cli.run("ingest", letters.toString(), "--index", index).exitCode());
        try (var saved = SavedSearches.open(Path.of(index, "precedent.db"), InstantSource.system())) {
            var id = saved.create(OWNER, new Draft("Knees", "private", "/search?region=Knee"), Instant.EPOCH)
                    .id();
            saved.alerts()
                    .add(
                            Alert.Subject.search(id),
                            OWNER,
                            "kim@firm.example",
                            Instant.EPOCH,
                            t -> new Alert.Text("Confirm", "please", "link"));
            saved.alerts().confirm(saved.alerts().list(id).getFirst().token());
        }
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    @Test
    void mailsWhatIsNewOnce() throws Exception {
        var first = run();
        assertEquals(Main.DONE, first.exitCode(), first.err());
        assertTrue(first.err().contains("2 mails sent"), first.err());
        var again = run();
        assertEquals(Main.DONE, again.exitCode(), again.err());
        assertTrue(again.err().contains("0 mails sent"), again.err());
        var digest = mails.getReceivedMessages()[1];
        assertTrue(digest.getSubject().matches("\\d+ new determinations: Knees"), digest.getSubject());
        assertTrue(digest.getContent().toString().contains("https://imr.example/determinations/CM"));
    }

    @Test
    void aServerThatIsAwayFailsAndLosesNothing() {
        int port = mails.getSmtp().getPort();
        mails.stop();
        var away = Cli.run(settings(port, "--smtp-tls", "none"));
        assertEquals(Main.FAILED, away.exitCode());
        assertTrue(away.err().contains("2 not accepted by the mail server"), away.err());
    }

    @Test
    void settingsThatDoNotFitAreExplained() throws IOException {
        var password = Files.writeString(folder.resolve("password"), "secret\n").toString();
        assertUsage("--smtp-from", "alerts", "--smtp-host", "mail.example", "--smtp-from", "alerts");
        assertUsage("--public-url", "set --public-url", "--smtp-host", "m.example", "--smtp-from", "a@imr.example");
        assertUsage(
                "--smtp-tls none",
                "in the clear",
                "--smtp-host",
                "m.example",
                "--smtp-from",
                "a@imr.example",
                "--smtp-tls",
                "none",
                "--smtp-user",
                "u",
                "--smtp-password-file",
                password);
        assertUsage(
                "expected both or none",
                "",
                "--smtp-host",
                "m.example",
                "--smtp-from",
                "a@imr.example",
                "--smtp-user",
                "u");
        var none = Cli.run("alerts", "--index", index);
        assertEquals(Main.FAILED, none.exitCode());
        assertTrue(none.err().contains("no mail server is set; set --smtp-host"), none.err());
    }

    private void assertUsage(String first, String second, String... options) {
        var arguments = new java.util.ArrayList<>(java.util.List.of("alerts", "--index", index));
        arguments.addAll(java.util.List.of(options));
        var wrong = Cli.run(arguments.toArray(String[]::new));
        assertEquals(Main.USAGE, wrong.exitCode(), wrong.err());
        assertTrue(wrong.err().contains(first) && wrong.err().contains(second), wrong.err());
    }

    private Cli.Result run() {
        return Cli.run(settings(mails.getSmtp().getPort(), "--smtp-tls", "none"));
    }

    private String[] settings(int port, String... more) {
        return new String[] {
            "alerts",
            "--index",
            index,
            "--public-url",
            "https://imr.example",
            "--smtp-host",
            "127.0.0.1",
            "--smtp-port",
            Integer.toString(port),
            "--smtp-from",
            "alerts@imr.example",
            more[0],
            more[1]
        };
    }
}
