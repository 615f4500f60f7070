package org.precedent.parse.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.vocabulary.CountedText;

/**
 * Reads the case number from the running header or footer, {@code Final Determination Letter for IMR Case Number CM16-0000001}. Used only
 * if the header block has no case number, and only if all pages agree.
 */
public final class RunningHeader {
    private static final Pattern LINE = Pattern.compile(
            "^[^\\w\\n]{0,20}Final Determination Letter for IMR Case Number:?\\s{0,4}(CM\\s?\\d{2}\\s?-\\s?\\d{7})\\b",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private RunningHeader() {}

    /**
     * Returns the case number; empty if there is none or the pages disagree.
     *
     * @param text the text as extracted, because folded text does not contain running headers
     */
    public static Optional<Located<String>> caseNumber(CountedText text) {
        var line = text.matcher(LINE);
        Optional<Located<String>> found = Optional.empty();
        while (line.find()) {
            var number = line.group(1).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            if (found.isPresent() && !found.get().value().equals(number)) {
                return Optional.empty();
            }
            found = found.or(() -> Optional.of(new Located<>(number, new Span(line.start(1), line.end(1)))));
        }
        return found;
    }
}
