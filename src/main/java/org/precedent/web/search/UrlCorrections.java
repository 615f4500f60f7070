package org.precedent.web.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Corrects incoming query strings: removes the parameters that mail and advertising services append, and swaps {@code from} and {@code to}
 * dates given in the wrong order.
 */
public final class UrlCorrections {
    private static final Pattern TRACKING = Pattern.compile(
            "(?:utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|_ga|_gl|ref_src)=.*");

    private static final Pattern DAY = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");

    private UrlCorrections() {}

    /**
     * The query string without tracking parameters; empty if it has none.
     *
     * @param query raw query string, without the question mark
     */
    public static Optional<String> withoutTracking(String query) {
        var kept = Arrays.stream(query.split("&", -1))
                .filter(p -> !TRACKING.matcher(p).matches())
                .collect(Collectors.joining("&"));
        return kept.equals(query) ? Optional.empty() : Optional.of(kept);
    }

    /**
     * The query string with {@code from} and {@code to} swapped; empty if they are in order already.
     */
    static Optional<String> withDaysInOrder(String query) {
        var from = value(query, "from=");
        var to = value(query, "to=");
        if (from.isEmpty() || to.isEmpty() || !isAfter(from.get(), to.get())) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(query.split("&", -1))
                .map(p -> p.startsWith("from=") ? "from=" + to.get() : p.startsWith("to=") ? "to=" + from.get() : p)
                .collect(Collectors.joining("&")));
    }

    // dates are compared at the coarser precision, so 2016 and 2016-05-01 are in order
    private static boolean isAfter(String from, String to) {
        int shared = Math.min(from.length(), to.length());
        return DAY.matcher(from).matches()
                && DAY.matcher(to).matches()
                && from.substring(0, shared).compareTo(to.substring(0, shared)) > 0;
    }

    private static Optional<String> value(String query, String name) {
        var given = Arrays.stream(query.split("&", -1))
                .filter(p -> p.startsWith(name))
                .map(p -> URLDecoder.decode(p.substring(name.length()), StandardCharsets.UTF_8))
                .toList();
        return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
    }
}
