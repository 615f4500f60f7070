package org.precedent.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Citation;
import org.precedent.determination.LegalCitation;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.Snippet;
import org.precedent.web.view.DateView;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.SnippetView;

/**
 * A determination on a result page, with its matching issues.
 *
 * @param id the determination's id
 * @param name the case number, or the id where there is none
 * @param href the letter, remembering the search
 * @param decided decision date; empty where not stated
 * @param added when it came in
 * @param specialties the reviewer's, joined
 * @param matching {@code 2 of 5 issues match}; empty where the letter has one issue
 * @param fictional an invented sample
 * @param issues the matching issues
 * @param folded {@code 14 more issues match}; empty where all that match are shown
 * @param summary of the clinical summary, where only that tells why the letter was found
 */
public record ResultCard(
        String id,
        String name,
        String href,
        Optional<DateView> decided,
        DateView added,
        String specialties,
        Optional<String> matching,
        boolean fictional,
        List<IssueCard> issues,
        Optional<String> folded,
        Optional<SnippetView> summary) {
    private static final int MOST = 5;
    private static final int SHOWN = 3;

    public ResultCard {
        issues = List.copyOf(issues);
    }

    /**
     * The issues shown at once: all of them, unless they would crowd out the other letters.
     */
    public List<IssueCard> first() {
        return issues.size() <= MOST ? issues : issues.subList(0, SHOWN);
    }

    /**
     * The issues shown on demand.
     */
    public List<IssueCard> further() {
        return issues.subList(first().size(), issues.size());
    }

    /**
     * A matching issue.
     *
     * @param key names the issue to the comparison: {@code CM16-0213037:2}
     * @param number its number in the letter
     * @param href the issue in its letter, remembering the search
     * @param request the disputed item, query words marked
     * @param decision its badge
     * @param facts modality, region with side, treatment; joined
     * @param guidelines what the reviewer cited, without repeats
     * @param passages of the rationale
     * @param citation how to cite it
     */
    public record IssueCard(
            String key,
            int number,
            String href,
            Snippet request,
            DecisionView decision,
            String facts,
            List<String> guidelines,
            List<SnippetView> passages,
            String citation) {
        public IssueCard {
            guidelines = List.copyOf(guidelines);
            passages = List.copyOf(passages);
        }
    }

    /** A determination with its matching issues. */
    static ResultCard of(PageAddress address, LetterHit hit) {
        int matching = hit.issues().size() + hit.further();
        return of(
                address,
                hit,
                hit.issueCount() == 1
                        ? Optional.empty()
                        : Optional.of(matching + " of " + hit.issueCount() + " issues "
                                + (matching == 1 ? "matches" : "match")));
    }

    /** One issue, as an entry of its own. */
    static ResultCard ofIssue(PageAddress address, LetterHit hit) {
        int number = hit.issues().getFirst().number();
        return of(
                address,
                hit,
                hit.issueCount() == 1 ? Optional.empty() : Optional.of("Issue " + number + " of " + hit.issueCount()));
    }

    private static ResultCard of(PageAddress address, LetterHit hit, Optional<String> matching) {
        return new ResultCard(
                hit.id(),
                hit.caseNumber().orElse(hit.id()),
                address.letter(hit.id(), Optional.empty()),
                hit.decided().map(DateView::of),
                DateView.of(hit.firstSeen()),
                String.join(", ", hit.specialties()),
                matching,
                hit.fictional(),
                hit.issues().stream().map(i -> issue(address, hit, i)).toList(),
                hit.further() == 0
                        ? Optional.empty()
                        : Optional.of(
                                hit.further() + (hit.further() == 1 ? " more issue matches" : " more issues match")),
                hit.summary().map(s -> SnippetView.of(s, true)));
    }

    private static IssueCard issue(PageAddress address, LetterHit hit, IssueHit issue) {
        return new IssueCard(
                hit.id() + ":" + issue.number(),
                issue.number(),
                address.letter(hit.id(), Optional.of(issue.number())),
                issue.request(),
                DecisionView.of(issue.decision()),
                facts(issue),
                issue.guidelines().stream().map(Citation::label).distinct().toList(),
                SnippetView.all(issue.snippets()),
                citation(hit, issue).plain());
    }

    private static String facts(IssueHit issue) {
        var facts = new ArrayList<String>();
        if (!issue.modalities().isEmpty()) {
            facts.add(String.join(", ", issue.modalities()));
        } else {
            issue.treatment().ifPresent(facts::add);
        }
        if (!issue.regions().isEmpty()) {
            facts.add(String.join(", ", issue.regions())
                    + issue.laterality()
                            .map(l -> " (" + l.toLowerCase(java.util.Locale.ROOT) + ")")
                            .orElse(""));
        }
        return String.join(" · ", facts);
    }

    private static LegalCitation citation(LetterHit hit, IssueHit issue) {
        var subject = LegalCitation.subject(
                issue.modalities(),
                issue.laterality(),
                issue.regions(),
                issue.request().text());
        return new LegalCitation(
                hit.id(),
                hit.caseNumber(),
                hit.decided(),
                hit.fictional(),
                Optional.of(new LegalCitation.IssueRef(issue.number(), subject, issue.decision())));
    }
}
