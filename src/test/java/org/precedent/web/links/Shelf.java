package org.precedent.web.links;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.precedent.determination.Citation;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.search.DateRange;
import org.precedent.search.Facet;
import org.precedent.search.FacetCount;
import org.precedent.search.IssueFacets;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.Match;
import org.precedent.search.Overview;
import org.precedent.search.Query;
import org.precedent.search.Search;
import org.precedent.search.Search.Since;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchPage;
import org.precedent.search.SimilarIssue;
import org.precedent.search.Sort;
import org.precedent.search.StoredLetter;
import org.precedent.search.Suggestion;
import org.precedent.search.Total;

/**
 * A few letters in memory, searched by looking at each: words, facet values, and what is new. Enough for what stands around a
 * search; what a search means is tested elsewhere.
 */
final class Shelf implements SearchEngine {
    private final Map<String, StoredLetter> letters = new LinkedHashMap<>();
    private int generation;

    /** Puts a letter, or changes it, at that time. */
    synchronized void put(Determination letter, Instant now) {
        var first = Optional.ofNullable(letters.get(letter.id()))
                .map(StoredLetter::firstSeen)
                .orElse(now);
        letters.put(letter.id(), new StoredLetter(letter, first, now, List.of()));
        generation++;
    }

    @Override
    public SearchPage search(Search search) {
        var hits = hits(search);
        var page = hits.stream()
                .skip((long) (search.page() - 1) * search.size())
                .limit(search.size())
                .toList();
        var words = new SearchPage.Words(Match.ALL, Total.ZERO, 0, 0);
        return new SearchPage(total(hits), words, facets(), page, generation());
    }

    @Override
    public Total count(Search search) {
        return total(hits(search));
    }

    @Override
    public void export(Search search, Consumer<LetterHit> each) {
        hits(search).forEach(each);
    }

    @Override
    public synchronized Optional<StoredLetter> letter(String id, Query query) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public List<SimilarIssue> similar(String id, int issue, int limit) {
        return List.of();
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return List.of();
    }

    @Override
    public Optional<String> correction(String word) {
        return Optional.empty();
    }

    @Override
    public synchronized Overview overview() {
        var changed = letters.values().stream().map(StoredLetter::lastChanged).max(Comparator.naturalOrder());
        return new Overview(
                new Total(letters.size(), letters.size()), DateRange.ALWAYS, facets(), changed, 0, List.of());
    }

    @Override
    public synchronized String generation() {
        return "g" + generation;
    }

    @Override
    public void close() {}

    private synchronized List<LetterHit> hits(Search search) {
        var hits = new ArrayList<LetterHit>();
        for (var letter : letters.values()) {
            var issues = letter.determination().issues().stream()
                    .filter(i ->
                            within(search, letter) && matches(search.query(), letter, i) && chosen(search, letter, i))
                    .toList();
            if (!issues.isEmpty()) {
                hits.add(hit(letter, issues));
            }
        }
        if (search.sort() == Sort.ADDED) {
            hits.sort(Comparator.comparing(LetterHit::firstSeen).reversed().thenComparing(LetterHit::id));
        }
        return hits;
    }

    private static boolean within(Search search, StoredLetter letter) {
        return search.since()
                .map(s -> s.kind() == Since.Kind.NEW
                        ? letter.firstSeen().isAfter(s.after())
                        : !letter.firstSeen().isAfter(s.after())
                                && letter.lastChanged().isAfter(s.after()))
                .orElse(true);
    }

    private static boolean chosen(Search search, StoredLetter letter, Issue issue) {
        return search.selection().chosen().entrySet().stream()
                .allMatch(e -> IssueFacets.values(e.getKey(), letter.determination(), issue).stream()
                        .anyMatch(e.getValue()::contains));
    }

    private static boolean matches(Query query, StoredLetter letter, Issue issue) {
        return switch (query) {
            case Query.Everything everything -> true;
            case Query.Word word -> holds(issue, word.text());
            case Query.Phrase phrase -> holds(issue, phrase.text());
            case Query.And and -> and.parts().stream().allMatch(p -> matches(p, letter, issue));
            case Query.Or or -> or.parts().stream().anyMatch(p -> matches(p, letter, issue));
            case Query.Not not -> !matches(not.part(), letter, issue);
            case Query.Has has ->
                IssueFacets.values(has.value().facet(), letter.determination(), issue)
                        .contains(has.value().value());
            default -> throw new IllegalArgumentException("not on this shelf: " + query);
        };
    }

    private static boolean holds(Issue issue, String word) {
        var text = issue.request().value() + " "
                + issue.rationale().map(Located::value).orElse("");
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private static LetterHit hit(StoredLetter letter, List<Issue> issues) {
        var d = letter.determination();
        return new LetterHit(
                d.id(),
                d.header().caseNumber().map(Located::value),
                d.header().dates().decided().map(Located::value),
                d.reviewer().specialties().stream().map(Located::value).toList(),
                d.outcome(),
                d.issues().size(),
                d.origin().fictional(),
                letter.firstSeen(),
                letter.lastChanged(),
                issues.stream().map(Shelf::hit).toList());
    }

    private static IssueHit hit(Issue issue) {
        return new IssueHit(
                issue.number(),
                Written.plain(issue.request().value()),
                issue.decision().value(),
                issue.subject().modalities().stream().map(Located::value).toList(),
                issue.subject().regions().stream().map(Located::value).toList(),
                Optional.empty(),
                issue.subject().treatment().map(Located::value),
                List.<Citation>of(),
                issue.rationale().stream().map(r -> Written.plain(r.value())).toList());
    }

    private static Total total(List<LetterHit> hits) {
        return new Total(hits.stream().mapToLong(h -> h.issues().size()).sum(), hits.size());
    }

    private static Map<Facet, List<FacetCount>> facets() {
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : Facet.values()) {
            facets.put(facet, List.of());
        }
        return facets;
    }
}
