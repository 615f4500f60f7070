package org.precedent.parse.privacy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;

/**
 * Detects and redacts personal data in the names of files and of folders within archives: {@code Roe, Jane 1970-01-02.pdf}.
 */
public final class FileNames {
    /** Words of file names that are not personal names, in lower case. */
    private static final Set<String> FILE_WORDS = Set.of(
            ("appeal application april attachment august case claim comp compensation copy december decision denial determination doc document "
                            + "documents draft exhibit february fictional file final folder imr independent index injury january july june letter letters "
                            + "march maximus may medical new notice november october original overturned page pages part redacted report retro review sample "
                            + "scan scanned september services set signed two unit updated upheld utilization volume workers")
                    .split(" ", -1));

    private static final Pattern PARTS = Pattern.compile("(?<=[/\\\\])");
    private static final Pattern SEPARATORS = Pattern.compile("[_+.\\s]+");
    private static final Pattern NAME =
            Pattern.compile("(?<!\\p{L})\\p{Lu}[\\p{L}'’]{1,40},?[ -]\\p{Lu}[\\p{L}'’]{1,40}(?!\\p{L})");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}'’]+");
    private static final int MIN_NAME_LENGTH = 3;
    private static final int DIGITS = 12;
    /** Maximum number of characters examined; no file system allows longer names. */
    private static final int MAX_LENGTH = 1_024;

    private final Lexicon lexicon;
    private final Set<String> names;

    private FileNames(Lexicon lexicon, Set<String> names) {
        this.lexicon = lexicon;
        this.names = names;
    }

    /**
     * Whether the name of a file, or of a folder in an archive, appears to identify a person.
     *
     * @param source file name, or {@code archive.zip!/folder/name}
     */
    public static boolean identify(Lexicon lexicon, String source) {
        return !new FileNames(lexicon, Set.of())
                .redact(source, "0".repeat(DIGITS))
                .equals(source);
    }

    /**
     * Replaces each part of a name that appears to identify a person with {@code redacted}. For the file itself, the start of its digest is
     * appended, so that names remain unique.
     *
     * @param sha256 hexadecimal digest of the file
     * @param text the text of the file; personal names found in it are also recognized in the file name
     */
    public static String redact(Lexicon lexicon, String source, String sha256, CountedText text) {
        return new FileNames(lexicon, PersonalDataFinder.names(lexicon, text)).redact(source, sha256);
    }

    private String redact(String source, String sha256) {
        var parts = PARTS.split(source, -1);
        for (int i = 0; i < parts.length; i++) {
            var separator =
                    parts[i].endsWith("/") || parts[i].endsWith("\\") ? parts[i].substring(parts[i].length() - 1) : "";
            var name = parts[i].substring(0, parts[i].length() - separator.length());
            if (identifies(stem(name))) {
                boolean isFile = i == parts.length - 1;
                var mark = isFile ? "redacted-" + sha256.substring(0, Math.min(DIGITS, sha256.length())) : "redacted";
                parts[i] = mark + name.substring(stem(name).length()) + separator;
            }
        }
        return String.join("", parts);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= ".jsonl!".length() ? name.substring(0, dot) : name;
    }

    private boolean identifies(String stem) {
        var spaced = SEPARATORS
                .matcher(stem.substring(0, Math.min(MAX_LENGTH, stem.length())))
                .replaceAll(" ");
        return hasNumber(stem) || hasNumber(spaced) || looksLikeName(spaced) || isNamedInText(spaced);
    }

    private static boolean hasNumber(String name) {
        var searched = new SearchedText(name);
        return PiiPattern.ALL.stream()
                .filter(p -> !p.isName() && p.mayBeIn(searched))
                .anyMatch(p -> p.pattern().matcher(name).find());
    }

    private boolean looksLikeName(String spaced) {
        var name = NAME.matcher(spaced);
        int from = 0;
        while (name.find(from)) {
            if (isName(name.group())) {
                return true;
            }
            from = name.start() + 1;
        }
        return false;
    }

    private boolean isName(String words) {
        for (var word : WORDS.split(words, -1)) {
            if (FILE_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return PersonNames.isName(lexicon, words.replace('-', ' '))
                && lexicon.facets().region().mentions(words).isEmpty()
                && lexicon.facets().modality().mentions(words).isEmpty()
                && lexicon.facets().treatment().mentions(words).isEmpty();
    }

    /** Whether the name occurs in the text as a personal name; the family name alone is enough. */
    private boolean isNamedInText(String spaced) {
        var lower = spaced.toLowerCase(Locale.ROOT);
        return names.stream()
                .flatMap(name -> WORDS.splitAsStream(name.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= MIN_NAME_LENGTH)
                .anyMatch(word -> hasWord(lower, word));
    }

    private static boolean hasWord(String text, String word) {
        return WORDS.splitAsStream(text).anyMatch(word::equals);
    }
}
