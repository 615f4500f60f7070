package org.precedent.web.letter;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.precedent.web.http.BasePath;
import org.precedent.web.view.PageLink;

/**
 * The way back to the page of this site that a reader came from, as the {@code Referer} header tells it.
 */
final class ReturnLink {
    private static final String RESULTS = "/search";
    private static final String LETTERS = "/determinations/";
    private static final int LONGEST = 8_000;

    private ReturnLink() {}

    /**
     * The link; empty where the request comes from nowhere, from elsewhere, or from a page that has no issues to select.
     */
    static Optional<PageLink> of(Context ctx) {
        return Optional.ofNullable(ctx.header("Referer"))
                .filter(from -> from.length() <= LONGEST)
                .flatMap(ReturnLink::parse)
                .filter(from ->
                        from.getRawAuthority() != null && from.getRawAuthority().equals(ctx.header("Host")))
                .flatMap(from -> link(BasePath.of(ctx).toInternal(from.getRawPath()), from.getRawQuery()));
    }

    private static Optional<URI> parse(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<PageLink> link(String path, String query) {
        var here = query == null ? path : path + "?" + query;
        return path.equals(RESULTS)
                ? Optional.of(new PageLink("Back to your results", here))
                : path.startsWith(LETTERS)
                        ? Optional.of(new PageLink("Back to the determination", here))
                        : Optional.empty();
    }
}
