package org.precedent.web.saved;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.saved.SavedSearch;
import org.precedent.web.export.AbsoluteUrls;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/**
 * Reads and writes the bookmark file format of browsers (Netscape bookmark format).
 */
final class BookmarkFile {
    // possessive, without backtracking or crossing a tag, because a malicious file may consist of opening tags only
    private static final Pattern LINK =
            Pattern.compile("<A\\b([^<>]*+)>([^<]*+)</A>(?:\\s*+<DD>([^<]*+))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HREF = Pattern.compile("\\bHREF=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDED = Pattern.compile("\\bADD_DATE=\"([0-9]{1,11})\"", Pattern.CASE_INSENSITIVE);

    private BookmarkFile() {}

    /**
     * A link of a bookmark file.
     *
     * @param href decoded URL
     * @param name text of the link
     * @param note description below the link; may be empty
     * @param added when the bookmark was added; empty if not specified
     */
    record Bookmark(String href, String name, String note, Optional<Instant> added) {}

    /**
     * Writes saved searches as a bookmark file.
     */
    static String write(List<SavedSearch> list, AbsoluteUrls addresses) {
        var html = new StringBuilder("""
                <!DOCTYPE NETSCAPE-Bookmark-file-1>
                <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
                <TITLE>Bookmarks</TITLE>
                <H1>Bookmarks</H1>
                <DL><p>
                    <DT><H3>Precedent: saved searches</H3>
                    <DL><p>
                """);
        for (var saved : list) {
            html.append("        <DT><A HREF=\"")
                    .append(escaped(addresses.resolve(saved.draft().url())))
                    .append("\" ADD_DATE=\"")
                    .append(saved.created().at().getEpochSecond())
                    .append("\">")
                    .append(escaped(saved.draft().name()))
                    .append("</A>\n");
            if (!saved.draft().note().isEmpty()) {
                html.append("        <DD>")
                        .append(escaped(saved.draft().note()))
                        .append('\n');
            }
        }
        return html.append("    </DL><p>\n</DL><p>\n").toString();
    }

    /**
     * Reads the links of a bookmark file in order; everything else in the file is skipped.
     */
    static List<Bookmark> read(String html) {
        var found = new ArrayList<Bookmark>();
        var links = LINK.matcher(html);
        while (links.find()) {
            var note = Optional.ofNullable(links.group(3)).orElse("");
            first(HREF, links.group(1))
                    .ifPresent(href -> found.add(new Bookmark(
                            decoded(href),
                            decoded(links.group(2)).strip(),
                            decoded(note).strip(),
                            first(ADDED, links.group(1)).map(s -> Instant.ofEpochSecond(Long.parseLong(s))))));
        }
        return found;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String escaped(String text) {
        return EscapedAttributeUtils.escapeAttribute(TemplateMode.HTML, text);
    }

    private static String decoded(String text) {
        return EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, text);
    }
}
