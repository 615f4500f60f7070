package org.precedent.opensearch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;
import org.precedent.highlight.Highlighter;
import org.precedent.highlight.IssueMatcher;
import org.precedent.highlight.SnippetBuilder;
import org.precedent.opensearch.ResultCursor.Found;
import org.precedent.opensearch.ResultCursor.FoundIssue;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.IssueHit;
import org.precedent.search.IssueHit.SubjectLabels;
import org.precedent.search.LetterHit;
import org.precedent.search.LetterHit.DeterminationFacts;
import org.precedent.search.LetterHit.IngestTimes;
import org.precedent.search.Search;
import org.precedent.search.Snippet;
import org.precedent.search.query.TextField;
import org.precedent.text.TextAnalysis;

/**
 * Converts search hits to result entries, highlighted by the code that all engines share.
 */
final class HitReader {
    private final SharedSentences sentences;
    private final SnippetBuilder snippets;
    private final IssueMatcher matcher;

    /**
     * An entry of a result.
     *
     * @param determination the determination with its texts
     * @param issues issues to show, in order
     * @param folded number of further matching issues
     */
    record Entry(Found determination, List<FoundIssue> issues, int folded) {}

    /** An issue, and whether its own texts contain words of the query. */
    private record Shown(IssueHit hit, boolean showsMatch) {}

    HitReader(TextAnalysis analysis, IndexState state, Search search) {
        boolean summary = search.options().summary();
        var highlighter = new Highlighter(analysis, search.query(), new Highlighter.Mode(search.plain(), summary));
        this.sentences = new SharedSentences(state);
        this.snippets = new SnippetBuilder(analysis, highlighter, sentences);
        this.matcher = new IssueMatcher(analysis, summary);
    }

    List<LetterHit> read(List<Entry> entries) {
        var hits = readOnce(entries);
        return sentences.fetchUnknown() ? readOnce(entries) : hits;
    }

    private List<LetterHit> readOnce(List<Entry> entries) {
        var hits = new ArrayList<LetterHit>();
        for (var entry : entries) {
            hits.add(hit(entry, entry.determination.determination()));
        }
        return hits;
    }

    private LetterHit hit(Entry entry, Determination d) {
        var issues = entry.issues.stream()
                .map(i -> issue(d, d.issues().get(i.number() - 1)))
                .toList();
        var summary = issues.stream().allMatch(Shown::showsMatch) ? Optional.<Snippet>empty() : summary(d);
        var source = entry.determination.source();
        return new LetterHit(
                DeterminationFacts.of(d),
                new IngestTimes(time(source, "first"), time(source, "changed")),
                issues.stream().map(Shown::hit).toList(),
                entry.folded,
                summary);
    }

    static Instant time(JsonValue source, String name) {
        return Instant.ofEpochMilli(source.at(name).number());
    }

    // shown if some issue has no words of the query in its own texts
    private Optional<Snippet> summary(Determination d) {
        return snippets.searchesIn(TextField.SUMMARY)
                ? d.narrative().clinicalSummary().flatMap(s -> snippets.passage(TextField.SUMMARY, s.value()))
                : Optional.empty();
    }

    private Shown issue(Determination d, Issue issue) {
        var own = snippets.forIssue(part -> matcher.matches(part, d, issue));
        var request = own.markWhole(TextField.REQUEST, issue.request().value());
        var reasons = own.snippets(issue.rationale().map(Located::value).orElse(""));
        var hit = new IssueHit(
                issue.number(),
                request.snippets().getFirst(),
                issue.decision().value(),
                SubjectLabels.of(issue.subject()),
                issue.reviewerGuidelines().citations(),
                issue.reasons().stream().map(Reason::label).distinct().toList(),
                reasons.snippets());
        return new Shown(hit, request.matchedQueryWords() || reasons.matchedQueryWords());
    }
}
