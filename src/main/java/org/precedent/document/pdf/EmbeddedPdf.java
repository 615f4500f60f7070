package org.precedent.document.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.precedent.document.BoundedInput;

/**
 * Extracts documents from PDF portfolios, which consist of a cover page and embedded files (ISO 32000-1, 7.11.6).
 */
final class EmbeddedPdf {
    private static final int MAX_DEPTH = 10;

    private EmbeddedPdf() {}

    static boolean isPortfolio(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject().containsKey(COSName.getPDFName("Collection"));
    }

    /**
     * Returns the embedded PDF of a portfolio that contains exactly one.
     *
     * @param maximum its maximum size in bytes
     */
    static Optional<byte[]> findSingle(PDDocument document, long maximum) throws IOException {
        var names = document.getDocumentCatalog().getNames();
        var files = new ArrayList<PDComplexFileSpecification>();
        if (names != null && names.getEmbeddedFiles() != null) {
            collect(names.getEmbeddedFiles(), files, 0);
        }
        var pdfs = files.stream().filter(EmbeddedPdf::isPdf).toList();
        if (pdfs.size() != 1 || pdfs.getFirst().getEmbeddedFile() == null) {
            return Optional.empty();
        }
        try (var in = new BoundedInput(pdfs.getFirst().getEmbeddedFile().createInputStream(), maximum)) {
            return Optional.of(in.readAllBytes());
        }
    }

    private static boolean isPdf(PDComplexFileSpecification file) {
        return String.valueOf(file.getFilename())
                .toLowerCase(java.util.Locale.ROOT)
                .endsWith(".pdf");
    }

    private static void collect(
            PDNameTreeNode<PDComplexFileSpecification> node, List<PDComplexFileSpecification> files, int depth)
            throws IOException {
        if (node.getNames() != null) {
            files.addAll(node.getNames().values());
        }
        if (node.getKids() != null && depth < MAX_DEPTH) {
            for (var child : node.getKids()) {
                collect(child, files, depth + 1);
            }
        }
    }
}
