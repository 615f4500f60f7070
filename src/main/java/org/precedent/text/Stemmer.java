package org.precedent.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Krovetz stemmer: {@code injuries} and {@code injury} share a stem, {@code medical} and {@code medication} do not. Acronyms and
 * words with a digit are never stemmed.
 */
public final class Stemmer {
    private static final int MIN_LENGTH = 3;

    /** All stems of the Krovetz dictionary that some word with another first letter has: {@code siamese} becomes {@code thailand}. */
    private static final Set<String> RENAMED = Set.of("burma", "cambodia", "dutch", "philippines", "thailand");

    private final Set<String> acronyms;
    private final ThreadLocal<KStem> stemmers = ThreadLocal.withInitial(KStem::new);

    Stemmer(Set<String> acronyms) {
        this.acronyms = Set.copyOf(acronyms);
    }

    Set<String> acronyms() {
        return new TreeSet<>(acronyms);
    }

    /** Whether every word with this stem starts with the same letter as the stem. */
    public static boolean sharesInitial(String stem) {
        return !RENAMED.contains(stem);
    }

    String stem(String form) {
        if (form.length() <= MIN_LENGTH || acronyms.contains(form) || hasDigit(form)) {
            return form;
        }
        return stemmers.get().stem(form);
    }

    private static boolean hasDigit(String form) {
        for (int i = 0; i < form.length(); i++) {
            if (Character.isDigit(form.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Lucene exposes its stemmer only as a token filter, so each word is passed through a one-token stream. */
    private static final class KStem {
        private final KeywordTokenizer source = new KeywordTokenizer();
        private final TokenStream stream = new KStemFilter(source);
        private final CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);

        String stem(String form) {
            try {
                source.setReader(new StringReader(form));
                stream.reset();
                var stem = stream.incrementToken() ? term.toString() : form;
                stream.end();
                stream.close();
                return stem;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
