package org.precedent.search.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.interpret.Interpretation.Valid;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.query.QueryTraits;
import org.precedent.search.query.TestTable;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.vocabulary.Vocabularies;

class ChosenRequestTest {
    private static final Interpreter INTERPRETER = new Interpreter(Vocabularies.bundled());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-ray cervical upheld | modality=X-ray&region=Cervical+spine&decision=Upheld",
                "MRI of the knee | modality=MRI&region=Knee",
                "norco overturned | decision=Overturned&treatment=hydrocodone%2Facetaminophen",
                "MRI after failed physical therapy | q=after+failed+physical+therapy&modality=MRI",
                "lumbar MRI radiculopathy | q=radiculopathy&modality=MRI&region=Lumbar+spine",
                "region:knee \"red flags\" | q=%22red+flags%22&region=Knee",
                "MRI/CT of the spine | q=MRI%2FCT+of+the&region=Spine",
                "red flags | q=red+flags",
            })
    void choosesWhatIsUnderstood(String typed, String query) {
        assertEquals(query, SearchUrl.query(read(SearchRequest.of(typed)).chosen()));
    }

    @Test
    void asksTheSameWhetherTypedOrChosen() {
        for (var row : TestTable.rows("understood.tsv")) {
            if (INTERPRETER.interpret(SearchRequest.of(row.getFirst())) instanceof Valid typed) {
                var chosen = read(typed.chosen());
                assertEquals(typed.chosen(), chosen.chosen(), row.getFirst());
                assertEquals(values(typed), values(chosen), row.getFirst());
            }
        }
    }

    /** All facet values and other conditions of the search in query syntax, whether typed or selected. */
    private static String values(Valid interpretation) {
        var query = interpretation.search().query();
        var selection = interpretation.search().selection();
        var parts = new TreeSet<String>();
        QueryTraits.conjuncts(query).forEach(p -> parts.add(QueryPrinter.print(p)));
        selection
                .chosen()
                .forEach((facet, values) ->
                        values.forEach(v -> parts.add(QueryPrinter.print(new Query.Has(new FacetValue(facet, v))))));
        return String.join(" ", parts);
    }

    private static Valid read(SearchRequest request) {
        return assertInstanceOf(Valid.class, INTERPRETER.interpret(request), request.text());
    }
}
