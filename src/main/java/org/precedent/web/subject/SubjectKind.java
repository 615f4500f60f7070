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
 * The kinds of subject that have pages of their own: guidelines and treatments.
 */
enum SubjectKind {
    /** Guidelines down to edition, section and page. */
    GUIDELINE(
            "Guidelines",
            SubjectAddress.GUIDELINES,
            Dimension.CITATION,
            "What reviewers and claims administrators cite, down to edition, section and page, and how those issues were decided."),
    /** Treatments by category, subcategory and item. */
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

    /** The address of the list of all. */
    String root() {
        return root;
    }

    /** What its values are counted by. */
    Dimension dimension() {
        return dimension;
    }

    /** The facet of those values. */
    Facet facet() {
        return dimension.facet().orElseThrow();
    }

    /** The names of the parts of an address, from the top. */
    List<String> levels() {
        return switch (this) {
            case GUIDELINE -> List.of("family", "title", "edition", "part");
            case TREATMENT -> List.of("category", "subcategory", "item");
        };
    }

    /** The values directly below a value with this many above it. */
    String narrowerHeading(int above) {
        return switch (this) {
            case GUIDELINE -> above == 0 ? "Titles" : above == 1 ? "Editions" : "Sections and pages";
            case TREATMENT -> above == 0 ? "Narrower treatments" : "Items requested";
        };
    }

    String about() {
        return about;
    }

    /** The issues about a value; for guidelines, those whose reviewer cites it. */
    SearchRequest requestFor(String value) {
        boolean title = this == GUIDELINE && !value.contains(CitationValues.BELOW);
        return SearchRequest.EVERYTHING.with(
                Selection.NONE.with(new FacetValue(title ? Facet.GUIDELINE : facet(), value)));
    }

    /** Whether items are directly below a value. */
    boolean hasItems(String value) {
        return this == TREATMENT && FacetPaths.hasTreatmentItems(value);
    }

    /** Whether a value is an item, which is counted below each treatment it is requested in. */
    boolean isCountedBelow(String value) {
        return this == TREATMENT && FacetPaths.isTreatmentItem(value);
    }

    /** What a value adds to the one above it. */
    String label(String above, String value) {
        if (this == GUIDELINE) {
            for (var joint : List.of(CitationValues.BELOW, " ")) {
                if (value.startsWith(above + joint)) {
                    return value.substring(above.length() + joint.length());
                }
            }
        }
        return value;
    }
}
