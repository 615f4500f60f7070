package org.precedent.web.insights;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.OutcomeTable;
import org.precedent.search.Sort;
import org.precedent.search.facet.Dimension;
import org.precedent.search.query.ClosestName;
import org.precedent.web.http.Failure;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.view.InsightsAddress;
import org.precedent.web.view.InsightsAddress.Order;
import org.precedent.web.view.PageAddress;

/**
 * Parses the URL of an outcome table: the parameters of a search, {@code by}, and {@code sort} with its own values. The sort values of a
 * search are accepted without effect, so that {@code by} can be added to the URL of any search.
 */
final class InsightsParsing {
    private InsightsParsing() {}

    /**
     * Parses the URL of a request.
     *
     * @throws Failure with status 400 if a parameter is unknown or has an invalid value; the message suggests the closest match
     */
    static InsightsAddress parse(Context ctx) {
        var query = ctx.queryString();
        var search = RequestParsing.parse(
                query == null ? "" : withoutInsightsParameters(query), Set.of(InsightsAddress.BY, PageAddress.VIEW));
        return new InsightsAddress(search, dimensions(ctx.queryParams(InsightsAddress.BY)), order(ctx));
    }

    private static String withoutInsightsParameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(part -> !isInsightsParameter(part.replaceFirst("=.*", "")))
                .collect(Collectors.joining("&"));
    }

    private static boolean isInsightsParameter(String name) {
        return name.equals(InsightsAddress.BY) || name.equals(InsightsAddress.SORT);
    }

    private static List<Dimension> dimensions(List<String> given) {
        var dimensions = given.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(InsightsParsing::dimension)
                .distinct()
                .toList();
        if (dimensions.size() > OutcomeTable.MAX_DIMENSIONS) {
            throw Failure.parameter(
                    InsightsAddress.BY,
                    "\"by\" is given " + dimensions.size() + " times; a table has at most "
                            + OutcomeTable.MAX_DIMENSIONS + " dimensions. Choose the others as filters.");
        }
        return dimensions;
    }

    private static Dimension dimension(String name) {
        return Dimension.findByParameter(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> unknown(
                        InsightsAddress.BY,
                        name,
                        Stream.of(Dimension.values()).map(Dimension::parameter).toList()));
    }

    private static Optional<Order> order(Context ctx) {
        var name = Optional.ofNullable(ctx.queryParam(InsightsAddress.SORT))
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        var order = Order.findByParameter(name);
        boolean ofSearch = Stream.of(Sort.values()).anyMatch(s -> s.parameter().equals(name));
        if (order.isEmpty() && !name.isEmpty() && !ofSearch) {
            throw unknown(
                    InsightsAddress.SORT,
                    name,
                    Stream.of(Order.values()).map(Order::parameter).toList());
        }
        return order;
    }

    private static Failure unknown(String parameter, String value, List<String> known) {
        var nearest = ClosestName.find(value, known).map(n -> " Did you mean \"" + n + "\"?");
        return Failure.parameter(
                parameter,
                "\"" + parameter + "\" is one of " + String.join(", ", known) + ", not \"" + value + "\"."
                        + nearest.orElse(""));
    }
}
