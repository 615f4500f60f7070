package org.precedent.web.letter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.search.SharedRationale;
import org.precedent.search.facet.Facet;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.letter.LetterView.PointToCheck;
import org.precedent.web.letter.LetterView.PointToCheck.Side;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.view.DateView;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * Builds the points to check shown under an issue: apparent inconsistencies, with the conflicting passages quoted side by side.
 */
final class PointsToCheck {
    /** Marker in a finding's message; the text after it is shown. */
    private static final String CHECK = "check: ";

    private static final String SHARED = "Rationale shared with another determination";
    private static final int MAX_QUOTE_LENGTH = 400;
    private static final int QUOTED = 2;

    /** Number of words of a sentence to search for, enough to rule out matches by chance. */
    private static final int SEARCHED = 25;

    private final Determination letter;
    private final SharedRationales shared;

    PointsToCheck(Determination letter, SharedRationales shared) {
        this.letter = letter;
        this.shared = shared;
    }

    /** The points to check in an issue. */
    List<PointToCheck> forIssue(Issue issue) {
        var found = letter.findings().stream()
                .filter(f -> f.kind().isSignal() && f.isAbout(issue.number()))
                .map(f -> new PointToCheck(
                        f.kind().title(),
                        RequestParsing.sentence(
                                f.message().substring(f.message().indexOf(CHECK) + CHECK.length())),
                        IssueViewBuilder.value(Facet.SIGNAL, f.kind().title()).href(),
                        sides(issue, f),
                        Optional.empty()));
        return Stream.concat(found, shared.forIssue(issue).stream().map(both -> sharedRationalePoint(issue, both)))
                .toList();
    }

    private List<Side> sides(Issue issue, Finding finding) {
        var request = new Side("Request", shorten(issue.request().value()));
        return switch (finding.kind()) {
            case RATIONALE_ON_OTHER_REGION, RATIONALE_ON_OTHER_MODALITY ->
                rationale(issue, finding.span()).map(r -> List.of(request, r)).orElse(List.of());
            case GUIDELINE_OF_OTHER_REGION -> withText(request, "Reviewer relied on", reviewerGuidelines(issue));
            case SPECIALTY_FAR_FROM_TREATMENT ->
                List.of(
                        request,
                        new Side(
                                "Reviewer’s specialty",
                                letter.reviewer().specialties().stream()
                                        .map(Located::value)
                                        .collect(Collectors.joining(", "))));
            case SERVICE_AFTER_DECISION -> withText(request, "Decided", decided());
            case REPLACED_EDITION ->
                withText(new Side("Reviewer relied on", quote(finding.span())), "Decided", decided());
            case RECORDS_AS_DATE_RANGES -> List.of(new Side("Records", quote(finding.span())));
            case MISSING_HEADER,
                    UNKNOWN_LAYOUT,
                    MISSING_SECTION,
                    TRUNCATED,
                    DECISION_CONTRADICTED,
                    UNREADABLE_DECISION,
                    DOUBTFUL_DATE,
                    UNKNOWN_TERM,
                    SEVERAL_LETTERS,
                    SCANNED,
                    NO_ISSUE,
                    NO_TEXT,
                    PERSONAL_DATA,
                    PAGE_WITHOUT_TEXT,
                    HIDDEN_TEXT,
                    PAGE_MARK,
                    DAMAGED_CHARACTERS,
                    TOO_SLOW,
                    CORRECTED -> List.of();
        };
    }

    private static List<Side> withText(Side first, String label, Optional<String> text) {
        return text.map(t -> List.of(first, new Side(label, shorten(t)))).orElse(List.of(first));
    }

    private static Optional<String> reviewerGuidelines(Issue issue) {
        return issue.reviewerGuidelines().text().map(Located::value);
    }

    private Optional<String> decided() {
        return letter.header().dates().decided().map(d -> DateView.of(d.value()).label());
    }

    /** Quotes the sentence from the rationale; empty if the finding is not about the rationale. */
    private Optional<Side> rationale(Issue issue, Span sentence) {
        return issue.rationale()
                .filter(r -> r.span().start() <= sentence.start()
                        && sentence.end() <= r.span().end())
                .map(r -> new Side("Rationale", quote(sentence)));
    }

    private String quote(Span span) {
        return shorten(
                span.slice(letter.origin().text()).replaceAll("\\s+", " ").strip());
    }

    private static String shorten(String text) {
        return text.length() <= MAX_QUOTE_LENGTH
                ? text
                : text.substring(0, MAX_QUOTE_LENGTH).strip() + "…";
    }

    private PointToCheck sharedRationalePoint(Issue issue, SharedRationale both) {
        var other = shared.other(both);
        var rationale = issue.rationale().map(Located::value).orElse("");
        var quotes = both.sentences().stream()
                .map(s -> s.slice(rationale))
                .filter(s -> other.isEmpty() || other.get().rationale().contains(s))
                .limit(QUOTED)
                .collect(Collectors.joining(" … "));
        var sides = new ArrayList<Side>();
        sides.add(new Side("Rationale", shorten(quotes)));
        other.ifPresent(o -> sides.add(
                new Side(o.label(), shorten(quotes), Optional.of(PageAddress.issuePath(both.other(), o.issue())))));
        var message = both.sentences().size() + " of " + PageText.count(both.comparedSentences(), "sentence")
                + " of the rationale"
                + (both.sentences().size() == 1 ? " appears" : " appear") + " verbatim in " + both.other()
                + "; sentences that many determinations share are not counted.";
        return new PointToCheck(SHARED, message, address(issue, both, other), sides, search(both, rationale));
    }

    /** Link to the issues that contain the longest shared sentence: at least this one and the other. */
    private static Optional<PageLink> search(SharedRationale both, String rationale) {
        return both.sentences().stream()
                .map(s -> s.slice(rationale))
                .max(Comparator.comparingInt(String::length))
                .map(PointsToCheck::phrase)
                .map(phrase -> new PageLink(
                        "Every issue with this wording",
                        SearchUrl.PATH + "?q=" + encoded("rationale:\"" + phrase + '"')));
    }

    /** Returns the first words of a sentence, for a phrase query. */
    private static String phrase(String sentence) {
        return Stream.of(sentence.replace('"', ' ').strip().split("\\s+"))
                .limit(SEARCHED)
                .collect(Collectors.joining(" "));
    }

    private String address(Issue issue, SharedRationale both, Optional<SharedRationales.Place> other) {
        return other.map(o -> "/compare?i=" + encoded(letter.id() + ":" + issue.number()) + "&i="
                        + encoded(both.other() + ":" + o.issue()))
                .orElseGet(() -> PageAddress.determinationPath(both.other()));
    }

    private static String encoded(String issue) {
        return URLEncoder.encode(issue, StandardCharsets.UTF_8);
    }
}
