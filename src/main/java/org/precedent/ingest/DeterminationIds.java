package org.precedent.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Derives ids from file names for determinations without a case number. Because ids are part of URLs, characters with a meaning in URLs are
 * replaced; the same name always gives the same id.
 */
final class DeterminationIds {
    /** Maximum length of an id; longer names are shortened to keep URLs within limits. */
    private static final int MAX_LENGTH = 150;

    private static final int DIGEST = 8;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** URL separators, and characters that are not allowed in URLs. */
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\%;\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\ufffd]");

    private static final Pattern DOTS = Pattern.compile("^\\.+|\\.+$");

    /** A dot that would make the rest of the id look like a file extension in a URL, such as {@code .json}. */
    private static final Pattern FORM = Pattern.compile("\\.(?=\\p{Alpha}{2,5}$)");

    /** Matches an id of which nothing is left after replacing characters. */
    private static final Pattern BLANK = Pattern.compile("_*");

    private DeterminationIds() {}

    /**
     * Creates the id for a file name.
     */
    static String create(String name) {
        var safe = Normalizer.normalize(BLANKS.matcher(name).replaceAll(" ").strip(), Normalizer.Form.NFC);
        safe = FORM.matcher(DOTS.matcher(UNSAFE.matcher(safe).replaceAll("_")).replaceAll("_"))
                .replaceAll("_");
        if (BLANK.matcher(safe).matches()) {
            return "_" + digest(name);
        }
        return safe.codePointCount(0, safe.length()) <= MAX_LENGTH
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, MAX_LENGTH - DIGEST - 1)) + '-' + digest(name);
    }

    /**
     * Returns the file name of a source, without folders and extension.
     *
     * @param source {@code letter 7.txt}, {@code archive.zip!/folder/letter.pdf}
     */
    static String stem(String source) {
        var name = source.substring(source.replace('\\', '/').lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Returns the id for a file name that also occurs in another folder: {@code "letter-001 (2017)"}.
     *
     * @param path path of the source
     */
    static String inFolder(String id, String path) {
        var folders = path.replace('\\', '/').split("/", -1);
        var folder = folders.length < 2 ? "" : folders[folders.length - 2].replaceFirst("!$", "");
        return create(id + " (" + folder + ')');
    }

    /**
     * Returns the id for a file name that also occurs in another folder of the same name.
     */
    static String atPath(String id, String path) {
        return create(id + " (" + digest(path) + ')');
    }

    private static String digest(String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
