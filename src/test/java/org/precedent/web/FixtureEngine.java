package org.precedent.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;
import org.precedent.determination.Span;
import org.precedent.search.IssueHit;
import org.precedent.search.IssueHit.SubjectLabels;
import org.precedent.search.LetterHit;
import org.precedent.search.LetterHit.DeterminationFacts;
import org.precedent.search.LetterHit.IngestTimes;
import org.precedent.search.OutcomeTable;
import org.precedent.search.Overview;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngine.Suggestion;
import org.precedent.search.SearchPage;
import org.precedent.search.SharedRationale;
import org.precedent.search.SimilarIssue;
import org.precedent.search.Snippet;
import org.precedent.search.StoredLetter;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.IssueFacets;
import org.precedent.search.facet.Selection;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.search.query.TextField;

/**
 * A small in-memory engine for tests of pages: words match as substrings, facets are flat, and results keep the order of the
 * determinations.
 */
final class FixtureEngine implements SearchEngine {
    private static final Instant SEEN = Instant.parse("2026-01-02T03:04:05Z");

    private final List<Determination> letters;
    private final AtomicInteger searches = new AtomicInteger();

    FixtureEngine(List<Determination> letters) {
        this.letters = List.copyOf(letters);
    }

    int searches() {
        return searches.get();
    }

    @Override
    public SearchPage search(Search search) {
        searches.incrementAndGet();
        var hits = hits(search, search.selection());
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : search.countedFacets()) {
            facets.put(facet, counts(facet, hits(search, without(search.selection(), facet))));
        }
        var page = hits.stream()
                .skip((search.paging().number() - 1L) * search.paging().size())
                .limit(search.paging().size())
                .toList();
        var words = SearchPage.Words.NONE;
        return new SearchPage(total(hits), words, facets, page, List.of(), generation());
    }

    private static Selection without(Selection selection, Facet facet) {
        var chosen = new EnumMap<Facet, java.util.Set<String>>(Facet.class);
        chosen.putAll(selection.chosen());
        chosen.remove(facet);
        return new Selection(chosen, selection.excluded(), selection.decided());
    }

    private List<LetterHit> hits(Search search, Selection selection) {
        var hits = new ArrayList<LetterHit>();
        for (var letter : letters) {
            var issues = letter.issues().stream()
                    .filter(i -> has(letter, i, search.query()))
                    .filter(i -> chosen(letter, i, selection))
                    .map(i -> hit(i, words(search.query())))
                    .toList();
            if (!issues.isEmpty()) {
                hits.add(hit(letter, issues));
            }
        }
        return hits;
    }

    private static boolean chosen(Determination letter, Issue issue, Selection selection) {
        return selection.chosen().entrySet().stream()
                        .allMatch(
                                e -> values(letter, issue, e.getKey()).stream().anyMatch(e.getValue()::contains))
                && selection.excluded().entrySet().stream()
                        .noneMatch(
                                e -> values(letter, issue, e.getKey()).stream().anyMatch(e.getValue()::contains))
                && (selection.decided().equals(DateRange.ALWAYS)
                        || selection.decided().contains(decided(letter)));
    }

    private static boolean has(Determination letter, Issue issue, Query query) {
        return switch (query) {
            case Query.And and -> and.parts().stream().allMatch(p -> has(letter, issue, p));
            case Query.Or or -> or.parts().stream().anyMatch(p -> has(letter, issue, p));
            case Query.Not not -> !has(letter, issue, not.part());
            case Query.Has facet ->
                values(letter, issue, facet.value().facet())
                        .contains(facet.value().value());
            case Query.Word word -> text(issue).contains(word.text().toLowerCase(Locale.ROOT));
            case Query.Phrase phrase -> text(issue).contains(phrase.text().toLowerCase(Locale.ROOT));
            case Query.Positional p -> true;
            case Query.In in -> true;
            case Query.Condition c -> true;
        };
    }

    private static List<String> words(Query query) {
        return switch (query) {
            case Query.And and ->
                and.parts().stream().flatMap(p -> words(p).stream()).toList();
            case Query.Word word -> List.of(word.text());
            case Query.Phrase phrase -> List.of(phrase.text());
            case Query.Positional p -> List.of();
            case Query.Or or -> List.of();
            case Query.Not not -> List.of();
            case Query.In in -> List.of();
            case Query.Condition c -> List.of();
        };
    }

    private static String text(Issue issue) {
        return (issue.request().value() + "\n"
                        + issue.rationale().map(Located::value).orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> values(Determination letter, Issue issue, Facet facet) {
        var values = switch (facet) {
            case MODALITY ->
                issue.subject().modalities().stream().map(Located::value).toList();
            case REGION ->
                issue.subject().regions().stream().map(Located::value).toList();
            case DECISION -> List.of(issue.decision().value().label());
            case GUIDELINE ->
                issue.reviewerGuidelines().citations().stream()
                        .map(c -> c.label())
                        .toList();
            case SPECIALTY ->
                letter.reviewer().specialties().stream().map(Located::value).toList();
            case TREATMENT ->
                issue.subject().treatment().map(Located::value).stream().toList();
            case REASON -> issue.reasons().stream().map(Reason::label).toList();
            case YEAR -> List.of(Integer.toString(decided(letter).getYear()));
            case OUTCOME -> List.of(letter.outcome().label());
            case SIGNAL, CITATION, ADMINISTRATOR -> List.copyOf(IssueFacets.values(facet, letter, issue));
        };
        return values.isEmpty() ? List.of(Facet.NOT_STATED) : values;
    }

    private List<FacetCount> counts(Facet facet, List<LetterHit> hits) {
        var issues = new LinkedHashMap<String, Long>();
        var found = new LinkedHashMap<String, Long>();
        for (var hit : hits) {
            var letter = byId(hit.id()).orElseThrow();
            var here = new LinkedHashSet<String>();
            hit.issues()
                    .forEach(i -> values(letter, letter.issues().get(i.number() - 1), facet)
                            .forEach(v -> {
                                issues.merge(v, 1L, Long::sum);
                                here.add(v);
                            }));
            here.forEach(v -> found.merge(v, 1L, Long::sum));
        }
        return issues.entrySet().stream()
                .map(e -> new FacetCount(
                        e.getKey(), List.of(e.getKey()), new Total(e.getValue(), found.getOrDefault(e.getKey(), 0L))))
                .sorted(Comparator.comparingLong((FacetCount c) -> -c.total().issues())
                        .thenComparing(FacetCount::value))
                .toList();
    }

    private static Total total(List<LetterHit> hits) {
        return new Total(hits.stream().mapToLong(h -> h.issues().size()).sum(), hits.size());
    }

    private static LocalDate decided(Determination letter) {
        return letter.header().dates().decided().orElseThrow().value();
    }

    private static LetterHit hit(Determination letter, List<IssueHit> issues) {
        return new LetterHit(DeterminationFacts.of(letter), new IngestTimes(SEEN, SEEN), issues, 0, Optional.empty());
    }

    private static IssueHit hit(Issue issue, List<String> words) {
        var rationale = issue.rationale().map(Located::value).orElse("");
        var opening = rationale.substring(0, Math.min(160, rationale.length()));
        return new IssueHit(
                issue.number(),
                new Snippet(List.of(new Snippet.Piece(issue.request().value(), false))),
                issue.decision().value(),
                SubjectLabels.of(issue.subject()),
                issue.reviewerGuidelines().citations(),
                issue.reasons().stream().map(Reason::label).distinct().toList(),
                List.of(marked(opening, words)));
    }

    private static Snippet marked(String text, List<String> words) {
        for (var word : words) {
            int at = text.toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
            if (at > 0) {
                return new Snippet(List.of(
                        new Snippet.Piece(text.substring(0, at), false),
                        new Snippet.Piece(text.substring(at, at + word.length()), true),
                        new Snippet.Piece(text.substring(at + word.length()), false)));
            }
        }
        return new Snippet(List.of(new Snippet.Piece(text, false)));
    }

    @Override
    public Total count(Search search) {
        return total(hits(search, search.selection()));
    }

    @Override
    public List<Listed> listLetters(Optional<String> after, int count) {
        return letters.stream()
                .map(Determination::id)
                .sorted()
                .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
                .limit(count)
                .map(id -> new Listed(id, SEEN))
                .toList();
    }

    @Override
    public OutcomeTable countOutcomes(Search search, List<Dimension> by) {
        var counts = new ArrayList<OutcomeTable.Counts>();
        for (var decision : List.of("", "Overturned", "Partly overturned")) {
            var selection = decision.isEmpty()
                    ? search.selection()
                    : search.selection().with(new FacetValue(Facet.DECISION, decision));
            var total = total(hits(search, selection));
            counts.add(new OutcomeTable.Counts(total.issues(), total.determinations(), 0, 0));
        }
        var total = new OutcomeTable.Counts(
                counts.get(0).issues(),
                counts.get(0).determinations(),
                counts.get(1).issues(),
                counts.get(2).issues());
        return new OutcomeTable(by, total, List.of(), by.stream().map(d -> 0).toList(), SearchPage.Words.NONE);
    }

    @Override
    public void export(Search search, Consumer<LetterHit> each) {
        hits(search, search.selection()).forEach(each);
    }

    private Optional<Determination> byId(String id) {
        return letters.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    @Override
    public Optional<StoredLetter> findLetter(String id, Query query, boolean summary) {
        return byId(id).map(l -> new StoredLetter(l, SEEN, SEEN, marks(l, words(query))));
    }

    private static List<StoredLetter.Mark> marks(Determination letter, List<String> words) {
        var marks = new ArrayList<StoredLetter.Mark>();
        letter.issues()
                .forEach(i -> words.forEach(w -> {
                    int at = i.rationale().map(Located::value).orElse("").indexOf(w);
                    if (at >= 0) {
                        marks.add(
                                new StoredLetter.Mark(TextField.RATIONALE, i.number(), new Span(at, at + w.length())));
                    }
                }));
        return marks;
    }

    @Override
    public List<SharedRationale> findSharedRationales(Determination determination) {
        return List.of();
    }

    @Override
    public List<SimilarIssue> findSimilar(String id, int issue, int limit) {
        return letters.stream()
                .filter(l -> !l.id().equals(id))
                .limit(limit)
                .map(l -> new SimilarIssue(
                        l.id(),
                        1,
                        l.issues().getFirst().request().value(),
                        l.issues().getFirst().decision().value(),
                        Optional.of(decided(l)),
                        List.of("Cervical spine", "red flags")))
                .toList();
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return List.of(new Suggestion(typed + " spine", "region", 3));
    }

    @Override
    public Optional<String> correct(String word) {
        return word.equals("cervicle") ? Optional.of("cervical") : Optional.empty();
    }

    @Override
    public Overview overview() {
        var everything = Search.of(new Query.Everything());
        var hits = hits(everything, Selection.NONE);
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        for (var facet : Facet.values()) {
            facets.put(facet, counts(facet, hits));
        }
        var days = letters.stream().map(FixtureEngine::decided).sorted().toList();
        return new Overview(
                total(hits),
                days.isEmpty()
                        ? DateRange.ALWAYS
                        : new DateRange(Optional.of(days.getFirst()), Optional.of(days.getLast())),
                facets,
                letters.isEmpty() ? Optional.empty() : Optional.of(SEEN),
                letters.size(),
                letters.stream()
                        .limit(5)
                        .map(l -> new Overview.Latest(
                                l.id(), l.issues().getFirst().request().value(), Optional.of(decided(l)), SEEN))
                        .toList(),
                Map.of());
    }

    @Override
    public String generation() {
        return "fixture-" + letters.size();
    }

    @Override
    public void close() {}
}
