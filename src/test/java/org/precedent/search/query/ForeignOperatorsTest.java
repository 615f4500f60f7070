package org.precedent.search.query;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ForeignOperatorsTest {
    private static final Pattern LITERAL = Pattern.compile("[a-z]+");

    /** The words that occur in the patterns: near, adj, xor, atleast, seg and so on. */
    private static List<String> literals() throws IOException {
        var words = new ArrayList<String>();
        try (var in = ForeignOperators.class.getResourceAsStream("/search/foreign-signs.tsv")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            lines.filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(l -> l.split("\t", -1)[0].toLowerCase(Locale.ROOT))
                    .forEach(p -> LITERAL.matcher(p).results().forEach(m -> words.add(m.group())));
        }
        return words;
    }

    @Test
    void findsAnOperatorWrittenInCapitalsWithADigitOrWithASign() {
        for (var query : List.of("red NEAR flags", "red adj5 flags", "red~ flags", "red /seg flags", "#mri knee")) {
            assertTrue(ForeignOperators.findFirst(query).isPresent(), query);
        }
    }

    // a second word with a sign makes sure that every pattern is tried
    @Test
    void hasNoOperatorOfLowercaseLettersAlone() throws IOException {
        var words = literals();
        assertTrue(words.contains("atleast"), words.toString());
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            var query = new ArrayList<String>();
            for (int n = random.nextInt(4); n >= 0; n--) {
                query.add(words.get(random.nextInt(words.size())));
            }
            var text = String.join(random.nextInt(9) == 0 ? "" : " ", query);
            assertTrue(ForeignOperators.findFirst(text).isEmpty(), text);
            assertTrue(ForeignOperators.findFirst(text + " (knee)").isEmpty(), text);
        }
    }
}
