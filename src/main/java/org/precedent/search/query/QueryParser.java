package org.precedent.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Span;
import org.precedent.search.query.QueryToken.Bare;
import org.precedent.search.query.QueryToken.Close;
import org.precedent.search.query.QueryToken.Link;
import org.precedent.search.query.QueryToken.Name;
import org.precedent.search.query.QueryToken.Open;
import org.precedent.search.query.QueryToken.Operator;
import org.precedent.search.query.QueryToken.Quoted;
import org.precedent.search.query.QueryToken.Sign;

/**
 * Parser of the query language:
 *
 * <pre>
 * query   = any
 * any     = all { OR all }
 * all     = negated { [AND] negated }
 * negated = ( NOT | "-" ) negated | close
 * close   = operand { ( w/n | pre/n | /s | /p | NOT w/n ) operand }
 * operand = word | "phrase" | prefix* | field : value | ( any )
 * </pre>
 *
 * Only the first error is reported; the parser continues merely to reach the end.
 */
public final class QueryParser {
    private final String text;
    private final List<QueryToken> tokens;
    private final QueryProblem problem;
    private final LeafParser operands;
    private int at;
    private int depth;

    private QueryParser(String text, List<QueryToken> tokens, FieldValueParser values, QueryProblem problem) {
        this.text = text;
        this.tokens = tokens;
        this.problem = problem;
        this.operands = new LeafParser(text, values, problem);
    }

    /**
     * Result of parsing a query.
     */
    public sealed interface Reading {
        /**
         * A query that can be parsed.
         *
         * @param query its tree, in which words are not yet recognized as facet values
         * @param plain whether it consists only of words
         */
        record Read(Query query, boolean plain) implements Reading {}

        /**
         * A query that cannot be parsed.
         *
         * @param error the first error
         */
        record Wrong(QueryError error) implements Reading {}
    }

    public static Reading parse(String text, FieldValueParser values) {
        var problem = new QueryProblem();
        if (text.length() > QueryLimits.LENGTH) {
            return new Reading.Wrong(QueryError.tooLong(text));
        }
        ForeignOperators.findFirst(text).ifPresent(problem::report);
        var tokens = QueryLexer.tokenize(text, problem).stream()
                .filter(t -> !(t instanceof Bare b) || LeafParser.hasLetterOrDigit(b.raw()))
                .toList();
        var query = new QueryParser(text, tokens, values, problem).query();
        if (problem.first().isEmpty()) {
            // stray characters that the lexer drops can hide a foreign operator, which then appears in the canonical
            // form
            ForeignOperators.findFirst(QueryPrinter.print(query))
                    .map(e -> e.about(text))
                    .ifPresent(problem::report);
        }
        return problem.first()
                .<Reading>map(Reading.Wrong::new)
                .orElseGet(() -> new Reading.Read(query, tokens.stream().allMatch(QueryParser::isWord)));
    }

    private static boolean isWord(QueryToken token) {
        return token instanceof Bare bare
                && !LeafParser.isPrefix(bare.raw())
                && CaseNumbers.parse(bare.raw()).isEmpty();
    }

    private Query query() {
        if (tokens.isEmpty()) {
            return new Query.Everything();
        }
        var query = any();
        if (at < tokens.size() && tokens.get(at) instanceof Close close) {
            operands.report(
                    close.at(), "closing parenthesis without an opening one", "add the opening one, or remove" + " it");
        }
        operands.checkCount();
        return query;
    }

    private Query any() {
        var parts = new ArrayList<Query>();
        parts.add(all());
        while (peek() instanceof Sign sign && sign.operator() == Operator.OR) {
            at++;
            needsOperandAfter(sign);
            parts.add(all());
        }
        return QueryNormalizer.or(parts);
    }

    private Query all() {
        var parts = new ArrayList<Query>();
        if (skipMisplacedOperator()) {
            return new Query.Everything();
        }
        while (true) {
            parts.add(negated());
            if (peek() instanceof Sign sign && sign.operator() == Operator.AND) {
                at++;
                needsOperandAfter(sign);
            } else if (!isOperandNext()) {
                return QueryNormalizer.and(parts);
            }
        }
    }

    /** Whether there is an operator where an operand is expected; it is reported and skipped. */
    private boolean skipMisplacedOperator() {
        if (peek() instanceof Sign sign && joins(sign)) {
            operands.report(
                    sign.at(),
                    sign.operator() + " has nothing before it",
                    "write a word on both sides of " + sign.operator());
            at++;
            return true;
        }
        if (peek() instanceof Link link) {
            operands.report(
                    link.at(), of(link) + " has nothing before it", "write a word or phrase on both sides of it");
            at++;
            return true;
        }
        return false;
    }

    private static boolean joins(Sign sign) {
        return sign.operator() == Operator.AND || sign.operator() == Operator.OR;
    }

    private void needsOperandAfter(Sign sign) {
        if (!isOperandNext()) {
            var name = sign.operator();
            operands.report(sign.at(), name + " has nothing after it", "write a word on both sides of " + name);
        }
    }

    private boolean isOperandNext() {
        var next = peek();
        return next != null
                && !(next instanceof Close)
                && !(next instanceof Link)
                && !(next instanceof Sign sign && joins(sign));
    }

    private Query negated() {
        if (!(peek() instanceof Sign sign) || joins(sign)) {
            return close();
        }
        at++;
        if (!isOperandNext()) {
            operands.report(
                    sign.at(),
                    sign.operator() == Operator.NOT ? "NOT has nothing after it" : "minus sign without a word",
                    "write the word to exclude after it");
            return new Query.Everything();
        }
        return nested(sign.at(), () -> QueryNormalizer.not(negated()));
    }

    private Query close() {
        var left = operand();
        while (true) {
            boolean not = peek() instanceof Sign sign
                    && sign.operator() == Operator.NOT
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1) instanceof Link;
            if (not) {
                at++;
            }
            if (!(peek() instanceof Link link)) {
                return left;
            }
            at++;
            left = joined(left, link, not);
        }
    }

    private Query joined(Query left, Link link, boolean not) {
        if (!isOperandNext() || peek() instanceof Sign) {
            operands.report(
                    link.at(), of(link) + " has nothing after it", "write a word or phrase on both sides of it");
            return left;
        }
        return operands.proximity(left, operand(), link, not);
    }

    private Query operand() {
        var token = peek();
        at++;
        return switch (token) {
            case Bare bare -> operands.word(bare);
            case Quoted quoted -> operands.phrase(quoted);
            case Name name -> field(name);
            case Open open -> bracket(open);
            case Close ignored -> missing();
            case Sign ignored -> missing();
            case Link ignored -> missing();
            case null -> missing();
        };
    }

    private Query missing() {
        at = Math.min(at, tokens.size());
        var span = at == 0 ? new Span(0, 0) : tokens.get(at - 1).at();
        operands.report(span, "a word is missing", "write a word, a phrase or a field here");
        return new Query.Everything();
    }

    private Query bracket(Open open) {
        if (peek() instanceof Close close) {
            at++;
            operands.report(
                    new Span(open.at().start(), close.at().end()), "empty brackets", "write something between them");
            return new Query.Everything();
        }
        return nested(open.at(), () -> {
            var inside = any();
            closes(open);
            return inside;
        });
    }

    private void closes(Open open) {
        if (peek() instanceof Close) {
            at++;
        } else {
            problem.report(new QueryError(
                    open.at().start(),
                    1,
                    "unclosed bracket",
                    "close it with )",
                    Optional.of(text.stripTrailing() + ")")));
            at = tokens.size();
        }
    }

    private Query field(Name name) {
        if (peek() instanceof Open open && !(name.field() instanceof QueryField.Text)) {
            at++;
            return choices(name, open);
        }
        var value = peek();
        if (!(value instanceof Bare || value instanceof Quoted || value instanceof Open)) {
            operands.report(name.at(), name.field().word() + ": has no value", "write the value right after the colon");
            return new Query.Everything();
        }
        at++;
        return switch (value) {
            case Bare bare -> operands.field(name, bare.raw(), bare.at(), false);
            case Quoted quoted -> operands.field(name, quoted.text(), quoted.at(), true);
            case Open open -> operands.withField(name, bracket(open));
            default -> throw new IllegalStateException("not a value: " + value);
        };
    }

    /** Parses field values joined by OR: {@code region:(neck OR "low back")}. */
    private Query choices(Name name, Open open) {
        var parts = new ArrayList<Query>();
        var words = new ArrayList<QueryToken>();
        while (at < tokens.size() && !(peek() instanceof Close)) {
            var token = tokens.get(at++);
            if (token instanceof Sign sign && sign.operator() == Operator.OR) {
                choice(name, words, parts);
            } else if (token instanceof Bare || token instanceof Quoted) {
                words.add(token);
            } else {
                notAChoice(name, token);
            }
        }
        choice(name, words, parts);
        if (parts.isEmpty()) {
            operands.report(name.at(), name.field().word() + ": has no value", "write values joined by OR");
            return new Query.Everything();
        }
        closes(open);
        return QueryNormalizer.or(parts);
    }

    private void notAChoice(Name name, QueryToken token) {
        var span = token.at();
        problem.report(new QueryError(
                span.start(),
                span.length(),
                "this is not allowed in the parentheses after " + name.field().word() + ":",
                "write values joined by OR",
                Optional.of(text.substring(0, span.start()) + "OR" + text.substring(span.end()))
                        .filter(s -> token instanceof Sign sign && sign.operator() == Operator.AND)));
    }

    private void choice(Name name, List<QueryToken> words, List<Query> parts) {
        if (words.isEmpty()) {
            return;
        }
        var span = new Span(words.getFirst().at().start(), words.getLast().at().end());
        boolean quoted = words.getFirst() instanceof Quoted;
        var value = words.getFirst() instanceof Quoted only && words.size() == 1 ? only.text() : span.slice(text);
        parts.add(operands.field(name, value, span, quoted));
        words.clear();
    }

    private Query nested(Span span, java.util.function.Supplier<Query> inside) {
        if (depth == QueryLimits.DEPTH) {
            problem.report(new QueryError(
                    span.start(),
                    span.length(),
                    "parentheses and negations nested more than " + QueryLimits.DEPTH + " deep",
                    "write it with fewer levels",
                    Optional.empty()));
            at = tokens.size();
            return new Query.Everything();
        }
        depth++;
        var query = inside.get();
        depth--;
        return query;
    }

    private String of(Link link) {
        return link.at().slice(text);
    }

    private @Nullable QueryToken peek() {
        return at < tokens.size() ? tokens.get(at) : null;
    }
}
