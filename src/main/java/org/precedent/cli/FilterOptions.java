package org.precedent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.precedent.search.Facet;
import org.precedent.search.FacetValue;
import org.precedent.search.Selection;
import picocli.CommandLine.Option;

/**
 * Filters beside the words of a search; each may be given several times and then any of its values will do.
 */
@SuppressWarnings("FieldMayBeFinal") // picocli sets the fields
final class FilterOptions {
    @Option(names = "--modality", paramLabel = "NAME", description = "imaging modality: MRI, X-ray, CT, ...")
    private List<String> modality = new ArrayList<>();

    @Option(names = "--region", paramLabel = "NAME", description = "body region: \"Cervical spine\", Shoulder, ...")
    private List<String> region = new ArrayList<>();

    @Option(names = "--decision", paramLabel = "NAME", description = "Upheld, Overturned or \"Partly overturned\"")
    private List<String> decision = new ArrayList<>();

    @Option(names = "--guideline", paramLabel = "NAME", description = "MTUS, ODG, \"MTUS Low Back Complaints\", ...")
    private List<String> guideline = new ArrayList<>();

    @Option(names = "--specialty", paramLabel = "NAME", description = "the reviewer's: \"Orthopedic Surgery\", ...")
    private List<String> specialty = new ArrayList<>();

    @Option(names = "--treatment", paramLabel = "NAME", description = "treatment category: Injection, Surgery, ...")
    private List<String> treatment = new ArrayList<>();

    @Option(names = "--year", paramLabel = "YEAR", description = "year of the decision")
    private List<String> year = new ArrayList<>();

    @Option(names = "--outcome", paramLabel = "NAME", description = "of the letter: \"All upheld\", Mixed, ...")
    private List<String> outcome = new ArrayList<>();

    Selection selection() {
        var selection = Selection.NONE;
        for (var given : byFacet().entrySet()) {
            for (var value : given.getValue()) {
                selection = selection.with(new FacetValue(given.getKey(), value));
            }
        }
        return selection;
    }

    private Map<Facet, List<String>> byFacet() {
        return Map.of(
                Facet.MODALITY, modality,
                Facet.REGION, region,
                Facet.DECISION, decision,
                Facet.GUIDELINE, guideline,
                Facet.SPECIALTY, specialty,
                Facet.TREATMENT, treatment,
                Facet.YEAR, year,
                Facet.OUTCOME, outcome);
    }
}
