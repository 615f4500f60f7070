package org.precedent.search.request;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.precedent.search.Grouping;
import org.precedent.search.Match;
import org.precedent.search.MatchOptions;
import org.precedent.search.PageRequest;
import org.precedent.search.Scope;
import org.precedent.search.Sort;
import org.precedent.search.facet.CanonicalValues;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.CalendarPeriod;
import org.precedent.search.query.ClosestName;
import org.precedent.search.request.SearchUrl.Reading;
import org.precedent.search.request.SearchUrl.Reading.BadParameter;

/**
 * Parses a request from decoded parameters; stops at the first invalid one.
 */
final class RequestReader {
    // a number of days before today, such as -30d
    private static final Pattern DAYS_BACK = Pattern.compile("-([0-9]{1,5})d");
    /** Maximum number of facet values a request may choose or exclude. */
    static final int MAX_VALUES = 200;

    private final Map<String, List<String>> parameters;
    private final List<BadParameter> badParameters = new ArrayList<>();

    private RequestReader(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    static Reading parse(Map<String, List<String>> parameters, Set<String> others) {
        var reader = new RequestReader(parameters);
        reader.checkNames(others);
        var request = reader.badParameters.isEmpty() ? reader.request() : SearchRequest.EVERYTHING;
        return reader.badParameters.isEmpty() ? new Reading.Parsed(request) : reader.badParameters.getFirst();
    }

    private SearchRequest request() {
        int size = number(Parameter.SIZE, SearchRequest.DEFAULT_SIZE, SearchRequest.MAX_SIZE);
        int page = number(Parameter.PAGE, 1, Integer.MAX_VALUE);
        var after = one(Parameter.AFTER);
        if (after.isEmpty() && (long) (page - 1) * size >= SearchRequest.MAX_DEPTH) {
            reportBad(
                    Parameter.PAGE.word(),
                    Integer.toString(page),
                    "only results up to number " + SearchRequest.MAX_DEPTH + "; narrow the search, or export all of it",
                    Optional.empty());
        }
        return new SearchRequest(
                one(Parameter.Q).orElse(""),
                flag(Parameter.WORDS),
                selection(),
                options(),
                choice(Parameter.SORT, List.of(Sort.values()), Sort::parameter).orElse(Sort.RELEVANCE),
                new PageRequest(badParameters.isEmpty() ? page : 1, size, after, grouping()));
    }

    private MatchOptions options() {
        return new MatchOptions(
                choice(Parameter.SCOPE, List.of(Scope.values()), RequestParameters::word)
                        .orElse(Scope.ISSUE),
                choice(Parameter.MATCH, List.of(Match.values()), RequestParameters::word),
                flag(Parameter.SUMMARY));
    }

    private Grouping grouping() {
        return choice(Parameter.GROUP, List.of(Grouping.values()), RequestParameters::word)
                .orElse(Grouping.DETERMINATION);
    }

    private void checkNames(Set<String> others) {
        var all = new ArrayList<>(Parameter.all());
        all.addAll(others);
        for (var entry : parameters.entrySet()) {
            var name = entry.getKey();
            if (!all.contains(name)) {
                var value = entry.getValue().isEmpty() ? "" : entry.getValue().getFirst();
                var nearest = ClosestName.find(name, all);
                reportBad(name, value, "there is no parameter \"" + name + "\"" + known(nearest), nearest);
            }
        }
    }

    private static String known(Optional<String> nearest) {
        return nearest.map(n -> "; did you mean \"" + n + "\"?")
                .orElse("; there are " + String.join(", ", Parameter.all()));
    }

    private Selection selection() {
        var selection = Selection.NONE;
        int values = 0;
        for (var facet : Facet.values()) {
            for (var value : values(facet.parameter())) {
                selection = selection.with(value(facet, value));
                values++;
            }
        }
        for (var facet : Facet.values()) {
            for (var value : values(Parameter.NOT + facet.parameter())) {
                var chosen = selection;
                var excluded = selection.withExclusion(value(facet, value)).excluded();
                selection = new Selection(chosen.chosen(), excluded, DateRange.ALWAYS);
                values++;
            }
        }
        if (values > MAX_VALUES) {
            reportBad("", "", values + " filters are given; at most " + MAX_VALUES + " can be", Optional.empty());
        }
        return selection.withDecided(decided());
    }

    private static FacetValue value(Facet facet, String given) {
        return CanonicalValues.bundled().canonical(new FacetValue(facet, given));
    }

    private DateRange decided() {
        var back = one(Parameter.FROM)
                .map(DAYS_BACK::matcher)
                .filter(Matcher::matches)
                .map(m -> Integer.valueOf(m.group(1)));
        var from = back.isPresent()
                ? back.map(n -> LocalDate.now(ZoneOffset.UTC).minusDays(n))
                : day(Parameter.FROM).map(CalendarPeriod::first);
        var to = day(Parameter.TO).map(CalendarPeriod::last);
        // a start relative to today passes a fixed end as time goes by: not an error, the search just finds nothing
        if (back.isEmpty() && from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            reportBad(
                    Parameter.TO.word(),
                    to.get().toString(),
                    "the last day, " + to.get() + ", is before the first, " + from.get(),
                    Optional.empty());
        }
        return new DateRange(from, to, back);
    }

    private Optional<CalendarPeriod> day(Parameter parameter) {
        var text = one(parameter);
        var days = text.flatMap(CalendarPeriod::parse);
        if (text.isPresent() && days.isEmpty()) {
            reportBad(
                    parameter.word(),
                    text.get(),
                    "\"" + text.get()
                            + "\" is not a date; write it as 2016-12-09, or 2016-12, or 2016; or from=-90d for the"
                            + " last 90 days",
                    Optional.empty());
        }
        return days;
    }

    private boolean flag(Parameter parameter) {
        var value = one(parameter).orElse("0");
        if (!value.equals("1") && !value.equals("0")) {
            reportBad(
                    parameter.word(),
                    value,
                    "\"" + parameter.word() + "\" must be 1 or left out, not \"" + value + "\"",
                    Optional.of("1"));
        }
        return value.equals("1");
    }

    private int number(Parameter parameter, int otherwise, int maximum) {
        var text = one(parameter);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text.get());
            if (number >= 1 && number <= maximum) {
                return number;
            }
        }
        var bound = maximum == Integer.MAX_VALUE ? "from 1" : "from 1 to " + maximum;
        reportBad(
                parameter.word(),
                text.get(),
                "\"" + parameter.word() + "\" is a whole number " + bound + ", not \"" + text.get() + "\"",
                Optional.empty());
        return otherwise;
    }

    private <E> Optional<E> choice(Parameter parameter, Collection<E> values, Function<E, String> name) {
        var text = one(parameter);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var folded = text.get().toLowerCase(Locale.ROOT);
        var found = values.stream().filter(v -> name.apply(v).equals(folded)).findFirst();
        if (found.isEmpty()) {
            var names = values.stream().map(name).toList();
            reportBad(
                    parameter.word(),
                    text.get(),
                    "\"" + parameter.word() + "\" is one of " + String.join(", ", names) + ", not \"" + text.get()
                            + "\"",
                    ClosestName.find(folded, names));
        }
        return found;
    }

    /** The value of a parameter that may occur only once; repeating the same value is allowed. */
    private Optional<String> one(Parameter parameter) {
        var values = values(parameter.word());
        if (values.size() > 1) {
            reportBad(
                    parameter.word(),
                    values.get(1),
                    "\"" + parameter.word() + "\" is given more than once: " + String.join(" and ", values),
                    Optional.empty());
        }
        return values.stream().findFirst();
    }

    private List<String> values(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .distinct()
                .toList();
    }

    private void reportBad(String name, String value, String message, Optional<String> nearest) {
        badParameters.add(new BadParameter(name, value, message, nearest));
    }
}
