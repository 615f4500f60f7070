package org.precedent.web.letter;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Determination;
import org.precedent.search.SimilarIssue;
import org.precedent.web.http.Failure;
import org.precedent.web.letter.LetterView.Similar;
import org.precedent.web.letter.LetterView.SimilarLinks;
import org.precedent.web.letter.LetterView.SimilarView;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.DateView;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.PageAddress;

/**
 * Finds similar issues in other determinations for each issue of a determination. The first few issues are looked up when the page is
 * rendered, the rest on request, because each lookup is a search.
 */
final class SimilarIssueLookup {
    /** Query parameter: the number of the issue to look up. */
    static final String PARAMETER = "similar";

    private static final int MAX_SHOWN = 6;
    private static final int ISSUES = 5;

    private final SearchGateway gateway;
    private final Determination letter;
    private final int requestedIssue;
    private final Optional<String> search;

    private SimilarIssueLookup(
            SearchGateway gateway, Determination letter, int requestedIssue, Optional<String> search) {
        this.gateway = gateway;
        this.letter = letter;
        this.requestedIssue = requestedIssue;
        this.search = search;
    }

    /**
     * Reads the issue to look up from the URL.
     *
     * @throws Failure with status 400 if the determination has no such issue
     */
    static SimilarIssueLookup of(Context ctx, SearchGateway gateway, Determination letter) {
        var number = ctx.queryParam(PARAMETER);
        int issues = letter.issues().size();
        if (number != null && !(number.matches("[0-9]{1,4}") && isIssue(Integer.parseInt(number), issues))) {
            throw Failure.parameter(
                    PARAMETER,
                    "\"" + PARAMETER + "\" must be the number of an issue, 1 to " + issues + ", not" + " \"" + number
                            + "\".");
        }
        return new SimilarIssueLookup(
                gateway,
                letter,
                number == null ? 0 : Integer.parseInt(number),
                Optional.ofNullable(ctx.queryParam(LetterContext.PARAMETER)));
    }

    private static boolean isIssue(int number, int issues) {
        return number >= 1 && number <= issues;
    }

    /** The similar issues of an issue, or a link that shows them. */
    Similar build(int number) {
        return new Similar(forIssue(number), elsewhere(number));
    }

    /** The similar issues shown with an issue; empty if there are none or they are shown only on request. */
    private List<SimilarView> forIssue(int number) {
        if (!isShown(number)) {
            return List.of();
        }
        return gateway.run(() -> gateway.engine().findSimilar(letter.id(), number, MAX_SHOWN)).stream()
                .map(s -> build(number, s))
                .toList();
    }

    /** Link to similar issues that are not shown; empty if they are shown. */
    private Optional<String> elsewhere(int number) {
        return isShown(number)
                ? Optional.empty()
                : Optional.of(PageAddress.determinationPath(letter.id()) + "?"
                        + search.map(s -> LetterContext.PARAMETER + "=" + URLEncoder.encode(s, StandardCharsets.UTF_8)
                                        + "&")
                                .orElse("")
                        + PARAMETER + "=" + number + "#issue-" + number);
    }

    private boolean isShown(int number) {
        return number <= ISSUES || number == requestedIssue;
    }

    private SimilarView build(int number, SimilarIssue similar) {
        var own = letter.issues().get(number - 1).decision().value();
        return new SimilarView(
                similar.id(),
                new SimilarLinks(
                        PageAddress.issuePath(similar.id(), similar.number()),
                        "/compare?" + PageAddress.compareParameter(letter.id(), number) + "&"
                                + PageAddress.compareParameter(similar.id(), similar.number())),
                similar.request(),
                DecisionView.of(similar.decision()),
                similar.decision() != own,
                similar.decided().map(DateView::of),
                String.join(", ", similar.shared()));
    }
}
