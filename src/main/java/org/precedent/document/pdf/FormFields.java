package org.precedent.document.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.precedent.document.Caveat;

/**
 * Fields of a filled-in PDF form. A viewer draws their values over the page, whose own text does not contain them.
 */
final class FormFields {
    private FormFields() {}

    /**
     * Draws the fields of a document onto its pages, in memory.
     *
     * @return what could not be drawn
     */
    static Optional<Caveat> draw(PDDocument document) {
        try {
            var form = document.getDocumentCatalog().getAcroForm();
            if (form != null && !form.getFields().isEmpty()) {
                refresh(form);
                form.flatten();
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(new Caveat(
                    Caveat.Kind.PAGE_WITHOUT_TEXT,
                    "the fields of the PDF's form cannot be read; compare the file, or print it to a new PDF"));
        }
    }

    /** Some programs fill a field in without drawing it; viewers then do. */
    private static void refresh(PDAcroForm form) throws IOException {
        var undrawn = new ArrayList<PDField>();
        for (var field : form.getFieldTree()) {
            if (field instanceof PDTerminalField filled
                    && !filled.getValueAsString().isEmpty()
                    && filled.getWidgets().stream().anyMatch(FormFields::isUndrawn)) {
                undrawn.add(field);
            }
        }
        form.refreshAppearances(undrawn);
    }

    private static boolean isUndrawn(PDAnnotationWidget widget) {
        return widget.getAppearance() == null || widget.getAppearance().getNormalAppearance() == null;
    }
}
