package org.precedent.lucene.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.precedent.highlight.PlainWords;
import org.precedent.lucene.facet.ResultSet;
import org.precedent.lucene.facet.ResultSet.Base;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.Match;
import org.precedent.search.Scope;
import org.precedent.search.Search;
import org.precedent.search.SearchPage;
import org.precedent.search.WideningRule;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.Has;
import org.precedent.search.query.Query.Word;
import org.precedent.search.query.QueryTraits;
import org.precedent.search.query.TextField;
import org.precedent.text.StopWords;

/**
 * Executes a search: computes the set of issues it finds. Every constraint is a set of issues; the scope determines how the sets are
 * combined.
 */
public final class SearchExecutor {
    private final IndexSchema schema;
    private final IndexSnapshot view;
    private final QueryTranslator translator;
    private final Search search;
    private final SearchDeadline deadline;
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Constraint> fixed = new ArrayList<>();
    private final Map<Facet, Constraint> chosen = new EnumMap<>(Facet.class);
    private final Map<Facet, Constraint> typed = new EnumMap<>(Facet.class);

    /** A set of issues, and whether the constraint is on the issues themselves rather than on the determination. */
    private record Constraint(IssueSet hits, boolean aboutIssues) {}

    public SearchExecutor(IndexSchema schema, IndexSnapshot view, Search search) {
        this(schema, view, search, SearchDeadline.after(SearchDeadline.LIMIT));
    }

    /** Creates an executor; later stages of the search share its deadline. */
    public SearchExecutor(IndexSchema schema, IndexSnapshot view, Search search, SearchDeadline deadline) {
        this.schema = schema;
        this.view = view;
        this.translator = new QueryTranslator(schema, view, search.options().summary(), deadline);
        this.search = search;
        this.deadline = deadline;
    }

    public ResultSet run() {
        var parts = QueryTraits.conjuncts(search.query());
        var words = search.plain() ? StopWords.remove(QueryTraits.words(parts).toList()) : List.<Word>of();
        var rest = search.plain()
                ? parts.stream().filter(p -> !(p instanceof Word)).toList()
                : parts;
        var choices = QueryTraits.choices(search.query(), search.selection());
        for (var part : rest) {
            if (part instanceof Has has && has.equals(choices.get(has.value().facet()))) {
                typed.put(has.value().facet(), constraint(part));
            } else {
                require(part);
            }
        }
        constraints.addAll(fixed);
        constraints.addAll(typed.values());
        addSelection();
        return words.isEmpty() ? exactResults() : plain(words);
    }

    private void require(Query part) {
        fixed.add(constraint(part));
    }

    private Constraint constraint(Query part) {
        return new Constraint(matching(part), QueryTraits.isAboutIssues(part));
    }

    private void addSelection() {
        var selection = search.selection();
        selection.excluded().forEach((facet, values) -> {
            var left = values.stream().map(v -> having(facet, v)).reduce(view.issues(), IssueSet::andNot);
            fixed.add(new Constraint(left, facet.level() == Facet.Level.ISSUE));
        });
        if (!selection.decided().equals(DateRange.ALWAYS)) {
            require(new Query.Decided(selection.decided()));
        }
        search.since().ifPresent(s -> fixed.add(new Constraint(view.matching(since(s), deadline), false)));
        selection
                .chosen()
                .forEach((facet, values) -> values.stream()
                        .map(v -> having(facet, v))
                        .reduce(IssueSet::or)
                        .ifPresent(h -> chosen.put(facet, new Constraint(h, facet.level() == Facet.Level.ISSUE))));
    }

    private IssueSet having(Facet facet, String value) {
        return matching(new Has(new FacetValue(facet, value)));
    }

    private IssueSet matching(Query part) {
        boolean hasSummary = search.options().summary() && part instanceof Query.Positional;
        return hasSummary
                ? addSummaryMatches(matchingOwnText(part), translator.translate(new Query.In(TextField.SUMMARY, part)))
                : cached(
                        new CachedPart(part, search.options().summary() && !(part instanceof Query.Condition)),
                        () -> translator.translate(part));
    }

    private IssueSet matching(PlainWords.ExpandedWord word) {
        var own = cached(new PlainWord(word.sequences()), () -> translator.issueWord(word.sequences()));
        return search.options().summary() ? addSummaryMatches(own, translator.wordInSummary(word.sequences())) : own;
    }

    private IssueSet matchingOwnText(Query part) {
        return cached(
                new CachedPart(part, false), () -> new QueryTranslator(schema, view, false, deadline).translate(part));
    }

    /** The own-text part is usually cached already, by the narrower search that this one is compared with. */
    private IssueSet addSummaryMatches(IssueSet own, org.apache.lucene.search.Query inSummary) {
        return own.or(view.matching(inSummary, deadline));
    }

    private IssueSet cached(Object part, Supplier<org.apache.lucene.search.Query> query) {
        return view.queryCache().issues(part, () -> view.matching(query.get(), deadline));
    }

    /** Cache key of a part of a query. */
    private record CachedPart(Query part, boolean summary) {}

    /** Cache key of a word of a plain search. */
    private record PlainWord(List<List<String>> sequences) {}

    private static org.apache.lucene.search.Query since(Search.Since since) {
        long after = since.after().toEpochMilli();
        return switch (since.kind()) {
            case NEW -> LongPoint.newRangeQuery(IndexField.FIRST_SEEN.key(), after + 1, Long.MAX_VALUE);
            case CHANGED ->
                new BooleanQuery.Builder()
                        .add(LongPoint.newRangeQuery(IndexField.FIRST_SEEN.key(), Long.MIN_VALUE, after), Occur.FILTER)
                        .add(
                                LongPoint.newRangeQuery(IndexField.LAST_CHANGED.key(), after + 1, Long.MAX_VALUE),
                                Occur.FILTER)
                        .build();
        };
    }

    private ResultSet exactResults() {
        chosen.putAll(typed);
        return result(
                List.of(),
                base(List.of(), Optional.empty()),
                SearchPage.Words.NONE,
                ranking().translate(search.query()));
    }

    private Ranking ranking() {
        return new Ranking(translator, search.options().summary());
    }

    private ResultSet plain(List<Word> typed) {
        var words = new WordSets(
                view,
                PlainWords.expand(schema.analysis(), typed).stream()
                        .map(w -> new WordSets.Entry(w, matching(w)))
                        .toList());
        var every = words.words().stream()
                .map(w -> new Constraint(w.issues(), true))
                .toList();
        chosen.putAll(this.typed);
        var withAll = base(every, Optional.empty());
        var all = shownIssues(withAll).total();
        return widens(every)
                ? widened(words, all)
                : result(every, withAll, words.describeAll(all), Optional.of(rankingOfAll(words)));
    }

    private ResultSet widened(WordSets words, Total withAll) {
        // the widening depends on the facet values typed, so replacing one with another selection yields a different
        // set
        chosen.keySet().removeAll(typed.keySet());
        fixed.addAll(typed.values());
        var wide = words.withNeighbors(this::matching);
        int required = WideningRule.requiredAtFirst(wide.distinctive().size());
        int minimum = Math.min(required, isSubjectUnderstood() ? 0 : 1);
        var text = withAtLeast(required, wide);
        while (required > minimum && isScarce(text, WideningRule.TARGET_ISSUES)) {
            required--;
            text = withAtLeast(required, wide);
        }
        var base = base(text, Optional.empty());
        var ranking = withFeedback(ranking(words, Occur.SHOULD), shownIssues(base), words.sumOfIdf());
        return result(
                text,
                base,
                wide.describeSome(withAll, required),
                Optional.of(required == 0 ? ranking().withUnranked(ranking) : ranking));
    }

    /** Boosts issues that share facet values with the top issues. Not in determination scope, where issues are not ranked as one set. */
    private org.apache.lucene.search.Query withFeedback(BooleanQuery.Builder ranking, IssueSet hits, double sumOfIdf) {
        var words = ranking.build();
        return isRankedByAll() ? new FeedbackQuery(view, translator, words, hits, sumOfIdf) : words;
    }

    /** Whether the query names the disputed treatment, study, or region and it was recognized, so that the other words are optional. */
    private boolean isSubjectUnderstood() {
        return QueryTraits.conjuncts(search.query()).stream()
                .anyMatch(part -> part instanceof Has has
                        && WideningRule.SUBJECT.contains(has.value().facet()));
    }

    /** In issue scope every issue found has all words; requiring them in the ranking too lets Lucene stop early. */
    private org.apache.lucene.search.Query rankingOfAll(WordSets words) {
        return ranking(words, isRankedByAll() ? Occur.MUST : Occur.SHOULD).build();
    }

    /** Whether every issue found has every word in its own texts, where words are scored. */
    private boolean isRankedByAll() {
        return search.options().scope() == Scope.ISSUE && !search.options().summary();
    }

    private BooleanQuery.Builder ranking(WordSets words, Occur each) {
        var ranking = new BooleanQuery.Builder();
        words.words().forEach(w -> ranking.add(translator.issueWord(w.word().sequences()), each));
        new NeighborClauses(schema.analysis(), translator)
                .build(words.words().stream().map(WordSets.Entry::word).toList())
                .forEach(clause -> ranking.add(clause, Occur.SHOULD));
        var text = words.words().stream().map(WordSets.Entry::text).collect(Collectors.joining(" "));
        new SubjectClauses(schema.paths(), translator)
                .build(text, words.sumOfIdf())
                .forEach(clause -> ranking.add(clause, Occur.SHOULD));
        return ranking;
    }

    /**
     * Depends only on the words and the facet values recognized in them, so that a facet selection never changes the set its count was
     * computed on.
     */
    private boolean widens(List<Constraint> every) {
        boolean canWiden = every.size() > 1
                && every.stream().anyMatch(w -> w.hits().total().issues() > 0);
        return canWiden
                && search.options()
                        .match()
                        .map(m -> m == Match.MOST)
                        .orElseGet(() -> isScarce(every, WideningRule.MIN_ISSUES));
    }

    private boolean isScarce(List<Constraint> text, int enough) {
        var all = new ArrayList<>(constraints);
        all.addAll(text);
        return shownIssues(combine(all)).total().issues() < enough;
    }

    /** Issues with at least this many of the distinctive words; in determination scope, issues of determinations with that many. */
    private List<Constraint> withAtLeast(int required, WordSets words) {
        if (required == 0) {
            return List.of();
        }
        var sets = words.distinctive().stream().map(WordSets.Entry::issues).toList();
        if (search.options().scope() == Scope.ISSUE) {
            return List.of(new Constraint(words.issuesInAtLeast(required, sets), true));
        }
        var letters = words.issuesInAtLeast(
                required, sets.stream().map(IssueSet::wholeLetters).toList());
        var having = sets.stream().reduce(IssueSet::or).orElseThrow();
        return List.of(new Constraint(letters.and(having), true));
    }

    private ResultSet result(
            List<Constraint> text,
            Base base,
            SearchPage.Words words,
            Optional<org.apache.lucene.search.Query> ranking) {
        var complete = isRankedByAll() ? ranking : ranking.map(ranking()::withUnranked);
        var others = new EnumMap<Facet, Base>(Facet.class);
        chosen.keySet().forEach(f -> others.put(f, base(text, Optional.of(f))));
        var hits = shownIssues(base);
        boolean wordsAlone = words.shown() == Match.ALL && !text.isEmpty() && fixed.isEmpty() && chosen.isEmpty();
        boolean ranksJustThese = wordsAlone && isRankedByAll();
        return new ResultSet(
                hits, base, others, words, ranksJustThese ? complete : complete.map(r -> restrictTo(hits, r)));
    }

    /**
     * Restricts the ranking to the issues found. Omitted when the words are the only constraint, since Lucene stops earlier without the
     * filter.
     */
    private static org.apache.lucene.search.Query restrictTo(IssueSet hits, org.apache.lucene.search.Query ranking) {
        return new BooleanQuery.Builder()
                .add(ranking, Occur.MUST)
                .add(BitsQuery.of(hits), Occur.FILTER)
                .build();
    }

    private static IssueSet shownIssues(Base base) {
        return switch (base) {
            case Base.Issues issues -> issues.hits();
            case Base.Letters letters ->
                letters.meeting().map(letters.letters()::and).orElse(letters.letters());
        };
    }

    /** What meets all constraints, optionally ignoring the selection of one facet. */
    private Base base(List<Constraint> text, Optional<Facet> but) {
        var all = new ArrayList<>(fixed);
        all.addAll(text);
        chosen.forEach((facet, constraint) -> {
            if (!Optional.of(facet).equals(but)) {
                all.add(constraint);
            }
        });
        return combine(all);
    }

    private Base combine(List<Constraint> all) {
        if (search.options().scope() == Scope.ISSUE) {
            return new Base.Issues(
                    all.stream().map(Constraint::hits).reduce(IssueSet::and).orElse(view.issues()));
        }
        return new Base.Letters(
                all.stream().map(c -> c.hits().wholeLetters()).reduce(view.issues(), IssueSet::and),
                all.stream()
                        .filter(Constraint::aboutIssues)
                        .map(Constraint::hits)
                        .reduce(IssueSet::or));
    }
}
