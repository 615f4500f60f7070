package org.precedent.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Derives ids from file names, for determinations without a case number. An id is part of a URL, so characters with a meaning in URLs are
 * replaced; the same name gives the same id everywhere.
 */
final class DeterminationIds {
    /** Characters beyond which a name is shortened; addresses have room for this many. */
    private static final int LONGEST = 150;

    private static final int DIGEST = 8;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** Separators of addresses, and characters that are none. */
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\%;\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\ufffd]");

    private static final Pattern DOTS = Pattern.compile("^\\.+|\\.+$");

    /** Suffix for another format of a page: {@code .json}. */
    private static final Pattern FORM = Pattern.compile("\\.(?=\\p{Alpha}{2,5}$)");

    /** Nothing of a name is left. */
    private static final Pattern NAMELESS = Pattern.compile("_*");

    private DeterminationIds() {}

    /**
     * The id of a name.
     */
    static String create(String name) {
        var safe = Normalizer.normalize(BLANKS.matcher(name).replaceAll(" ").strip(), Normalizer.Form.NFC);
        safe = FORM.matcher(DOTS.matcher(UNSAFE.matcher(safe).replaceAll("_")).replaceAll("_"))
                .replaceAll("_");
        if (NAMELESS.matcher(safe).matches()) {
            return "_" + digest(name);
        }
        return safe.codePointCount(0, safe.length()) <= LONGEST
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, LONGEST - DIGEST - 1)) + '-' + digest(name);
    }

    /**
     * The name in a source: without folders and ending.
     *
     * @param source {@code letter 7.txt}, {@code archive.zip!/folder/letter.pdf}
     */
    static String stem(String source) {
        var name = source.substring(source.replace('\\', '/').lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * The id of a name that another folder has too: {@code "letter-001 (2017)"}.
     *
     * @param path of the source
     */
    static String inFolder(String id, String path) {
        var folders = path.replace('\\', '/').split("/", -1);
        var folder = folders.length < 2 ? "" : folders[folders.length - 2].replaceFirst("!$", "");
        return create(id + " (" + folder + ')');
    }

    /**
     * The id of a name that another folder of the same name has too.
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
