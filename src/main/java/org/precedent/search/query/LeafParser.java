package org.precedent.search.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Span;
import org.precedent.search.query.QueryToken.Bare;
import org.precedent.search.query.QueryToken.Link;
import org.precedent.search.query.QueryToken.Name;
import org.precedent.search.query.QueryToken.Quoted;

/**
 * Parses the leaves of a query tree (words, phrases, prefixes, field values) and joins them by proximity.
 */
final class LeafParser {
    private static final Pattern INNER_STAR = Pattern.compile("(?<=\\p{L})\\*(?=\\p{L})");
    private static final Pattern STEM = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}#§$]+|[^\\p{L}\\p{N}%#]+$");

    private final String text;
    private final FieldValueParser values;
    private final QueryProblem problem;
    private int count;
    private int last;

    LeafParser(String text, FieldValueParser values, QueryProblem problem) {
        this.text = text;
        this.values = values;
        this.problem = problem;
    }

    /** Whether a token has a letter or digit; any other token is punctuation. */
    static boolean hasLetterOrDigit(String raw) {
        return raw.chars().anyMatch(Character::isLetterOrDigit);
    }

    static boolean isPrefix(String raw) {
        return raw.length() > 1
                && (raw.endsWith("*") || raw.endsWith("!"))
                && Character.isLetterOrDigit(raw.codePointBefore(raw.length() - 1));
    }

    void checkCount() {
        if (count > QueryLimits.CLAUSES) {
            problem.report(new QueryError(
                    last,
                    text.length() - last,
                    "query of " + count + " words and values",
                    "a query has at most " + QueryLimits.CLAUSES,
                    Optional.of(text.substring(0, last).strip())));
        }
    }

    void report(Span span, String message, String expectation) {
        var without = text.substring(0, span.start()) + text.substring(span.end());
        var corrected = without.replaceAll("\\s+", " ").strip();
        problem.report(new QueryError(
                span.start(),
                span.length(),
                message,
                expectation,
                Optional.of(corrected).filter(LeafParser::hasLetterOrDigit)));
    }

    Query word(Bare bare) {
        countClause(bare.at());
        if (isPrefix(bare.raw())) {
            return prefix(bare);
        }
        if (INNER_STAR.matcher(bare.raw()).find()) {
            var star = bare.raw().indexOf('*');
            report(
                    new Span(bare.at().start() + star, bare.at().end()),
                    "asterisk within a word",
                    "an asterisk can only end a word, as in radicul*");
        }
        var word = trimmed(bare.raw(), bare.at().start());
        if (QueryLexer.isSpecial(word.text())) {
            problem.report(new QueryError(
                    bare.at().start(),
                    bare.at().length(),
                    "\"" + word.text() + "\" with other signs around it",
                    "remove them, or put quotation marks around it to search it as words",
                    Optional.of(text.substring(0, bare.at().start())
                            + word.text()
                            + text.substring(bare.at().end()))));
        }
        return CaseNumbers.parse(word.text()).<Query>map(Query.CaseIs::new).orElse(word);
    }

    Query phrase(Quoted quoted) {
        countClause(quoted.at());
        if (!hasLetterOrDigit(quoted.text())) {
            report(quoted.at(), "nothing between the quotes", "write words between them");
        }
        return new Query.Phrase(quoted.text().strip().replaceAll("\\s+", " "), quoted.at());
    }

    private Query prefix(Bare bare) {
        var stem = bare.raw().substring(0, bare.raw().length() - 1).replaceFirst("^[^\\p{L}\\p{N}]+", "");
        if (!STEM.matcher(stem).matches()) {
            var star = new Span(bare.at().end() - 1, bare.at().end());
            report(
                    star,
                    "the word before the asterisk has characters other than letters and digits",
                    "remove the" + " asterisk");
        } else if (stem.length() < QueryLimits.STEM) {
            var star = new Span(bare.at().end() - 1, bare.at().end());
            report(
                    star,
                    "prefix of " + stem.length() + " letters",
                    "write at least " + QueryLimits.STEM + " letters before the asterisk");
        }
        return new Query.Prefix(stem, bare.at());
    }

    static Query.Word trimmed(String raw, int start) {
        int from = 0;
        int to = raw.length();
        var edges = EDGE.matcher(raw);
        while (edges.find()) {
            if (edges.start() == 0) {
                from = edges.end();
            } else {
                to = edges.start();
            }
        }
        return new Query.Word(raw.substring(from, to), new Span(start + from, start + to));
    }

    Query field(Name name, String value, Span at, boolean quoted) {
        return switch (name.field()) {
            case QueryField.Text ignored ->
                withField(name, quoted ? phrase(new Quoted(value, at)) : word(new Bare(value, at)));
            case QueryField.Value field -> checked(values.value(field.facet(), value), name, at);
            case QueryField.Decided ignored -> checked(values.decided(value), name, at);
            case QueryField.Case ignored -> checked(values.caseNumber(value), name, at);
        };
    }

    private Query checked(FieldValueParser.Reading reading, Name name, Span at) {
        countClause(at);
        return switch (reading) {
            case FieldValueParser.Reading.Known known -> known.query();
            case FieldValueParser.Reading.Unknown unknown -> {
                problem.report(new QueryError(
                        at.start(),
                        at.length(),
                        unknown.message(),
                        unknown.expectation(),
                        unknown.nearest().map(n -> replaced(name, at, n))));
                yield new Query.Everything();
            }
        };
    }

    private String replaced(Name name, Span at, String value) {
        var shown = value.indexOf(' ') < 0 ? value : "\"" + value + "\"";
        return text.substring(0, name.at().end()) + shown + text.substring(at.end());
    }

    Query withField(Name name, Query part) {
        var field = ((QueryField.Text) name.field()).text();
        if (!isText(part)) {
            report(
                    name.at(),
                    "only words, phrases and prefixes can be searched with " + field.prefix() + ":",
                    "move fields out of the parentheses");
        }
        return new Query.In(field, part);
    }

    private static boolean isText(Query query) {
        boolean elsewhere = query instanceof Query.In
                || query instanceof Query.Has
                || query instanceof Query.Decided
                || query instanceof Query.CaseIs;
        return !elsewhere && query.children().stream().allMatch(LeafParser::isText);
    }

    /** Joins two operands by proximity; a field before one of them applies to both. */
    Query proximity(Query left, Query right, Link link, boolean not) {
        var bare = List.of(outOfField(left), outOfField(right));
        bare.stream().filter(o -> !canBeNear(o)).findFirst().ifPresent(o -> notNear(link));
        var field = fieldOf(left).or(() -> fieldOf(right));
        if (fieldOf(left).isPresent()
                && fieldOf(right).isPresent()
                && !fieldOf(left).equals(fieldOf(right))) {
            report(
                    link.at(),
                    "the two sides of " + link.at().slice(text) + " are in different fields",
                    "search both sides in the same text");
        }
        var near = not
                ? new Query.NotNear(bare.getFirst(), bare.getLast(), link.within())
                : new Query.Near(bare.getFirst(), bare.getLast(), link.within());
        return field.<Query>map(f -> new Query.In(f, near)).orElse(near);
    }

    private void notNear(Link link) {
        report(
                link.at(),
                link.at().slice(text) + " cannot join these",
                "its sides can be words, phrases, prefixes, or these joined by OR in parentheses");
    }

    private static boolean canBeNear(Query query) {
        return switch (query) {
            case Query.Positional p -> true;
            case Query.Everything e -> true;
            case Query.Or or -> or.parts().stream().allMatch(LeafParser::canBeNear);
            case Query.And and -> false;
            case Query.Not not -> false;
            case Query.In in -> false;
            case Query.Condition c -> false;
        };
    }

    private static Query outOfField(Query query) {
        return query instanceof Query.In in ? in.part() : query;
    }

    private static Optional<TextField> fieldOf(Query query) {
        return query instanceof Query.In in ? Optional.of(in.field()) : Optional.empty();
    }

    private void countClause(Span at) {
        if (count == QueryLimits.CLAUSES) {
            last = at.start();
        }
        count++;
    }
}
