package org.precedent.web.subject;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.determination.Decision;
import org.precedent.determination.Issue;
import org.precedent.search.Grouping;
import org.precedent.search.LetterHit;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.PageRequest;
import org.precedent.search.Sort;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.insights.OutcomeSource;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.subject.SubjectView.Ground;
import org.precedent.web.subject.SubjectView.GroundList;
import org.precedent.web.subject.SubjectView.Quote;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * Finds the most frequent grounds for and against a treatment, with sentences that state them: what was documented in overturned issues and
 * what was lacking in upheld ones. Grounds found in few determinations are left out.
 */
final class GroundFinder {
    /** Minimum number of determinations for a ground to be listed. */
    static final int MIN_DETERMINATIONS = 3;

    private static final int MAX_GROUNDS = 6;
    private static final int QUOTES = 3;

    private final SearchGateway gateway;
    private final OutcomeSource source;

    GroundFinder(SearchGateway gateway, OutcomeSource source) {
        this.gateway = gateway;
        this.source = source;
    }

    /** Finds the grounds: overturned issues first; a decision without grounds is left out. */
    List<GroundList> find() {
        return Stream.of(
                        new GroundList("What overturned issues documented", grounds(Decision.OVERTURNED)),
                        new GroundList("What upheld issues lacked", grounds(Decision.UPHELD)))
                .filter(list -> !list.grounds().isEmpty())
                .toList();
    }

    private List<Ground> grounds(Decision decision) {
        return source.countBy(List.of(Dimension.REASON)).cells().stream()
                .filter(c -> !c.values().getFirst().equals(Facet.NOT_STATED))
                .filter(c -> decided(c.counts(), decision) >= MIN_DETERMINATIONS)
                .sorted(Comparator.comparingLong(c -> -decided(c.counts(), decision)))
                .limit(MAX_GROUNDS)
                .flatMap(c -> ground(c.values().getFirst(), decision).stream())
                .toList();
    }

    private static long decided(Counts counts, Decision decision) {
        return decision == Decision.OVERTURNED ? counts.overturned() : counts.upheld();
    }

    private Optional<Ground> ground(String reason, Decision decision) {
        var given = source.requestForCell(List.of(Dimension.REASON), List.of(reason));
        var request = given.with(given.selection().with(new FacetValue(Facet.DECISION, decision.label())));
        var search = gateway.understand(request.with(Sort.NEWEST))
                .search()
                .with(new PageRequest(1, QUOTES, Optional.empty(), Grouping.DETERMINATION));
        var page = gateway.run(() -> gateway.engine().search(search));
        if (page.total().determinations() < MIN_DETERMINATIONS) {
            return Optional.empty();
        }
        var quotes = page.letters().stream()
                .flatMap(hit -> quote(hit, reason).stream())
                .toList();
        var count = PageText.count(page.total().issues(), "issue") + " in "
                + PageText.count(page.total().determinations(), "determination");
        return Optional.of(new Ground(reason, new PageLink(count, SearchUrl.path(request)), quotes));
    }

    private Optional<Quote> quote(LetterHit hit, String reason) {
        var id = hit.facts().id();
        int number = hit.issues().getFirst().number();
        return gateway.engine().findLetter(id, new Query.Everything()).stream()
                .flatMap(stored -> stored.determination().issues().stream())
                .filter(issue -> issue.number() == number)
                .flatMap(issue -> sentence(issue, reason))
                .map(text -> new Quote(
                        text, new PageLink(hit.facts().caseNumber().orElse(id), PageAddress.issuePath(id, number))))
                .findFirst();
    }

    private static Stream<String> sentence(Issue issue, String reason) {
        return issue.reasons().stream()
                .filter(r -> r.label().equals(reason))
                .map(r -> r.evidence().value())
                .limit(1);
    }
}
