package org.precedent.web.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.mail.Mailer;
import org.precedent.mail.SmtpServer;
import org.precedent.saved.SavedSearches;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;
import org.precedent.web.limit.ConcurrencyLimiter.Listener;
import org.precedent.web.limit.SearchGate;
import org.precedent.web.search.SearchGateway;

class AlertsTest {
    private static final String URL = "/search?modality=X-ray";
    private static final String KIM = "kim@firm.example";
    private static final String PUBLIC = "https://imr.example";
    private static final Pattern LINK = Pattern.compile(Pattern.quote("/alerts/") + "[0-9A-Za-z]{22}");

    @TempDir
    Path folder;

    private final IndexFixture index = new IndexFixture();
    private final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Instant now = SiteFixture.NOW;
    private SiteFixture site;
    private SavedSearches saved;
    private int letters;

    @BeforeEach
    void start() {
        mails.start();
        put(1);
        site = SiteFixture.mailing(index.engine(), file());
        saved = SavedSearches.open(file(), () -> now);
    }

    @AfterEach
    void stop() {
        saved.close();
        site.close();
        index.close();
        mails.stop();
    }

    @Test
    void nothingIsMailedBeforeItsReaderConfirms() throws Exception {
        var link = site.save(URL, "Necks", "private note");
        assertEquals(303, ask(link, KIM).statusCode());
        put(1);
        day();
        assertEquals(1, received().length, "only the mail that asks");
        var asked = text(received()[0]);
        assertFalse(asked.contains("private note"), asked);
        var page = linkIn(asked);
        assertTrue(site.get(page).body().contains("Confirm"));
        put(1);
        day();
        assertEquals(1, received().length, "a program that fetches the link confirms nothing");
        assertEquals(200, site.post(page + "/confirm", Map.of()).statusCode());
        day();
        assertEquals(2, received().length);
    }

    @Test
    void everyNewResultIsMailedOnce() throws Exception {
        var link = confirmed();
        day();
        assertEquals(0, received().length, "nothing is new");
        put(3);
        day();
        var digest = text(received()[0]);
        assertEquals("3 new determinations: Necks", received()[0].getSubject());
        for (var id : List.of("CM14-0000002", "CM14-0000003", "CM14-0000004")) {
            assertTrue(digest.contains(PUBLIC + "/determinations/" + id), digest);
        }
        assertTrue(digest.contains("Issue 1: X-ray of the cervical spine: Upheld"), digest);
        assertFalse(digest.contains("reasons"), "no rationale goes by mail");
        assertEquals("<" + PUBLIC + linkIn(digest) + ">", received()[0].getHeader("List-Unsubscribe", null));
        day();
        assertEquals(1, received().length, "sent once");
        put(1);
        day();
        assertEquals("1 new determination: Necks", received()[1].getSubject());
        assertEquals(200, site.get(link).statusCode());
    }

    @Test
    void theLinkInAMailEndsItWithoutAnyCookie() throws Exception {
        confirmed();
        put(1);
        day();
        var page = linkIn(text(received()[0]));
        site.anotherBrowser();
        assertTrue(site.get(page).body().contains("Stop these alerts"));
        assertEquals(200, site.post(page + "/end", Map.of()).statusCode());
        put(1);
        day();
        assertEquals(1, received().length);
        assertEquals(404, site.get(page).statusCode());
    }

    @Test
    void aMailSentBeforeACrashIsSentAgainUnderTheSameId() throws Exception {
        confirmed();
        put(1);
        run(saved).queue(Duration.ZERO);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailingProcess.class.getName(),
                        file().toString(),
                        Integer.toString(mails.getSmtp().getPort()),
                        now.toString())
                .inheritIO()
                .start();
        assertEquals(MailingProcess.KILLED, process.waitFor());
        assertEquals(1, received().length);
        assertEquals(0, run(saved).send().sent(), "another process may still be sending it");
        now = now.plus(Duration.ofMinutes(11));
        assertEquals(1, run(saved).send().sent());
        assertEquals(2, received().length, "nothing is lost; the copy is known by its id");
        assertEquals(received()[0].getMessageID(), received()[1].getMessageID());
        now = now.plus(Duration.ofDays(1));
        assertEquals(0, run(saved).send().sent());
    }

    @Test
    void whatTheServerDoesNotTakeIsSentLater() throws Exception {
        confirmed();
        put(1);
        run(saved).queue(Duration.ZERO);
        var away = new SmtpServer("127.0.0.1", 1, SmtpServer.Security.NONE, Optional.empty(), "alerts@imr.example");
        var outcome = new AlertRun(saved, gateway(), new Mailer(away), PUBLIC).send();
        assertEquals(new AlertRun.Outcome(0, 1), outcome);
        assertEquals(0, run(saved).send().sent(), "not at once");
        now = now.plus(Duration.ofHours(1));
        assertEquals(1, run(saved).send().sent());
        assertEquals(1, received().length);
    }

    @Test
    void severalProcessesMailEverythingOnce() throws Exception {
        confirmed();
        put(1);
        try (var other = SavedSearches.open(file(), () -> now);
                var processes = Executors.newFixedThreadPool(4)) {
            var runs = List.of(run(saved), run(other), run(saved), run(other)).stream()
                    .map(run -> processes.submit(() -> {
                        run.queue(Duration.ZERO);
                        return run.send();
                    }))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }
        assertEquals(1, received().length);
    }

    @Test
    void nobodyIsFloodedWithConfirmations() {
        var link = site.save(URL, "Necks", "");
        for (int i = 0; i < 3; i++) {
            assertEquals(303, ask(link, KIM).statusCode());
        }
        var refused = ask(link, KIM);
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("too many confirmation mails"), refused.body());
        var second = site.save(URL, "Others", "");
        assertEquals(400, ask(second, KIM).statusCode(), "nor through another search");
        site.anotherBrowser();
        assertEquals(400, ask(site.save(URL, "Third", ""), KIM).statusCode(), "nor from another browser");
        for (var same : List.of("KIM@Firm.example", "kim+1@firm.example", "Kim+a+b@firm.example")) {
            assertEquals(400, ask(site.save(URL, "Fourth", ""), same).statusCode(), same);
        }
        run(saved).send();
        assertEquals(3, received().length);
    }

    @Test
    void aConfirmationContainsNoTextOfTheRequester() throws Exception {
        ask(site.save(URL, "You won! http://evil.example/ 100 %s", "note"), KIM);
        run(saved).send();
        var mail = received()[0];
        assertEquals("Confirm alerts from Precedent", mail.getSubject());
        assertFalse(text(mail).contains("evil"), text(mail));
        assertTrue(site.get(linkIn(text(mail))).body().contains("You won!"), "the page names the search");
    }

    @Test
    void removingAndAddingAgainDoesNotResetTheLimit() {
        var link = site.save(URL, "Necks", "");
        for (int i = 0; i < 3; i++) {
            assertEquals(303, ask(link, KIM).statusCode());
            run(saved).send();
            var id = site.saved().alerts().list(link.substring(3)).getFirst().id();
            assertEquals(
                    303, site.post(link + "/alerts/" + id + "/remove", Map.of()).statusCode());
        }
        assertEquals(400, ask(link, KIM).statusCode());
    }

    @Test
    void aSearchHasFewAddresses() {
        var link = site.save(URL, "Necks", "");
        for (int i = 0; i < 5; i++) {
            assertEquals(303, ask(link, "a" + i + "@firm.example").statusCode());
        }
        assertEquals(400, ask(link, "b@firm.example").statusCode());
        for (var address :
                List.of("", "kim", "kim@firm.example,all@firm.example", "kim@firm.example\nBcc: x@y.example")) {
            assertEquals(400, ask(link, address).statusCode(), address);
        }
    }

    @Test
    void onlyTheOwnerSeesAndAddsAddresses() {
        var link = site.save(URL, "Necks", "");
        ask(link, KIM);
        assertTrue(site.get(link).body().contains(KIM));
        site.anotherBrowser();
        assertFalse(site.get(link).body().contains(KIM));
        assertFalse(site.get(link).body().contains("Email alerts"));
        assertEquals(403, ask(link, "b@firm.example").statusCode());
        site.save(URL, "own", "");
        assertEquals(403, ask(link, "b@firm.example").statusCode());
    }

    @Test
    void deletingTheSearchEndsItsAlerts() {
        var link = confirmed();
        put(1);
        assertEquals(303, site.post(link + "/delete", Map.of()).statusCode());
        day();
        assertEquals(0, received().length);
    }

    @Test
    void whereNoMailServerIsSetNothingIsOffered() {
        try (var without = new SiteFixture(index.engine(), folder.resolve("other.db"))) {
            var link = without.save(URL, "Necks", "");
            assertFalse(without.get(link).body().contains("Email alerts"));
            assertEquals(
                    404, without.post(link + "/alerts", Map.of("address", KIM)).statusCode());
        }
    }

    private String confirmed() {
        var link = site.save(URL, "Necks", "");
        assertEquals(303, ask(link, KIM).statusCode());
        run(saved).send();
        saved.alerts().confirm(saved.alerts().list(link.substring(3)).getFirst().token());
        try {
            mails.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new AssertionError(e);
        }
        return link;
    }

    private java.net.http.HttpResponse<String> ask(String link, String address) {
        return site.post(link + "/alerts", Map.of("address", address));
    }

    private void day() {
        now = now.plus(Duration.ofDays(1));
        run(saved).queue(Duration.ofHours(24));
        run(saved).send();
    }

    private AlertRun run(SavedSearches database) {
        var server = new SmtpServer(
                "127.0.0.1",
                mails.getSmtp().getPort(),
                SmtpServer.Security.NONE,
                Optional.empty(),
                "alerts@imr.example");
        return new AlertRun(database, gateway(), new Mailer(server), PUBLIC);
    }

    private SearchGateway gateway() {
        return new SearchGateway(
                new SearchService(index.engine(), Vocabularies.bundled()),
                new SearchGate(4, Duration.ofMinutes(1), Listener.NONE),
                Integer.MAX_VALUE);
    }

    private void put(int count) {
        for (int i = 0; i < count; i++) {
            letters++;
            index.put(
                    WrittenLetters.letter("CM14-%07d".formatted(letters), "reasons", LocalDate.of(2014, 7, 8)),
                    WrittenLetters.SEEN.plusSeconds(letters));
        }
    }

    private MimeMessage[] received() {
        return mails.getReceivedMessages();
    }

    private static String text(MimeMessage mail) throws jakarta.mail.MessagingException, IOException {
        return mail.getContent().toString();
    }

    private static String linkIn(String text) {
        var link = LINK.matcher(text);
        assertTrue(link.find(), text);
        return link.group();
    }

    private Path file() {
        return folder.resolve("precedent.db");
    }
}
