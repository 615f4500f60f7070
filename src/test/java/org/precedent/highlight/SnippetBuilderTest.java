package org.precedent.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Span;
import org.precedent.search.Snippet.Piece;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.query.Query;
import org.precedent.search.query.TextField;
import org.precedent.text.Neighbors;
import org.precedent.text.Synonyms;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Tokenizer;
import org.precedent.vocabulary.Vocabularies;

class SnippetBuilderTest {
    private final TextAnalysis analysis = analysis();

    @Test
    void marksNeighborsSeparatelyFromMatches() {
        assertEquals(
                List.of(
                        new Piece("The ", false),
                        new Piece("opioid", false, Optional.of("painkiller")),
                        new Piece(" was not ", false),
                        new Piece("weaned", true),
                        new Piece(".", false)),
                pieces("painkiller wean", "The opioid was not weaned."));
    }

    @Test
    void marksAMatchOnceEvenIfItIsAlsoANeighbor() {
        var pieces = pieces("painkiller opioid", "The opioid was not weaned.");
        assertTrue(pieces.contains(new Piece("opioid", true)), pieces.toString());
        assertTrue(pieces.stream().noneMatch(p -> p.near().isPresent()), pieces.toString());
    }

    @Test
    void namesTheWholeExpressionTyped() {
        var pieces = pieces("pinched nerve", "No radiculopathy was found.");
        assertTrue(pieces.contains(new Piece("radiculopathy", false, Optional.of("pinched nerve"))), pieces.toString());
    }

    private List<Piece> pieces(String typed, String text) {
        List<Query> words = List.of(typed.split(" ")).stream()
                .<Query>map(w -> new Query.Word(w, new Span(typed.indexOf(w), typed.indexOf(w) + w.length())))
                .toList();
        var marker = new Highlighter(analysis, new Query.And(words), new Highlighter.Mode(true, false));
        return new SnippetBuilder(analysis, marker, (sentence, tokens) -> false)
                .markWhole(TextField.RATIONALE, text)
                .snippets()
                .getFirst()
                .pieces();
    }

    private static TextAnalysis analysis() {
        var tokenizer = new Tokenizer(Vocabularies.bundled());
        var synonyms = new Synonyms(tokenizer);
        return new TextAnalysis(
                tokenizer, synonyms, new Neighbors(tokenizer, synonyms), new FacetPaths(Vocabularies.bundled()));
    }
}
