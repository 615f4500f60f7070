package org.precedent.document.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MailReaderTest {
    private static final String HEADER =
            "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?UTF-8?Q?a_letter?=\r\nMIME-Version: 1.0\r\n";

    @Test
    void decodesQuotedPrintable() throws IOException {
        var mail = MailReader.read((HEADER
                        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + "The reviewer=E2=80=99s ratio=\r\nnale: Upheld\r\n")
                .getBytes(UTF_8));
        assertEquals("The reviewer’s rationale: Upheld\r\n", mail.body().text());
    }

    @Test
    void decodesTheDeclaredCharset() throws IOException {
        var mail = MailReader.read(
                (HEADER + "Content-Type: text/plain; charset=iso-8859-2\r\n\r\n\u00b1\r\n").getBytes(ISO_8859_1));
        assertEquals("ą\r\n", mail.body().text());
    }

    @Test
    void takesTheFullerOfAlternativeBodies() throws IOException {
        var mail = MailReader.read((HEADER + "Content-Type: multipart/alternative; boundary=x\r\n\r\n"
                        + "--x\r\nContent-Type: text/plain\r\n\r\nSee HTML\r\n"
                        + "--x\r\nContent-Type: text/html\r\n\r\n<p>The rationale in full</p>\r\n--x--\r\n")
                .getBytes(UTF_8));
        assertEquals("The rationale in full\n\n", mail.body().text());
    }

    @Test
    void keepsAttachmentsSeparate() throws IOException {
        var content = new byte[] {1, 2, 3};
        var mail = MailReader.read((HEADER + "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
                        + "--x\r\nContent-Type: text/plain\r\n\r\nAttached.\r\n"
                        + "--x\r\nContent-Type: application/octet-stream; name=\"a b.bin\"\r\n"
                        + "Content-Disposition: attachment; filename=\"a b.bin\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getEncoder().encodeToString(content) + "\r\n--x--\r\n")
                .getBytes(UTF_8));
        assertEquals("Attached.", mail.body().text());
        assertEquals("a b.bin", mail.attachments().getFirst().name());
        assertArrayEquals(content, mail.attachments().getFirst().content().bytes());
    }

    @Test
    void distinguishesAnEmailFromALetterWithAddressLines() {
        assertTrue(MailReader.isMail(HEADER + "\r\nText"));
        assertTrue(MailReader.isMail("From a@example.org Mon Jan  4 2016\nReceived: by x\n\tfor b\nFrom: a\n\nText"));
        assertFalse(MailReader.isMail("From: The reviewer\nTo: The worker\nDate: 1/4/2016\nRe: the decision\n\nText"));
        assertFalse(MailReader.isMail("FICTIONAL SAMPLE LETTER\n\nContent-Type: nothing\nMIME-Version: 1.0\n"));
        assertFalse(MailReader.isMail(""));
    }
}
