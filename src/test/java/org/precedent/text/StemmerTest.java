package org.precedent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.en.KStemFilter;
import org.junit.jupiter.api.Test;

class StemmerTest {
    private final Stemmer stemmer = new Stemmer(Set.of("mris"));

    @Test
    void joinsFormsOfAWord() {
        assertEquals("injury", stemmer.stem("injuries"));
        assertEquals("mris", stemmer.stem("mris"), "an acronym");
        assertEquals("c5s", stemmer.stem("c5s"), "a word with a digit");
    }

    @Test
    void knowsEveryStemWithAnotherFirstLetter() throws ReflectiveOperationException {
        var words = dictionary();
        assertTrue(words.size() > 20_000, "only " + words.size() + " words");
        var renamed = new TreeSet<String>();
        for (var word : words) {
            for (var ending : List.of("", "s", "ed", "ing")) {
                var stem = stemmer.stem(word + ending);
                if (stem.charAt(0) != word.charAt(0)) {
                    renamed.add(stem);
                }
            }
        }
        assertEquals(Set.of("burma", "cambodia", "dutch", "philippines", "thailand"), renamed);
        assertTrue(renamed.stream().noneMatch(Stemmer::sharesInitial));
        assertTrue(Stemmer.sharesInitial("injury"));
    }

    /** All words that Lucene's stemmer knows; it keeps them in arrays of package-private classes. */
    private static Set<String> dictionary() throws ReflectiveOperationException {
        var arrays = new ArrayList<Object>();
        var stemmer = Class.forName(KStemFilter.class.getPackageName() + ".KStemmer");
        for (var name :
                List.of("exceptionWords", "directConflations", "countryNationality", "supplementDict", "properNouns")) {
            arrays.add(value(stemmer.getDeclaredField(name)));
        }
        for (int part = 1; part <= 8; part++) {
            arrays.add(value(Class.forName(KStemFilter.class.getPackageName() + ".KStemData" + part)
                    .getDeclaredField("data")));
        }
        var words = new TreeSet<String>();
        arrays.forEach(array -> addAll(words, array));
        return words;
    }

    private static Object value(Field field) throws ReflectiveOperationException {
        field.setAccessible(true);
        return field.get(null);
    }

    private static void addAll(Set<String> words, Object array) {
        for (var element : (Object[]) array) {
            if (element instanceof String word) {
                words.add(word);
            } else {
                addAll(words, element);
            }
        }
    }
}
