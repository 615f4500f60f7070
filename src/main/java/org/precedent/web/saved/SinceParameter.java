package org.precedent.web.saved;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.precedent.web.http.Failure;

/**
 * Parses {@code since}: a date, counted from midnight UTC, or an instant, exclusive.
 */
final class SinceParameter {
    private static final String NAME = "since";

    private SinceParameter() {}

    /**
     * The instant after which to count; empty when the request names none.
     *
     * @throws Failure with status 400 for any other parameter, or a text that is neither date nor instant
     */
    static Optional<Instant> read(Context ctx) {
        for (var name : ctx.queryParamMap().keySet()) {
            if (!Set.of(NAME).contains(name)) {
                throw Failure.parameter(name, "There is no parameter \"" + name + "\" here; did you mean \"since\"?");
            }
        }
        return Optional.ofNullable(ctx.queryParam(NAME))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .map(SinceParameter::after);
    }

    private static Instant after(String text) {
        try {
            // "+" in a query string is a blank
            return text.length() == "2024-05-01".length()
                    ? LocalDate.parse(text)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusNanos(1)
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Failure.parameter(
                    NAME, "\"since\" is a date such as 2024-05-01 or an instant such as 2024-05-01T09:30:00Z.");
        }
    }
}
