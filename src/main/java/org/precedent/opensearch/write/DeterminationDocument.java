package org.precedent.opensearch.write;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.object;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Origin;
import org.precedent.engine.SentenceDigests;
import org.precedent.engine.SubjectTerms;
import org.precedent.engine.TermWeights;
import org.precedent.json.Json;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.IssueFacets;
import org.precedent.text.IndexTerms;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Token;
import org.precedent.text.Tokenizer;

/**
 * Builds the document of a determination, which is replaced as a whole. The summary is repeated in each issue, because a query on a nested
 * issue cannot access its determination.
 */
public final class DeterminationDocument {
    private static final int TITLE_LENGTH = 120;
    private static final int MIN_WORD_LENGTH = 3;
    private static final int MAX_WORD_LENGTH = 60;

    /** Longer tokens are noise; the analyzer would split them and shift all positions after them. */
    private static final int MAX_FORM_LENGTH = 1_000;

    private final TextAnalysis analysis;
    private final Determination determination;
    private final long firstSeen;
    private final long lastChanged;
    private final String summary;
    private final Map<String, Set<String>> values = new java.util.LinkedHashMap<>();
    private final Set<String> sentences = new TreeSet<>();
    private final Set<String> words = new TreeSet<>();

    private DeterminationDocument(
            TextAnalysis analysis, Determination determination, long firstSeen, long lastChanged) {
        this.analysis = analysis;
        this.determination = determination;
        this.firstSeen = firstSeen;
        this.lastChanged = lastChanged;
        this.summary = positions(tokens(
                determination.narrative().clinicalSummary().map(Located::value).orElse("")));
    }

    /**
     * Builds the document.
     *
     * @param firstSeen milliseconds since 1970
     * @param lastChanged milliseconds since 1970
     */
    public static Map<String, Object> build(
            TextAnalysis analysis, Determination determination, long firstSeen, long lastChanged) {
        return new DeterminationDocument(analysis, determination, firstSeen, lastChanged).build();
    }

    /**
     * Digest of a determination's content, regardless of where its file is.
     */
    public static String content(Determination d) {
        var o = d.origin();
        var origin = new Origin("", o.sha256(), o.layout(), o.scanned(), o.fictional(), o.text());
        var bytes = Json.writeBytes(
                new Determination(d.id(), origin, d.header(), d.reviewer(), d.narrative(), d.issues(), d.findings()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> build() {
        var issues = determination.issues().stream().map(this::issue).toList();
        var document = object(
                "id",
                determination.id(),
                "sha",
                determination.origin().sha256(),
                "content",
                content(determination),
                "first",
                firstSeen,
                "changed",
                lastChanged,
                "fictional",
                determination.origin().fictional(),
                "finding",
                determination.findings().stream()
                        .map(f -> f.kind().label())
                        .distinct()
                        .toList(),
                "sentence",
                sentences,
                "word",
                words,
                "v",
                values,
                ISSUES,
                issues,
                "whole",
                Json.write(determination));
        decided().ifPresent(d -> document.put("decided", d.toEpochDay()));
        determination.header().caseNumber().ifPresent(c -> document.put("case", c.value()));
        return document;
    }

    private Optional<LocalDate> decided() {
        return determination.header().dates().decided().map(Located::value);
    }

    private Map<String, Object> issue(Issue issue) {
        var request = tokens(issue.request().value());
        var reasons = issue.rationale().map(Located::value).orElse("");
        var rationale = tokens(reasons);
        SentenceDigests.all(reasons, rationale).forEach(d -> sentences.add(Integer.toHexString(d)));
        var labels = IssueFacets.labels(analysis.paths(), determination, issue);
        var json = object(
                "number", issue.number(),
                "request", positions(request),
                "rationale", positions(rationale),
                "summary", summary,
                "label",
                        labels.stream()
                                .map(l -> positions(analysis.tokenizer().tokenize(l)))
                                .toList(),
                "all", weighted(TermWeights.weigh(analysis, request, rationale, labels)),
                "subject", SubjectTerms.of(issue.subject()).all(),
                "first", firstSeen,
                "changed", lastChanged,
                "f", facets(issue));
        decided().ifPresent(d -> json.put("decided", d.toEpochDay()));
        determination
                .header()
                .caseNumber()
                .ifPresent(c -> json.put("case", c.value().toUpperCase(Locale.ROOT)));
        title(issue.request().value()).ifPresent(t -> json.put("title", t));
        return json;
    }

    private Map<String, Object> facets(Issue issue) {
        var facets = object();
        for (var facet : Facet.values()) {
            var closure =
                    List.copyOf(analysis.paths().withAncestors(facet, IssueFacets.values(facet, determination, issue)));
            facets.put(facet.parameter(), closure);
            values.computeIfAbsent(facet.parameter(), k -> new LinkedHashSet<>())
                    .addAll(closure);
        }
        facets.put(
                IndexMapping.MONTH,
                decided().map(d -> YearMonth.from(d).toString()).orElse(Facet.NOT_STATED));
        return facets;
    }

    private List<Token> tokens(String text) {
        var tokens = analysis.tokenizer().tokenize(text);
        for (var token : tokens) {
            var form = token.form();
            if (form.length() >= MIN_WORD_LENGTH
                    && form.length() <= MAX_WORD_LENGTH
                    && form.chars().allMatch(Character::isLetter)) {
                words.add(form);
            }
        }
        return tokens;
    }

    /**
     * The text of a token field: at each position, the stem, the exact form, and the marks of sentences and paragraphs that start or end
     * there.
     */
    private static String positions(List<Token> tokens) {
        var text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var before = i == 0 ? null : tokens.get(i - 1);
            var after = i == tokens.size() - 1 ? null : tokens.get(i + 1);
            text.append(cut(token.stem())).append('|').append(exactToken(cut(token.form())));
            if (before == null || before.sentence() != token.sentence()) {
                text.append('|').append(IndexTerms.SENTENCE_START);
            }
            if (after == null || after.sentence() != token.sentence()) {
                text.append('|').append(IndexTerms.SENTENCE_END);
            }
            if (before == null || before.paragraph() != token.paragraph()) {
                text.append('|').append(IndexTerms.PARAGRAPH_START);
            }
            if (after == null || after.paragraph() != token.paragraph()) {
                text.append('|').append(IndexTerms.PARAGRAPH_END);
            }
            text.append(' ');
        }
        return text.toString();
    }

    private static String cut(String word) {
        return word.length() > MAX_FORM_LENGTH ? word.substring(0, MAX_FORM_LENGTH) : word;
    }

    private static String weighted(Map<String, Integer> weights) {
        var text = new StringBuilder();
        weights.forEach((term, weight) ->
                text.append(weightedToken(cut(term))).append('|').append(weight).append(' '));
        return text.toString();
    }

    /** The token for an exact form. */
    public static String exactToken(String form) {
        return "=" + form;
    }

    /** A term of the weighted field as one token. */
    public static String weightedToken(String term) {
        return term.replace(' ', '_');
    }

    /** The request for completions: folded, then as printed; empty if it is so long that it is prose. */
    private static Optional<String> title(String request) {
        var printed = request.strip();
        return printed.isEmpty() || printed.length() > TITLE_LENGTH
                ? Optional.empty()
                : Optional.of(Tokenizer.fold(printed) + IndexTerms.FORM + printed);
    }

    /** Reads the determination from the source of its document. */
    public static Determination read(JsonValue source) {
        return Json.read(source.at("whole").text(), Determination.class);
    }

    /** Reads the determinations of search hits. */
    public static List<Determination> readAll(List<JsonValue> hits) {
        var all = new ArrayList<Determination>();
        hits.forEach(hit -> all.add(read(hit.at("_source"))));
        return all;
    }
}
