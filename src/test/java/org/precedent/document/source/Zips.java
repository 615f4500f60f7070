package org.precedent.document.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes archives and the documents that are archives.
 */
public final class Zips {
    private static final String WORDS =
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

    private Zips() {}

    /**
     * An archive of these entries, in the map's order.
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
     * An archive of one entry.
     */
    public static byte[] of(String name, byte[] content) {
        return of(Map.of(name, content));
    }

    /**
     * A Word document whose body is this XML.
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
