package org.precedent.web.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Address and time at which a page was fetched, printed in its footer.
 *
 * @param address the whole address; a page's own where it has one, which remembers no search
 * @param day ISO 8601, UTC
 * @param label the same day for people: {@code Jul 8, 2014}
 */
public record Retrieval(String address, String day, String label) {
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    static Retrieval of(Context ctx, Head head, Instant now) {
        var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        var day = day(now);
        return new Retrieval(
                BasePath.origin(ctx) + head.canonical().orElse(ctx.path() + query), day.toString(), LABEL.format(day));
    }

    static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
