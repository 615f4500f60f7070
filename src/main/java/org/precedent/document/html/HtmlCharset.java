package org.precedent.document.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.document.text.PlainText;

/**
 * Decodes an HTML page by the rules of the HTML standard: a byte order mark decides, then the declared charset, in which UTF-16
 * means UTF-8 and Latin-1 means Windows-1252. A page that declares none, or UTF-8, is decoded as any text.
 *
 * <p>Source: <a href="https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding">HTML, Determining
 * the character encoding</a>.
 */
final class HtmlCharset {
    /** Browsers look for the declaration in the first 1024 bytes; some office programs write more before it. */
    private static final int HEAD = 4096;

    private static final Pattern DECLARATION =
            Pattern.compile("<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

    private static final Pattern UNICODE = Pattern.compile("utf|ucs|unicode");

    private HtmlCharset() {}

    static PlainText decode(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
        var declared = head.indexOf('\0') >= 0 ? Optional.<Charset>empty() : declared(head.toLowerCase(Locale.ROOT));
        return declared.map(charset -> new PlainText(new String(bytes, charset), 0))
                .orElseGet(() -> PlainText.decode(bytes));
    }

    /** Empty where the bytes identify the charset better than the declaration. */
    private static Optional<Charset> declared(String head) {
        var declaration = DECLARATION.matcher(head);
        if (hasMark(head) || !declaration.find()) {
            return Optional.empty();
        }
        var name = declaration.group(1);
        if (UNICODE.matcher(name).lookingAt()) {
            return Optional.empty();
        }
        return switch (name) {
            case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "cp1252" -> named("windows-1252");
            default -> named(name);
        };
    }

    private static boolean hasMark(String head) {
        return head.startsWith("\u00ef\u00bb\u00bf")
                || head.startsWith("\u00ff\u00fe")
                || head.startsWith("\u00fe\u00ff");
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
