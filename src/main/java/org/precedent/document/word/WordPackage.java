package org.precedent.document.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.precedent.document.Deadline;

/**
 * The parts of an Office Open XML package and how they refer to one another (ECMA-376 part 2).
 *
 * @param parts XML parts by name without a leading slash
 * @param deadline until when it may be read
 */
record WordPackage(Map<String, byte[]> parts, Deadline deadline) {
    private static final String USUAL_MAIN_PART = "word/document.xml";

    /**
     * A reference from one part to another.
     *
     * @param type the last step of the relationship's type: {@code officeDocument}, {@code header}, {@code numbering}
     * @param target name of the other part
     */
    record Relationship(String id, String type, String target) {}

    /**
     * Name of the part with the document's body, whatever a program calls it.
     */
    Optional<String> mainPart() throws XMLStreamException, IOException {
        return relationships("").stream()
                .filter(r -> r.type.equals("officeDocument"))
                .map(Relationship::target)
                .filter(parts::containsKey)
                .findFirst()
                .or(() -> Optional.of(USUAL_MAIN_PART).filter(parts::containsKey));
    }

    /**
     * What a part refers to within the package.
     *
     * @param part its name; empty for the package itself
     */
    List<Relationship> relationships(String part) throws XMLStreamException, IOException {
        var folder = part.substring(0, part.lastIndexOf('/') + 1);
        var file = part.substring(folder.length());
        var bytes = parts.get(folder + "_rels/" + file + ".rels");
        var relationships = new ArrayList<Relationship>();
        if (bytes != null) {
            WordXml.read(bytes, deadline, element -> {
                if (element.is("Relationship") && !element.value("TargetMode").equals("External")) {
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

    /** Targets are relative to the folder of the part, or absolute in the package. */
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
