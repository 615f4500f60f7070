package org.precedent.web.subject;

import java.util.List;
import org.precedent.search.facet.CitationValues;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.view.SubjectAddress;

/**
 * Kinds of subjects that have their own pages: guidelines and treatments.
 */
enum SubjectKind {
    /** Guidelines, down to edition, section and page. */
    GUIDELINE(
            "Guidelines",
            SubjectAddress.GUIDELINES,
            Dimension.CITATION,
            "What reviewers and claims administrators cite, down to edition, section and page, and how those issues were decided."),
    /** Treatments, by category, subcategory and item. */
    TREATMENT(
            "Treatments",
            SubjectAddress.TREATMENTS,
            Dimension.TREATMENT,
            "What is requested, by the state’s categories, how those issues were decided, and on which grounds.");

    private final String title;
    private final String root;
    private final Dimension dimension;
    private final String about;

    SubjectKind(String title, String root, Dimension dimension, String about) {
        this.title = title;
        this.root = root;
        this.dimension = dimension;
        this.about = about;
    }

    String title() {
        return title;
    }

    /** Path of the list of all subjects of this kind. */
    String root() {
        return root;
    }

    /** Dimension by which its values are counted. */
    Dimension dimension() {
        return dimension;
    }

    /** Facet of its values. */
    Facet facet() {
        return dimension.facet().orElseThrow();
    }

    /** Names of the path parameters, from the top level down. */
    List<String> levels() {
        return switch (this) {
            case GUIDELINE -> List.of("family", "title", "edition", "part");
            case TREATMENT -> List.of("category", "subcategory", "item");
        };
    }

    /** Heading of the list of values directly below a value with this many ancestors. */
    String narrowerHeading(int above) {
        return switch (this) {
            case GUIDELINE -> above == 0 ? "Titles" : above == 1 ? "Editions" : "Sections and pages";
            case TREATMENT -> above == 0 ? "Narrower treatments" : "Items requested";
        };
    }

    String about() {
        return about;
    }

    /** Search for the issues about a value; for guidelines, those in which the reviewer cites it. */
    SearchRequest requestFor(String value) {
        boolean title = this == GUIDELINE && !value.contains(CitationValues.SEPARATOR);
        return SearchRequest.EVERYTHING.with(
                Selection.NONE.with(new FacetValue(title ? Facet.GUIDELINE : facet(), value)));
    }

    /** Whether items are listed directly below the value. */
    boolean hasItems(String value) {
        return this == TREATMENT && FacetPaths.hasTreatmentItems(value);
    }

    /** Whether the value is an item, which is counted separately below each treatment in which it is requested. */
    boolean isCountedBelow(String value) {
        return this == TREATMENT && FacetPaths.isTreatmentItem(value);
    }

    /** Label of a value below its parent: for guidelines, without the parent's name. */
    String label(String above, String value) {
        if (this == GUIDELINE) {
            for (var joint : List.of(CitationValues.SEPARATOR, " ")) {
                if (value.startsWith(above + joint)) {
                    return value.substring(above.length() + joint.length());
                }
            }
        }
        return value;
    }
}
