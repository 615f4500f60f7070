package org.precedent.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.precedent.determination.Citation;
import org.precedent.determination.LegalCitation;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.Snippet;
import org.precedent.search.Snippet.Piece;
import org.precedent.search.Sort;
import org.precedent.web.tray.Tray;
import org.precedent.web.view.DateView;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.SubjectAddress;

/**
 * A determination on a result page, with its matching issues.
 *
 * @param heading its name and link
 * @param details the line below the name
 * @param matching {@code 2 of 5 issues match}; empty if it has only one issue
 * @param issues the matching issues
 * @param folded {@code 14 more issues match}; empty if all matching issues are listed
 * @param summary excerpt from the clinical summary, if the query matched only there
 */
public record ResultCard(
        Heading heading,
        Details details,
        Optional<String> matching,
        List<IssueCard> issues,
        Optional<String> folded,
        Optional<SnippetView> summary) {
    /** Maximum number of issues shown per determination; a link leads to the others. */
    private static final int MAX_ISSUES = 3;

    public ResultCard {
        issues = List.copyOf(issues);
    }

    /**
     * The first issue, shown in full.
     */
    public IssueCard first() {
        return issues.getFirst();
    }

    /**
     * The other issues, shown on one line each.
     */
    public List<IssueCard> otherIssues() {
        return issues.subList(1, Math.min(MAX_ISSUES, issues.size()));
    }

    /**
     * Name and link of a determination.
     *
     * @param name the case number, or the id if there is none
     * @param href URL of the determination's page, with the search
     * @param fictional whether it is a fictional sample
     */
    public record Heading(String name, String href, boolean fictional) {}

    /**
     * Line of facts about a determination.
     *
     * @param decided decision date; empty if not stated
     * @param added when it was first ingested; empty unless results are sorted by that date
     * @param specialties the reviewer's specialties, joined
     */
    public record Details(Optional<DateView> decided, Optional<DateView> added, String specialties) {}

    /**
     * Name and link of an issue.
     *
     * @param key id of the issue in comparison URLs: {@code CM16-0213037:2}
     * @param number its number in the determination
     * @param href URL of the issue in its determination, with the search
     * @param selected whether it is in the visitor's tray
     */
    public record IssueHeading(String key, int number, String href, boolean selected) {}

    /**
     * The reviewer's reasons for a decision.
     *
     * @param grounds the grounds in one line; empty if none was recognized
     * @param passages excerpts from the rationale
     */
    public record MatchReason(Optional<String> grounds, List<SnippetView> passages) {
        public MatchReason {
            passages = List.copyOf(passages);
        }
    }

    /**
     * A matching issue.
     *
     * @param heading its name and link
     * @param title the disputed item, with query words highlighted
     * @param decision badge of the decision
     * @param facts modality, region with side, treatment; joined
     * @param guidelines distinct guidelines the reviewer cited, each linked to its page
     * @param why reasons for the decision
     * @param notes details shown on demand
     */
    public record IssueCard(
            IssueHeading heading,
            Snippet title,
            DecisionView decision,
            String facts,
            List<PageLink> guidelines,
            MatchReason why,
            Notes notes) {
        public IssueCard {
            guidelines = List.copyOf(guidelines);
        }
    }

    /**
     * Details of an issue shown on demand.
     *
     * @param citation how to cite it; empty string in the list of cards, which shows no citations
     * @param match which of its words matched the search; empty if the highlights already show it
     */
    public record Notes(String citation, Optional<String> match) {}

    /** Builds the card of a determination with its matching issues. */
    static ResultCard of(PageAddress address, Tray tray, LetterHit hit) {
        int matching = hit.issues().size() + hit.hiddenIssues();
        return of(
                address,
                tray,
                hit,
                hit.facts().issueCount() == 1
                        ? Optional.empty()
                        : Optional.of(matching + " of " + hit.facts().issueCount() + " issues "
                                + (matching == 1 ? "matches" : "match")));
    }

    /** Builds a card for a single issue. */
    static ResultCard ofIssue(PageAddress address, Tray tray, LetterHit hit) {
        int number = hit.issues().getFirst().number();
        return of(
                address,
                tray,
                hit,
                hit.facts().issueCount() == 1
                        ? Optional.empty()
                        : Optional.of("Issue " + number + " of " + hit.facts().issueCount()));
    }

    private static ResultCard of(PageAddress address, Tray tray, LetterHit hit, Optional<String> matching) {
        var facts = hit.facts();
        return new ResultCard(
                new Heading(facts.name(), address.determinationUrl(hit.id(), Optional.empty()), facts.fictional()),
                new Details(
                        facts.decided().map(d -> new DateView(d.toString(), LegalCitation.day(d))),
                        address.request().sort() == Sort.ADDED
                                ? Optional.of(DateView.of(hit.ingested().firstSeen()))
                                : Optional.empty(),
                        String.join(", ", facts.specialties())),
                matching,
                hit.issues().stream()
                        .limit(address.table() ? Integer.MAX_VALUE : MAX_ISSUES)
                        .map(i -> issue(address, tray, hit, i))
                        .toList(),
                folded(hit),
                hit.summary().map(s -> SnippetView.of(s, true)));
    }

    private static Optional<String> folded(LetterHit hit) {
        int folded = hit.hiddenIssues() + Math.max(0, hit.issues().size() - MAX_ISSUES);
        return folded == 0
                ? Optional.empty()
                : Optional.of(folded + (folded == 1 ? " more issue matches" : " more issues match"));
    }

    private static IssueCard issue(PageAddress address, Tray tray, LetterHit hit, IssueHit issue) {
        var key = hit.id() + ":" + issue.number();
        var title = issue.title();
        return new IssueCard(
                new IssueHeading(
                        key,
                        issue.number(),
                        address.determinationUrl(hit.id(), Optional.of(issue.number())),
                        tray.has(key)),
                title,
                DecisionView.of(issue.decision()),
                facts(issue),
                issue.guidelines().stream()
                        .map(Citation::label)
                        .distinct()
                        .map(g -> new PageLink(g, SubjectAddress.guideline(g)))
                        .toList(),
                new MatchReason(issue.grounds(), SnippetView.all(issue.snippets())),
                new Notes(
                        address.table() ? citation(hit, issue).plain() : "",
                        MatchExplanation.explain(address.request(), issue, title)));
    }

    private static String facts(IssueHit issue) {
        var facts = new ArrayList<String>();
        if (!issue.labels().modalities().isEmpty()) {
            facts.add(String.join(", ", issue.labels().modalities()));
        } else {
            issue.labels().treatment().ifPresent(facts::add);
        }
        if (!issue.labels().regions().isEmpty()) {
            facts.add(String.join(", ", issue.labels().regions())
                    + issue.labels()
                            .laterality()
                            .map(l -> " (" + l.toLowerCase(java.util.Locale.ROOT) + ")")
                            .orElse(""));
        }
        return String.join(" · ", facts);
    }

    private static LegalCitation citation(LetterHit hit, IssueHit issue) {
        var subject = LegalCitation.subject(
                issue.labels().modalities(),
                issue.labels().laterality(),
                issue.labels().regions(),
                issue.request().text());
        return new LegalCitation(
                hit.id(),
                hit.facts().caseNumber(),
                hit.facts().decided(),
                hit.facts().fictional(),
                Optional.of(new LegalCitation.IssueRef(issue.number(), subject, issue.decision())));
    }

    /**
     * Excerpt of a text, with ellipses where it was cut: before it unless it starts at the beginning of the text or of a sentence, and
     * after it unless it ends with a sentence.
     *
     * @param pieces in order
     */
    public record SnippetView(List<Piece> pieces) {
        private static final Set<Character> SENTENCE_ENDS = Set.of('.', '?', '!', ':', '"', '”', ')');

        public SnippetView {
            pieces = List.copyOf(pieces);
        }

        public static SnippetView of(Snippet snippet, boolean first) {
            var text = snippet.text().strip();
            boolean within = !text.isEmpty() && Character.isLowerCase(text.charAt(0));
            boolean ended = !text.isEmpty() && SENTENCE_ENDS.contains(text.charAt(text.length() - 1));
            var pieces = new ArrayList<Piece>();
            if (!first || within) {
                pieces.add(new Piece("… ", false));
            }
            pieces.addAll(snippet.pieces());
            if (!ended) {
                pieces.add(new Piece(" …", false));
            }
            return new SnippetView(pieces);
        }

        public static List<SnippetView> all(List<Snippet> snippets) {
            return IntStream.range(0, snippets.size())
                    .mapToObj(i -> of(snippets.get(i), i == 0))
                    .toList();
        }
    }
}
