package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits the text after "Section(s):" in a citation into section names. Names are separated by commas but may also contain commas. A
 * comma separates two names only if the next word begins with a capital letter or a digit; names that break this rule are listed in
 * {@code guideline-section.tsv}.
 */
public final class SectionNames {
    private static final int COLUMNS = 2;

    /** Numbered headings are long and full of commas and capitals; only the next number begins a new one. */
    private static final Pattern NUMBERED = Pattern.compile("\\d+(?:\\.\\d+)+\\s.*", Pattern.DOTALL);

    private static final Pattern NEXT_NUMBER = Pattern.compile(",\\s+(?=\\d+(?:\\.\\d+)*\\s)");
    private static final Pattern NEXT_NAME = Pattern.compile(",\\s+(?=[\\p{Lu}\\d])");

    private static final List<String> WITH_COMMA =
            VocabularyFile.rows("guideline-section", VocabularyFile.resource("guideline-section"), COLUMNS).stream()
                    .map(List::getFirst)
                    .toList();

    private SectionNames() {}

    /**
     * The section names in their order.
     */
    public static List<String> split(String sections) {
        var text = sections.strip();
        if (NUMBERED.matcher(text).matches()) {
            return parts(text, NEXT_NUMBER);
        }
        var names = new ArrayList<String>();
        int start = 0;
        var matcher = NEXT_NAME.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            var known = known(text.substring(start));
            if (known > 0 && start + known > matcher.start()) {
                from = start + known;
            } else if (isOpen(text.substring(start, matcher.start()))) {
                from = matcher.end();
            } else {
                add(names, text.substring(start, matcher.start()));
                start = matcher.end();
                from = start;
            }
            if (from >= text.length()) {
                break;
            }
        }
        add(names, text.substring(start));
        return List.copyOf(names);
    }

    /** Length of the known name with a comma at the start of the text; 0 if there is none. */
    private static int known(String text) {
        return WITH_COMMA.stream()
                .filter(name -> text.regionMatches(true, 0, name, 0, name.length()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static boolean isOpen(String text) {
        return text.chars().filter(c -> c == '(').count()
                > text.chars().filter(c -> c == ')').count();
    }

    private static List<String> parts(String text, Pattern between) {
        var names = new ArrayList<String>();
        for (var part : between.split(text, -1)) {
            add(names, part);
        }
        return List.copyOf(names);
    }

    private static void add(List<String> names, String name) {
        var plain = name.strip();
        if (!plain.isEmpty()) {
            names.add(plain);
        }
    }
}
