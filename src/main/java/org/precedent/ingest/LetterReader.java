package org.precedent.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.Span;
import org.precedent.document.Caveat;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.reader.DocumentReader;
import org.precedent.document.source.Source;
import org.precedent.document.source.Sources;
import org.precedent.ingest.LetterRead.Known;
import org.precedent.ingest.LetterRead.Read;
import org.precedent.ingest.LetterRead.Refused;
import org.precedent.json.Json;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;

/**
 * Turns a source into a determination: extracts its text and parses it. Immutable and thread-safe; never throws because of the content of a
 * source.
 */
public final class LetterReader {
    private static final System.Logger LOG = System.getLogger(LetterReader.class.getName());

    private final DocumentReader documents;
    private final Function<Letter, Parsed> parser;

    /**
     * Creates a reader from a text extractor and a parser.
     *
     * @param parser {@link LetterParser#parse}, or another function that parses a text
     */
    public LetterReader(DocumentReader documents, Function<Letter, Parsed> parser) {
        this.documents = documents;
        this.parser = parser;
    }

    /**
     * Reads a source.
     */
    public LetterRead read(Source source) {
        return read(source, sha256 -> false);
    }

    /**
     * Reads a source unless its content is already known.
     *
     * @param isKnown whether a content is already known, given its SHA-256 digest in lower-case hexadecimal
     */
    public LetterRead read(Source source, Predicate<String> isKnown) {
        try {
            return switch (source) {
                case Source.Refused refused -> refused(refused.why());
                case Source.Found found -> found(found, isKnown);
            };
        } catch (IOException e) {
            return refused(Extracted.rejected(
                    Reason.UNREADABLE, "cannot be read (" + e.getMessage() + "): expected a readable file; try again"));
        } catch (OutOfMemoryError e) {
            return refused(Extracted.rejected(
                    Reason.TOO_MUCH_MEMORY,
                    "not enough memory to read the file: expected a determination; give the" + " JVM more"));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.WARNING, "reading failed path={0} error={1}", source.path(), e.getClass());
            return new Refused("failed", "could not be read (" + e + "): this is a bug in Precedent; please report it");
        }
    }

    /**
     * Reads all sources in some paths in parallel and passes them on in order, on the calling thread.
     *
     * @param paths files, folders and archives
     * @param options number of threads and memory limit
     * @param taker receives each source with its result
     */
    public void readAll(List<Path> paths, IngestOptions options, BiConsumer<Source, LetterRead> taker) {
        ReadAhead.run(options, visitor -> Sources.walk(paths, options.limits(), visitor), this::read, taker);
    }

    private LetterRead found(Source.Found source, Predicate<String> isKnown) throws IOException {
        var bytes = source.content().bytes();
        return switch (source.kind()) {
            case DOCUMENT -> document(source, bytes, isKnown);
            case RECORD -> record(source, bytes, isKnown);
        };
    }

    private LetterRead document(Source.Found source, byte[] bytes, Predicate<String> isKnown) {
        var digest = sha256(bytes);
        if (isKnown.test(digest)) {
            return new Known(digest);
        }
        return switch (documents.read(source.name(), bytes)) {
            case Extracted.Rejected rejected -> refused(rejected);
            case Extracted.Text text ->
                parsed(
                        new Letter(source.name(), digest, text.text(), text.scanned()),
                        findings(text),
                        Optional.empty(),
                        Optional.of(() -> bytes));
        };
    }

    private LetterRead record(Source.Found source, byte[] bytes, Predicate<String> isKnown) {
        final LetterRecord record;
        try {
            record = LetterRecord.of(Json.read(bytes, Object.class));
        } catch (Json.NotJson e) {
            return refused(Extracted.rejected(
                    Reason.DAMAGED,
                    "line is not a complete JSON record in UTF-8: expected {\"id\"?, \"source\"?, \"text\"} on one"
                            + " line; write each record on its own line, for example with jq -c ."));
        } catch (IllegalArgumentException e) {
            return refused(Extracted.rejected(
                    Reason.DAMAGED,
                    "line is not a record of a determination (" + e.getMessage()
                            + "): expected {\"id\"?, \"source\"?, \"text\"}"));
        }
        var digest = record.sha256().orElseGet(() -> sha256(record.text().getBytes(StandardCharsets.UTF_8)));
        if (isKnown.test(digest)) {
            return new Known(digest);
        }
        return switch (documents.readText(record.text())) {
            case Extracted.Rejected rejected -> refused(rejected);
            case Extracted.Text clean ->
                parsed(
                        new Letter(record.name(source.name()), digest, clean.text(), record.scanned()),
                        findings(clean),
                        record.id(),
                        Optional.empty());
        };
    }

    private static List<Finding> findings(Extracted.Text text) {
        return text.caveats().stream()
                .map(caveat -> new Finding(kind(caveat.kind()), caveat.message(), new Span(0, 0)))
                .toList();
    }

    private static Finding.Kind kind(Caveat.Kind kind) {
        return switch (kind) {
            case PAGE_WITHOUT_TEXT -> Finding.Kind.PAGE_WITHOUT_TEXT;
            case HIDDEN_TEXT -> Finding.Kind.HIDDEN_TEXT;
            case PAGE_MARK -> Finding.Kind.PAGE_MARK;
            case DAMAGED_CHARACTERS -> Finding.Kind.DAMAGED_CHARACTERS;
        };
    }

    /**
     * @param id id given in the record, if any
     */
    private LetterRead parsed(
            Letter letter, List<Finding> ofFile, Optional<String> id, Optional<Source.Content> original) {
        return switch (parser.apply(letter)) {
            case Parsed.Read read -> identified(read.determination().withFindings(ofFile), id, original);
            case Parsed.Unreadable unreadable ->
                unreadable(letter, unreadable.findings().getFirst());
        };
    }

    private static Read identified(Determination letter, Optional<String> id, Optional<Source.Content> original) {
        return letter.header().caseNumber().isPresent()
                ? new Read(letter, false, original)
                : new Read(
                        letter.withId(DeterminationIds.create(id.orElseGet(
                                () -> DeterminationIds.stem(letter.origin().source())))),
                        id.isEmpty(),
                        original);
    }

    private static LetterRead unreadable(Letter letter, Finding first) {
        var prefix = letter.source() + ": ";
        var message = first.message().startsWith(prefix) ? first.message().substring(prefix.length()) : first.message();
        return new Refused(first.kind().label(), message);
    }

    private static Refused refused(Extracted.Rejected rejected) {
        return new Refused(rejected.reason().label(), rejected.message());
    }

    /** Returns the SHA-256 digest of a content in lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A line of a {@code .jsonl} file: the text of a determination, or a record exported by this product.
     *
     * @param id id to use if the text has no case number
     * @param source name of the file the text was extracted from
     * @param sha256 digest of that file in lower-case hexadecimal; empty if the text itself is the source
     * @param scanned whether the text was recognized from images (OCR)
     * @param text the text of the determination
     */
    private record LetterRecord(
            Optional<String> id, Optional<String> source, Optional<String> sha256, boolean scanned, String text) {
        private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

        /**
         * Creates a record from a JSON value; unknown keys are ignored.
         *
         * @throws IllegalArgumentException if it is not an object with a {@code text}
         */
        static LetterRecord of(Object json) {
            if (!(json instanceof Map<?, ?> object)) {
                throw new IllegalArgumentException("not a JSON object");
            }
            return new LetterRecord(
                    id(object),
                    string(object, "source"),
                    digest(object),
                    Boolean.TRUE.equals(object.get("scanned")),
                    string(object, "text").orElseThrow(() -> new IllegalArgumentException("no \"text\"")));
        }

        /** Returns the id, which may be a string or a number; empty if missing or blank. */
        private static Optional<String> id(Map<?, ?> object) {
            return object.get("id") instanceof Number number
                    ? Optional.of(number.toString())
                    : string(object, "id").map(String::strip).filter(id -> !id.isEmpty());
        }

        private static Optional<String> digest(Map<?, ?> object) {
            var digest = string(object, "sha256");
            if (digest.filter(d -> !DIGEST.matcher(d).matches()).isPresent()) {
                throw new IllegalArgumentException("\"sha256\" is not a digest");
            }
            return digest;
        }

        private static Optional<String> string(Map<?, ?> object, String key) {
            var value = object.get(key);
            if (value != null && !(value instanceof String)) {
                throw new IllegalArgumentException("\"" + key + "\" is not a string");
            }
            return Optional.ofNullable((String) value);
        }

        /**
         * Returns the name of the original file if the record states it; otherwise the name of the record within the {@code .jsonl} file.
         *
         * @param line location of the record, {@code letters.jsonl!/line 3}
         */
        String name(String line) {
            if (sha256.isPresent() && source.isPresent()) {
                return source.get();
            }
            var file = line.substring(0, line.lastIndexOf('/') + 1);
            return id.or(() -> source).map(name -> file + name).orElse(line);
        }
    }
}
