package org.precedent.document.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.precedent.document.Caveat;

class PlainTextTest {
    @Test
    void readsTheRestOfAUtf8TextAroundAStrayByte() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("The reviewer’s “reasons” on §".getBytes(UTF_8));
        bytes.write(0x92);
        bytes.writeBytes(" and café".getBytes(UTF_8));
        var text = PlainText.decode(bytes.toByteArray());
        assertEquals("The reviewer’s “reasons” on §’ and café", text.text());
        assertEquals(1, text.strayBytes());
        assertEquals(Caveat.Kind.DAMAGED_CHARACTERS, text.caveats().getFirst().kind());
    }

    @Test
    void findsNothingDamagedInWindows1252() {
        var text = PlainText.decode("The reviewer’s café".getBytes(Charset.forName("windows-1252")));
        assertEquals("The reviewer’s café", text.text());
        assertTrue(text.caveats().isEmpty());
    }

    @Test
    void readsASequenceCutOffAtTheEnd() {
        assertEquals(
                "é Ã",
                PlainText.decode(new byte[] {(byte) 0xC3, (byte) 0xA9, ' ', (byte) 0xC3})
                        .text());
    }
}
