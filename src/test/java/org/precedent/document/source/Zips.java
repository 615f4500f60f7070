package org.precedent.document.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Creates ZIP archives, and documents that are ZIP archives.
 */
public final class Zips {
    private static final String WORDS =
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

    private Zips() {}

    /**
     * A ZIP archive with these entries, in the map's order.
     */
    public static byte[] of(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * A ZIP archive with one entry.
     */
    public static byte[] of(String name, byte[] content) {
        return of(Map.of(name, content));
    }

    /**
     * A ZIP archive with one entry whose name is encoded in one charset but declared as another. Only UTF-8 is really declared, by a
     * flag.
     */
    public static byte[] of(String name, byte[] content, Charset announced, Charset written) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, announced)) {
            zip.putNextEntry(new ZipEntry(new String(name.getBytes(written), announced)));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * A ZIP archive as written by streaming tools: one uncompressed entry whose size and checksum follow the content.
     */
    public static byte[] storedWithDescriptor(String name, byte[] content) {
        var checksum = new CRC32();
        checksum.update(content);
        int crc = (int) checksum.getValue();
        var path = name.getBytes(UTF_8);
        int end = 30 + path.length + content.length + 16;
        var zip = ByteBuffer.allocate(end + 46 + path.length + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) 8)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt(0)
                .putInt(0)
                .putInt(0)
                .putShort((short) path.length)
                .putShort((short) 0)
                .put(path)
                .put(content);
        zip.putInt(0x08074b50).putInt(crc).putInt(content.length).putInt(content.length);
        zip.putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) 8)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt(crc)
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) path.length)
                .putInt(0);
        zip.putShort((short) 0).putShort((short) 0).putInt(0).putInt(0).put(path);
        zip.putInt(0x06054b50)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(46 + path.length)
                .putInt(end);
        return zip.putShort((short) 0).array();
    }

    /**
     * A Word document with this XML in its body.
     */
    public static byte[] docx(String body) {
        return docxOf(WORDS + "<w:body>" + body + "</w:body></w:document>");
    }

    public static byte[] docxOf(String xml) {
        var entries = new java.util.LinkedHashMap<String, byte[]>();
        entries.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
        entries.put("word/document.xml", xml.getBytes(UTF_8));
        return of(entries);
    }
}
