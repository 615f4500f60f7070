package org.precedent.web.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.correction.CorrectedField;
import org.precedent.correction.Correction;
import org.precedent.correction.CorrectionApplier;
import org.precedent.determination.Determination;
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

/** Alerts about new matches for a folder, mailed to its owner's addresses. */
class FolderAlertsTest {
    private static final String KIM = "kim@firm.example";
    private static final String OWN = "CM14-0000001";

    @TempDir
    Path folder;

    private final IndexFixture index = new IndexFixture();
    private final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Instant now = SiteFixture.NOW;
    private Instant seen = WrittenLetters.SEEN;
    private SiteFixture site;
    private SavedSearches saved;

    @BeforeEach
    void start() {
        mails.start();
        put(neck(OWN, "reasons"));
        site = SiteFixture.mailing(index.engine(), folder.resolve("precedent.db"));
        saved = SavedSearches.open(folder.resolve("precedent.db"), () -> now);
    }

    @AfterEach
    void stop() {
        saved.close();
        site.close();
        index.close();
        mails.stop();
    }

    private static Determination neck(String id, String rationale) {
        return WrittenLetters.letter(id, rationale, LocalDate.of(2014, 7, 8));
    }

    private static Determination knee(String id) {
        var letter = neck(id, "reasons");
        var place = new Correction.Place(id, 1, CorrectedField.REGION);
        return CorrectionApplier.apply(
                letter,
                List.of(new Correction("x", place, List.of("Knee"), List.of(), "r", Instant.EPOCH, Optional.empty())));
    }

    private void put(Determination letter) {
        seen = seen.plusSeconds(1);
        index.put(letter, seen);
    }

    private String kept() {
        site.post("/tray", Map.of("i", OWN + ":1"));
        var kept = site.post("/tray/keep", Map.of("name", "Necks", "note", "our weak point"));
        return kept.headers().firstValue("Location").orElseThrow(() -> new AssertionError(kept.body()));
    }

    private String confirmed() throws Exception {
        var link = kept();
        assertEquals(303, site.post(link + "/alerts", Map.of("address", KIM)).statusCode());
        send();
        var asked = received()[0].getContent().toString();
        assertTrue(asked.contains("what is new in a folder"), asked);
        assertFalse(asked.contains("weak point") || asked.contains("Necks"), asked);
        var alert = saved.alerts().list(link.substring("/folders/".length())).getFirst();
        var page = site.get("/alerts/" + alert.token()).body();
        assertTrue(page.contains("what is new in this folder") && page.contains(link), page);
        assertEquals(
                200,
                site.post("/alerts/" + alert.token() + "/confirm", Map.of()).statusCode());
        mails.purgeEmailFromAllMailboxes();
        return link;
    }

    private void day() {
        now = now.plus(Duration.ofDays(1));
        run().queue(Duration.ofHours(24));
        send();
    }

    private void send() {
        run().send();
    }

    private AlertRun run() {
        var server = new SmtpServer(
                "127.0.0.1",
                mails.getSmtp().getPort(),
                SmtpServer.Security.NONE,
                Optional.empty(),
                "alerts@imr.example");
        var gateway = new SearchGateway(
                new SearchService(index.engine(), Vocabularies.bundled()),
                new SearchGate(4, Duration.ofMinutes(1), Listener.NONE),
                Integer.MAX_VALUE);
        return new AlertRun(saved, gateway, new Mailer(server), "https://imr.example");
    }

    private MimeMessage[] received() {
        return mails.getReceivedMessages();
    }

    @Test
    void newDeterminationsOnTheSameItemAndRegionAreMailedOnce() throws Exception {
        var link = confirmed();
        day();
        assertEquals(0, received().length, "nothing is new");
        put(knee("CM14-0000002"));
        day();
        assertEquals(0, received().length, "of another region");
        put(neck("CM14-0000003", "reasons"));
        day();
        assertEquals("1 new determination: Necks", received()[0].getSubject());
        var digest = received()[0].getContent().toString();
        assertTrue(digest.contains("https://imr.example/determinations/CM14-0000003"), digest);
        assertTrue(digest.contains("https://imr.example" + link), digest);
        assertFalse(digest.contains("CM14-0000002") || digest.contains("weak point"), digest);
        day();
        assertEquals(1, received().length, "once");
    }

    @Test
    void changedIssuesAreMailedOnce() throws Exception {
        confirmed();
        put(neck(OWN, "other reasons"));
        day();
        assertEquals("1 changed issue: Necks", received()[0].getSubject());
        var digest = received()[0].getContent().toString();
        assertTrue(digest.contains("https://imr.example/determinations/" + OWN + "#issue-1"), digest);
        day();
        assertEquals(1, received().length, "once");
        put(neck(OWN, "yet other reasons"));
        put(neck("CM14-0000003", "reasons"));
        day();
        assertEquals("1 new determination, 1 changed issue: Necks", received()[1].getSubject());
    }

    @Test
    void onlyTheOwnerSeesAddsAndRemovesAddresses() {
        var link = kept();
        site.post(link + "/alerts", Map.of("address", KIM));
        var alert = saved.alerts().list(link.substring("/folders/".length())).getFirst();
        var remove = link + "/alerts/" + alert.id() + "/remove";
        assertTrue(site.get(link).body().contains(remove));
        site.anotherBrowser();
        assertFalse(site.get(link).body().contains(KIM));
        assertEquals(403, site.post(link + "/alerts", Map.of("address", KIM)).statusCode());
        assertEquals(403, site.post(remove, Map.of()).statusCode());
        site.save("/search?q=neck", "own", "");
        assertEquals(403, site.post(link + "/alerts", Map.of("address", KIM)).statusCode());
        assertEquals(403, site.post(remove, Map.of()).statusCode());
        assertEquals(1, saved.alerts().list(alert.subject().id()).size());
    }

    @Test
    void deletingTheFolderEndsItsAlerts() throws Exception {
        var link = confirmed();
        put(neck("CM14-0000003", "reasons"));
        assertEquals(303, site.post(link + "/delete", Map.of()).statusCode());
        day();
        assertEquals(0, received().length);
        assertEquals(List.of(), saved.alerts().list(link.substring("/folders/".length())));
    }
}
