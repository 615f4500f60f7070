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
 * Renders the fields of a filled-in PDF form. Viewers draw field values over the page; the page content itself does not contain them.
 */
final class FormFields {
    private FormFields() {}

    /**
     * Draws the form fields of a document onto its pages, in memory.
     *
     * @return a caveat if some fields could not be drawn
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

    /** Some programs set the value of a field without generating its appearance, leaving that to the viewer. */
    private static void refresh(PDAcroForm form) throws IOException {
        var undrawn = new ArrayList<PDField>();
        for (var field : form.getFieldTree()) {
            if (field instanceof PDTerminalField filled
                    && !filled.getValueAsString().isEmpty()
                    && filled.getWidgets().stream().anyMatch(FormFields::lacksAppearance)) {
                undrawn.add(field);
            }
        }
        form.refreshAppearances(undrawn);
    }

    private static boolean lacksAppearance(PDAnnotationWidget widget) {
        return widget.getAppearance() == null || widget.getAppearance().getNormalAppearance() == null;
    }
}
