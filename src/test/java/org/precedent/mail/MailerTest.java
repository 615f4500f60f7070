package org.precedent.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.mail.SmtpServer.Login;
import org.precedent.mail.SmtpServer.Security;

class MailerTest {
    private static final Mail MAIL = new Mail(
            "0123456789012345678901",
            "kim@firm.example",
            "2 new: naïve\r\nBcc: all@firm.example",
            "Zwei – two\n.\nend\n",
            Optional.of("https://imr.example/alerts/x"));

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsHeadersAndTextAsGiven() throws Exception {
        mailer(Optional.empty(), Security.NONE).send(MAIL);
        var received = server.getReceivedMessages();
        assertEquals(1, received.length);
        var mail = received[0];
        assertEquals("<0123456789012345678901@imr.example>", mail.getMessageID());
        assertEquals("2 new: naïve Bcc: all@firm.example", mail.getSubject());
        assertEquals("alerts@imr.example", mail.getFrom()[0].toString());
        assertEquals(1, mail.getAllRecipients().length, "a line end in the subject adds no recipient");
        assertEquals("<https://imr.example/alerts/x>", mail.getHeader("List-Unsubscribe", null));
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals(
                "Zwei – two\n.\nend",
                mail.getContent().toString().replace("\r\n", "\n").strip());
    }

    @Test
    void logsInWhereTheServerAsks() throws Exception {
        server.setUser("alerts@imr.example", "precedent", "secret");
        mailer(Optional.of(new Login("precedent", "secret")), Security.NONE).send(MAIL);
        assertEquals(1, server.getReceivedMessages().length);
        var refused = assertThrows(
                Mailer.NotSent.class,
                () -> mailer(Optional.of(new Login("precedent", "wrong")), Security.NONE)
                        .send(MAIL));
        assertFalse(refused.isPermanent());
        assertFalse(String.valueOf(refused.getMessage()).contains("wrong"), "the password is not shown");
    }

    @Test
    void doesNotStartWithoutTheRequestedProtection() {
        for (var security : new Security[] {Security.STARTTLS, Security.TLS}) {
            assertThrows(
                    Mailer.NotSent.class,
                    () -> mailer(Optional.empty(), security).send(MAIL));
        }
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void aServerThatIsAwayIsNamedAndMayBeTriedAgain() {
        int port = server.getSmtp().getPort();
        server.stop();
        var mailer =
                new Mailer(new SmtpServer("127.0.0.1", port, Security.NONE, Optional.empty(), "alerts@imr.example"));
        var away = assertThrows(Mailer.NotSent.class, () -> mailer.send(MAIL));
        assertFalse(away.isPermanent());
        assertTrue(String.valueOf(away.getMessage()).startsWith("127.0.0.1 port " + port), away.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kim",
                "kim@",
                "@firm.example",
                "kim@firm.example, all@firm.example",
                "kim@firm.example\r\nBcc: all@firm.example",
                "Kim <kim@firm.example>",
                "kim@@firm.example",
                "kim firm@firm.example",
                "\"a b\"@firm.example",
                "kim@firm..example"
            })
    void anInvalidAddressIsRejected(String text) {
        assertEquals(Optional.empty(), MailAddress.parse(text));
    }

    @Test
    void plainAddressesAreTaken() {
        assertEquals(Optional.of("kim.o'hara+imr@firm.example"), MailAddress.parse(" kim.o'hara+imr@firm.example "));
    }

    private Mailer mailer(Optional<Login> login, Security security) {
        return new Mailer(
                new SmtpServer("127.0.0.1", server.getSmtp().getPort(), security, login, "alerts@imr.example"));
    }
}
