package org.precedent.determination;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A legal citation in the formats people paste: plain text, HTML, BibTeX and RIS. Each format escapes whatever the
 * determination contains.
 *
 * @param citation the citation to format
 * @param address absolute URL of the determination or issue: {@code https://host/determinations/CM14-0012345#issue-2}; omitted from the
 *     output if it has no host, because it would work for no one else
 */
public record CitationFormats(LegalCitation citation, String address) {
    /** The warning included with every citation. */
    public static final String CAUTION = "IMR determinations are not legal precedent.";

    private static final DateTimeFormatter RIS_DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final DateTimeFormatter BIBTEX_MONTH = DateTimeFormatter.ofPattern("MMM", Locale.US);

    /**
     * Returns the citation as one line of plain text.
     */
    public String plain() {
        return citation.plain();
    }

    /**
     * Returns the citation as HTML with a link, for pasting into word processors; the only elements are {@code a} and {@code cite}.
     */
    public String html() {
        if (!isAbsolute()) {
            return "<cite>" + escaped(citation.name()) + "</cite>"
                    + escaped(citation.plain().substring(citation.name().length()));
        }
        var name = "<a href=\"" + escaped(address) + "\"><cite>" + escaped(citation.name()) + "</cite></a>";
        return name + escaped(citation.plain().substring(citation.name().length()));
    }

    /**
     * Returns a BibTeX entry, terminated by a line break.
     */
    public String bibtex() {
        return bibtex("");
    }

    /**
     * Returns a BibTeX entry with an abstract; without one if {@code about} is empty.
     */
    public String bibtex(String about) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", "{{" + tex(citation.title()) + "}}");
        fields.put("author", "{{" + tex("California Division of Workers' Compensation") + "}}");
        fields.put("howpublished", "{Independent Medical Review final determination}");
        citation.decided().ifPresent(day -> date(fields, day));
        citation.caseNumber().ifPresent(number -> fields.put("number", "{" + tex(number) + "}"));
        if (isAbsolute()) {
            fields.put("url", "{" + address.replaceAll("[{}\\\\\\s]", "") + "}");
        }
        fields.put("note", "{" + tex(remark()) + "}");
        if (!about.isEmpty()) {
            fields.put("abstract", "{" + tex(about) + "}");
        }
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = " + field.getValue())
                .collect(Collectors.joining(",\n", "@misc{" + key() + ",\n", "\n}\n"));
    }

    /**
     * Returns a RIS record, with CR LF line endings as the format requires.
     */
    public String ris() {
        return ris("");
    }

    /**
     * Returns a RIS record with an abstract; without one if {@code about} is empty.
     */
    public String ris(String about) {
        var ris = new StringBuilder();
        tag(ris, "TY", "CASE");
        tag(ris, "ID", key());
        tag(ris, "TI", citation.title());
        tag(ris, "PB", LegalCitation.AUTHORITY);
        citation.decided().ifPresent(day -> {
            tag(ris, "PY", Integer.toString(day.getYear()));
            tag(ris, "DA", RIS_DAY.format(day));
        });
        citation.caseNumber().ifPresent(number -> tag(ris, "CN", number));
        if (isAbsolute()) {
            tag(ris, "UR", address);
        }
        tag(ris, "N1", remark());
        if (!about.isEmpty()) {
            tag(ris, "AB", about);
        }
        tag(ris, "ER", "");
        return ris.toString();
    }

    private boolean isAbsolute() {
        return address.startsWith("http");
    }

    private String key() {
        var issue = citation.issue().map(i -> "-" + i.number()).orElse("");
        return "imr-" + citation.id().replaceAll("[^A-Za-z0-9.-]", "-") + issue;
    }

    private String remark() {
        return citation.issue()
                        .map(i -> i.decision().label() + ": " + i.decision().effect() + ". ")
                        .orElse("")
                + CAUTION;
    }

    private static void date(Map<String, String> fields, LocalDate day) {
        fields.put("year", "{" + day.getYear() + "}");
        fields.put("month", BIBTEX_MONTH.format(day).toLowerCase(Locale.ROOT));
        fields.put("day", "{" + day.getDayOfMonth() + "}");
    }

    private static void tag(StringBuilder ris, String tag, String value) {
        ris.append(tag)
                .append("  - ")
                .append(value.replaceAll("\\p{Cntrl}+", " "))
                .append("\r\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String tex(String text) {
        var tex = new StringBuilder();
        text.codePoints().forEach(c -> tex.append(texOf(c)));
        return tex.toString();
    }

    private static String texOf(int c) {
        return switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '{', '}', '&', '%', '$', '#', '_' -> "\\" + (char) c;
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '…' -> "\\ldots{}";
            default -> Character.isISOControl(c) ? " " : Character.toString(c);
        };
    }
}
