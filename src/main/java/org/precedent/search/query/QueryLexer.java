package org.precedent.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * Lexer of the query language. Text that only resembles a connector ({@code w/o}, {@code C5/C6}, {@code 5/10}, {@code and/or}) stays a
 * word: connectors are whole words of a fixed form, operators are in capitals.
 */
final class QueryLexer {
    private static final Pattern DISTANCE = Pattern.compile("(?i)(w|within|near|pre)/([0-9]+)");
    private static final Pattern BARE_DISTANCE = Pattern.compile("([/+])([0-9]{1,3})");
    private static final Pattern SENTENCE = Pattern.compile("(?i)(w)?/s(ent)?");
    private static final Pattern PARAGRAPH = Pattern.compile("(?i)(w)?/p(ara)?");
    private static final Pattern FIELD = Pattern.compile("(\\p{L}+):(?!//)(.*)", Pattern.DOTALL);
    private static final Pattern OPERATOR = Pattern.compile("(?:AND|OR|NOT)(?![\\p{L}\\p{N}])");
    private static final Pattern BUT_NOT = Pattern.compile("\\s+(?:NOT|%)(?![\\p{L}\\p{N}])");
    private static final Pattern PLURAL = Pattern.compile("(?i)\\((e?s)\\)(?![\\p{L}\\p{N}])");

    private final String text;
    private final List<QueryToken> tokens = new ArrayList<>();
    private final QueryProblem problem;
    private int at;

    private QueryLexer(String text, QueryProblem problem) {
        this.text = text;
        this.problem = problem;
    }

    static List<QueryToken> tokenize(String text, QueryProblem problem) {
        var lexer = new QueryLexer(text, problem);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (isBlank(c) || isSeparator(at)) {
            at++;
        } else if (c == '(') {
            tokens.add(new Open(one()));
        } else if (c == ')') {
            tokens.add(new Close(one()));
        } else if (isQuote(c)) {
            quoted();
        } else if (isNegation(c)) {
            tokens.add(new Sign(c == '!' ? Operator.NOT : Operator.MINUS, one()));
        } else {
            bare();
        }
    }

    /** Whether a minus sign or exclamation mark negates the next word; only the latter may be followed by a space. */
    private boolean isNegation(char c) {
        if (c == '!') {
            return !text.substring(at + 1).isBlank() && text.charAt(at + 1) != '!';
        }
        return isMinus(c) && at + 1 < text.length() && !isBlank(text.charAt(at + 1)) && !isMinus(text.charAt(at + 1));
    }

    private Span one() {
        at++;
        return new Span(at - 1, at);
    }

    private void quoted() {
        int start = at++;
        while (at < text.length() && !isQuote(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            problem.report(
                    new QueryError(start, 1, "unclosed quote", "close it with \"", Optional.of(text.strip() + "\"")));
        }
        var words = text.substring(start + 1, at);
        at = Math.min(text.length(), at + 1);
        tokens.add(new Quoted(words, new Span(start, at)));
    }

    private void bare() {
        int start = at;
        while (at < text.length() && !endsWord(start)) {
            at++;
        }
        var plural = PLURAL.matcher(text).region(at, text.length());
        int end = at;
        if (plural.lookingAt() && end > start) {
            at = plural.end();
        }
        classify(text.substring(start, end), start);
    }

    private boolean endsWord(int start) {
        char c = text.charAt(at);
        boolean inches = isQuote(c) && at > start && Character.isDigit(text.charAt(at - 1)) && !fieldStarts(start);
        return isBlank(c) || c == '(' || c == ')' || (isQuote(c) && !inches) || isSeparator(at);
    }

    private boolean fieldStarts(int start) {
        return text.substring(start, at).indexOf(':') >= 0;
    }

    /** Whether a word alone would be read as an operator, connector or field. */
    static boolean isSpecial(String word) {
        var field = FIELD.matcher(word);
        return OPERATOR.matcher(word).matches()
                || DISTANCE.matcher(word).matches()
                || SENTENCE.matcher(word).matches()
                || PARAGRAPH.matcher(word).matches()
                || (field.matches() && field.group(1).length() > 1);
    }

    private void classify(String word, int start) {
        var at = new Span(start, start + word.length());
        var field = FIELD.matcher(word);
        switch (word) {
            case "AND", "&&" -> tokens.add(new Sign(Operator.AND, at));
            case "OR", "||", "|" -> tokens.add(new Sign(Operator.OR, at));
            case "NOT" -> tokens.add(new Sign(Operator.NOT, at));
            case "%" -> butNot(at);
            default -> {
                if (!isBut(word) && !connector(word, at) && !(field.matches() && readField(field, at))) {
                    tokens.add(new Bare(word, at));
                }
            }
        }
    }

    /** Reads "%" between words as NOT; after a number, it is a percent sign. */
    private void butNot(Span at) {
        var before = text.substring(0, at.start()).stripTrailing();
        if (!digitIn(lastWord(before)) && !text.substring(at.end()).isBlank()) {
            tokens.add(new Sign(Operator.NOT, at));
        }
    }

    /** Whether a word is the first one of BUT NOT, which means NOT. */
    private boolean isBut(String word) {
        return word.equals("BUT")
                && BUT_NOT.matcher(text).region(at, text.length()).lookingAt();
    }

    private boolean connector(String word, Span at) {
        var distance = DISTANCE.matcher(word);
        if (distance.matches()) {
            link(distance.group(2), distance.group(1).equalsIgnoreCase("pre"), at);
        } else if (BARE_DISTANCE.matcher(word).matches() && betweenWords(at)) {
            link(word.substring(1), word.startsWith("+"), at);
        } else if (SENTENCE.matcher(word).matches()) {
            tokens.add(new Link(new Query.Within.Sentence(), at));
        } else if (PARAGRAPH.matcher(word).matches()) {
            tokens.add(new Link(new Query.Within.Paragraph(), at));
        } else {
            return false;
        }
        return true;
    }

    private void link(String digits, boolean ordered, Span at) {
        int distance = digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (distance < 1 || distance > QueryLimits.DISTANCE) {
            var nearest = distance < 1 ? 1 : QueryLimits.DISTANCE;
            problem.report(new QueryError(
                    at.start(),
                    at.length(),
                    "distance of " + digits + " words",
                    "the distance can be 1 to " + QueryLimits.DISTANCE,
                    Optional.of(text.substring(0, at.end() - digits.length()) + nearest + text.substring(at.end()))));
            distance = nearest;
        }
        tokens.add(new Link(new Query.Within.Words(distance, ordered), at));
    }

    /**
     * Whether {@code /5} is a connector: some services write {@code a /5 b} for {@code a w/5 b}, but next to a number it is part of one
     * ({@code 5 /10}).
     */
    private boolean betweenWords(Span at) {
        var before = text.substring(0, at.start()).stripTrailing();
        var after = text.substring(at.end()).stripLeading();
        return !before.isEmpty() && !after.isEmpty() && !digitIn(lastWord(before)) && !digitIn(firstWord(after));
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static String firstWord(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    private static boolean digitIn(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** Splits {@code name:} off a word and tokenizes the rest separately, so that a value may be in quotes or parentheses. */
    private boolean readField(Matcher word, Span at) {
        var name = word.group(1);
        var field = QueryField.findByWord(name);
        int colon = at.start() + name.length();
        if (field.isPresent()) {
            tokens.add(new Name(field.get(), new Span(at.start(), colon + 1)));
            this.at = colon + 1;
            value();
            return true;
        }
        if (!word.group(2).isEmpty() && name.length() > 1) {
            unknown(name, at.start());
        }
        return false;
    }

    private void value() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        boolean bare = at < text.length() && !isQuote(text.charAt(at)) && "()".indexOf(text.charAt(at)) < 0;
        if (bare && !OPERATOR.matcher(text).region(at, text.length()).lookingAt()) {
            int start = at;
            while (at < text.length() && !endsWord(start)) {
                at++;
            }
            var value = text.substring(start, at);
            var field = FIELD.matcher(value);
            if (field.matches() && field.group(1).length() > 1) {
                problem.report(new QueryError(
                        start,
                        value.length(),
                        "a field within a field",
                        "write only one field" + " name",
                        Optional.empty()));
            }
            tokens.add(new Bare(value, new Span(start, at)));
        }
    }

    private void unknown(String name, int start) {
        var names = QueryField.all().stream().map(QueryField::word).toList();
        var nearest = ClosestName.find(name, names);
        int colon = start + name.length();
        problem.report(new QueryError(
                start,
                name.length() + 1,
                "there is no field \"" + name + "\"",
                "the fields are " + String.join(", ", names),
                Optional.of(nearest.map(n -> text.substring(0, start) + n + text.substring(colon))
                        .orElse(text.substring(0, start) + name + " " + text.substring(colon + 1)))));
    }

    private boolean isSeparator(int i) {
        char c = text.charAt(i);
        if (c != ',' && c != ';') {
            return false;
        }
        boolean digits = i > 0
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i - 1))
                && Character.isDigit(text.charAt(i + 1));
        return !digits;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == '\u200B';
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\u201C' || c == '\u201D' || c == '\u201E' || c == '\u00AB' || c == '\u00BB';
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212';
    }
}
