package org.precedent.document.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;

/**
 * Which layers of a PDF are switched off as it opens (optional content, ISO 32000-1, 8.11), and whether content being read lies
 * in one.
 */
final class Layers {
    private final Optional<PDOptionalContentProperties> properties;
    private final Deque<Boolean> sequences = new ArrayDeque<>();
    private int off;

    Layers(PDDocument document) {
        properties = Optional.ofNullable(document.getDocumentCatalog().getOCProperties());
    }

    void beginPage() {
        sequences.clear();
        off = 0;
    }

    /** Begins a marked sequence of content. */
    void begin(COSName tag, COSDictionary dictionary) {
        boolean isOff = COSName.OC.equals(tag) && dictionary != null && isOff(PDPropertyList.create(dictionary));
        sequences.push(isOff);
        off += isOff ? 1 : 0;
    }

    /** Ends the marked sequence begun last. */
    void end() {
        if (!sequences.isEmpty() && sequences.pop()) {
            off--;
        }
    }

    /** Whether what is read now is switched off. */
    boolean isOff() {
        return off > 0;
    }

    private boolean isOff(PDPropertyList layer) {
        return properties.isPresent()
                && switch (layer) {
                    case PDOptionalContentGroup group -> !properties.get().isGroupEnabled(group);
                    case PDOptionalContentMembershipDictionary membership -> isOff(membership);
                    default -> false;
                };
    }

    private boolean isOff(PDOptionalContentMembershipDictionary membership) {
        List<PDPropertyList> groups = membership.getOCGs();
        long out = groups.stream().filter(this::isOff).count();
        var policy = membership.getVisibilityPolicy().getName();
        return !groups.isEmpty()
                && switch (policy) {
                    case "AllOn" -> out > 0;
                    case "AnyOff" -> out == 0;
                    case "AllOff" -> out < groups.size();
                    default -> out == groups.size();
                };
    }
}
