package org.precedent.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.precedent.document.BoundedInput;
import org.precedent.document.Caveat;
import org.precedent.document.Deadline;
import org.precedent.document.Extracted.Text;
import org.precedent.document.Limits;

/**
 * Extracts the text of a Word document (.docx): its headers and footers once, then the body with its notes.
 */
public final class DocxReader {
    private final WordPackage word;
    private final String mainPart;
    private final List<WordPackage.Relationship> relationships;
    private int leftOut;

    private DocxReader(WordPackage word, String mainPart) throws XMLStreamException, IOException {
        this.word = word;
        this.mainPart = mainPart;
        this.relationships = word.relationships(mainPart);
    }

    /**
     * Extracts the text; empty if the package is not a Word document.
     *
     * @throws XMLStreamException if its XML is malformed
     * @throws IOException if it is truncated or exceeds a limit
     */
    public static Optional<Text> read(byte[] bytes, Limits limits) throws IOException, XMLStreamException {
        var word = new WordPackage(parts(bytes, limits), Deadline.after(limits.time()));
        var main = word.mainPart();
        return main.isPresent() && isWord(word, main.get())
                ? Optional.of(new DocxReader(word, main.get()).read())
                : Optional.empty();
    }

    private static Map<String, byte[]> parts(byte[] bytes, Limits limits) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        long left = limits.fileBytes();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    var part = new BoundedInput(zip, left).readAllBytes();
                    left -= part.length;
                    parts.put(entry.getName(), part);
                }
            }
        }
        return parts;
    }

    /** Whether the package is a Word document; workbooks and presentations use the same package format. */
    private static boolean isWord(WordPackage word, String mainPart) throws XMLStreamException, IOException {
        var roots = new ArrayList<String>();
        WordXml.read(Objects.requireNonNull(word.parts().get(mainPart)), word.deadline(), element -> {
            if (roots.isEmpty()) {
                roots.add(element.name());
            }
        });
        return roots.equals(List.of("document"));
    }

    private Text read() throws XMLStreamException, IOException {
        var styles = WordStyles.read(part("styles"), word.deadline());
        var headers = new LinkedHashSet<String>();
        for (var type : List.of("header", "footer")) {
            for (var part : related(type)) {
                headers.add(text(part, styles, Map.of()).strip());
            }
        }
        headers.remove("");
        var notes = Map.of("footnote", notes("footnotes", styles), "endnote", notes("endnotes", styles));
        var body = text(Objects.requireNonNull(word.parts().get(mainPart)), styles, notes);
        var text = headers.isEmpty() ? body : String.join("\n", headers) + "\n\n" + body;
        return new Text(text, false, caveats());
    }

    private WordNotes notes(String type, WordStyles styles) throws XMLStreamException, IOException {
        var part = part(type);
        if (part.isEmpty()) {
            return WordNotes.NONE;
        }
        var numbering = WordNumbering.read(part("numbering"), word.deadline());
        var notes = WordNotes.read(part.get(), word.deadline(), () -> new WordText(styles, numbering));
        leftOut += notes.leftOut();
        return notes;
    }

    private String text(byte[] part, WordStyles styles, Map<String, WordNotes> notes)
            throws XMLStreamException, IOException {
        var text = new WordText(styles, WordNumbering.read(part("numbering"), word.deadline()), notes);
        WordXml.read(part, word.deadline(), text);
        leftOut += text.omittedCharacters();
        return text.layout();
    }

    private List<Caveat> caveats() {
        return leftOut == 0
                ? List.of()
                : List.of(new Caveat(
                        Caveat.Kind.HIDDEN_TEXT,
                        "the document holds " + leftOut + " characters of hidden text, or text deleted or moved by"
                                + " tracked changes, which were left out"));
    }

    private Optional<byte[]> part(String type) {
        return related(type).stream().findFirst();
    }

    /** Returns the parts related by the given type or, if a program wrote no relationships, those with the usual name. */
    private List<byte[]> related(String type) {
        var targets = relationships.stream()
                .filter(r -> r.type().equals(type))
                .map(WordPackage.Relationship::target)
                .toList();
        var usual = Pattern.compile(
                Pattern.quote(mainPart.substring(0, mainPart.lastIndexOf('/') + 1) + type) + "\\d*\\.xml");
        return word.parts().entrySet().stream()
                .filter(part ->
                        targets.isEmpty() ? usual.matcher(part.getKey()).matches() : targets.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * The parts of an Office Open XML package and the relationships between them (ECMA-376 part 2).
     *
     * @param parts XML parts by name, without a leading slash
     * @param deadline time limit for reading the package
     */
    private record WordPackage(Map<String, byte[]> parts, Deadline deadline) {
        private static final String DEFAULT_MAIN_PART = "word/document.xml";

        /**
         * A relationship from one part to another.
         *
         * @param type last segment of the relationship type: {@code officeDocument}, {@code header}, {@code numbering}
         * @param target name of the other part
         */
        record Relationship(String id, String type, String target) {}

        /**
         * Returns the name of the main document part, which differs between programs.
         */
        Optional<String> mainPart() throws XMLStreamException, IOException {
            return relationships("").stream()
                    .filter(r -> r.type.equals("officeDocument"))
                    .map(Relationship::target)
                    .filter(parts::containsKey)
                    .findFirst()
                    .or(() -> Optional.of(DEFAULT_MAIN_PART).filter(parts::containsKey));
        }

        /**
         * Returns the relationships of a part to other parts of the package.
         *
         * @param part name of the part; empty for the package itself
         */
        List<Relationship> relationships(String part) throws XMLStreamException, IOException {
            var folder = part.substring(0, part.lastIndexOf('/') + 1);
            var file = part.substring(folder.length());
            var bytes = parts.get(folder + "_rels/" + file + ".rels");
            var relationships = new ArrayList<Relationship>();
            if (bytes != null) {
                WordXml.read(bytes, deadline, element -> {
                    if (element.is("Relationship")
                            && !element.value("TargetMode").equals("External")) {
                        relationships.add(new Relationship(
                                element.value("Id"),
                                element.value("Type")
                                        .substring(element.value("Type").lastIndexOf('/') + 1),
                                resolved(folder, element.value("Target"))));
                    }
                });
            }
            return relationships;
        }

        /** Resolves a target, which is either relative to the folder of the part or absolute within the package. */
        private static String resolved(String folder, String target) {
            return java.net
                    .URI
                    .create("/" + folder)
                    .resolve(target.replace('\\', '/').replace(" ", "%20"))
                    .normalize()
                    .getPath()
                    .substring(1);
        }
    }
}
