package org.precedent.search;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;
import org.precedent.search.IssueHit.SubjectLabels;
import org.precedent.search.LetterHit.DeterminationFacts;
import org.precedent.search.LetterHit.IngestTimes;
import org.precedent.search.SearchEngine.Suggestion;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.IssueFacets;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.search.query.TextField;

/**
 * Reference engine that scans every issue of every determination; other engines are compared with it.
 */
public final class BruteForceEngine implements SearchEngine {
    private final Map<String, Kept> letters = new TreeMap<>();
    private final FacetPaths paths;
    private final int size;

    // These are caches: every issue is tested for every facet value.
    private final IdentityHashMap<Issue, List<String>> ownTexts = new IdentityHashMap<>();
    private final Map<String, TestText> parsed = new HashMap<>();
    private final Map<Query, Map<String, Boolean>> answers = new HashMap<>();
    private final Map<String, List<Query>> neighbors = TestNeighbors.read();

    /**
     * Creates an engine that has ingested these batches.
     */
    public BruteForceEngine(List<LetterBatch> batches, FacetPaths paths) {
        this.paths = paths;
        this.size = batches.size();
        for (var batch : batches) {
            for (var letter : batch.letters()) {
                take(letter, batch.at());
            }
        }
    }

    private void take(Determination letter, Instant at) {
        var former = letters.get(letter.id());
        if (former == null || !former.letter.equals(letter)) {
            letters.put(letter.id(), new Kept(letter, former == null ? at : former.firstSeen, at));
        }
    }

    private record Kept(Determination letter, Instant firstSeen, Instant lastChanged) {
        // hashing a whole determination for every row would be slow
        @Override
        public int hashCode() {
            return letter.id().hashCode();
        }
    }

    private record Row(Kept kept, Issue issue) {}

    /**
     * A condition of a search.
     *
     * @param aboutIssues whether it applies to the issue itself rather than its determination
     * @param choice the facet that it is a choice of; empty if none
     */
    private record Constraint(Predicate<Row> holds, boolean aboutIssues, Optional<Facet> choice) {}

    private record Set(List<Row> rows) {
        Total total() {
            return new Total(
                    rows.size(), rows.stream().map(Row::kept).distinct().count());
        }
    }

    /** The constraints of a search, and how many of its plain words must match. */
    private record Plan(
            List<Constraint> constraints,
            List<? extends Query> words,
            int required,
            SearchPage.Words shown,
            boolean summary) {}

    @Override
    public SearchPage search(Search search) {
        var plan = plan(search);
        var found = found(plan, search, plan.constraints);
        var all = hits(found, search);
        int from = search.paging()
                .after()
                .map(id -> IntStream.range(0, all.size())
                                .filter(i -> EngineComparison.place(search, all.get(i))
                                        .equals(id))
                                .findFirst()
                                .orElseThrow(() -> new NotInResult(id))
                        + 1)
                .orElse(search.paging().offset());
        var page = all.subList(
                Math.min(all.size(), from),
                Math.min(all.size(), from + search.paging().size()));
        return new SearchPage(found.total(), plan.shown, facets(plan, search), page, List.of(), generation());
    }

    @Override
    public Total count(Search search) {
        var plan = plan(search);
        return found(plan, search, plan.constraints).total();
    }

    @Override
    public OutcomeTable countOutcomes(Search search, List<Dimension> by) {
        var whole = OutcomeSearches.baseSearch(search);
        var shown = plan(whole).shown;
        var among = OutcomeSearches.tableSearch(whole, by, shown.shown());
        var cells = new HashMap<List<String>, List<Row>>();
        for (var row : found(among).rows) {
            for (var values : crossed(row, by)) {
                if (IntStream.range(0, by.size())
                        .allMatch(i -> OutcomeSearches.includesValue(
                                paths,
                                by.get(i),
                                values.get(i),
                                OutcomeSearches.selectedValues(whole, by.get(i), shown.shown()),
                                OutcomeSearches.itemGroup(whole, by, shown.shown())))) {
                    cells.computeIfAbsent(values, v -> new ArrayList<>()).add(row);
                }
            }
        }
        if (by.isEmpty()) {
            cells.clear();
        }
        return new OutcomeTable(
                by,
                outcomes(found(whole).rows),
                cells.entrySet().stream()
                        .map(e -> new OutcomeTable.Cell(e.getKey(), outcomes(e.getValue())))
                        .sorted(OutcomeTable.Cell.ORDER)
                        .toList(),
                by.stream().map(d -> 0).toList(),
                shown);
    }

    private Set found(Search search) {
        var plan = plan(search);
        return found(plan, search, plan.constraints);
    }

    private static OutcomeTable.Counts outcomes(List<Row> rows) {
        return new OutcomeTable.Counts(
                rows.size(),
                rows.stream().map(Row::kept).distinct().count(),
                rows.stream()
                        .filter(r -> r.issue.decision().value() == Decision.OVERTURNED)
                        .count(),
                rows.stream()
                        .filter(r -> r.issue.decision().value() == Decision.PARTLY_OVERTURNED)
                        .count());
    }

    private List<List<String>> crossed(Row row, List<Dimension> by) {
        var crossed = List.of(List.<String>of());
        for (var dimension : by) {
            crossed = crossed.stream()
                    .flatMap(before -> values(row, dimension).stream()
                            .map(v ->
                                    Stream.concat(before.stream(), Stream.of(v)).toList()))
                    .toList();
        }
        return crossed;
    }

    private Collection<String> values(Row row, Dimension dimension) {
        return dimension
                .facet()
                .<Collection<String>>map(f -> paths.withAncestors(f, IssueFacets.values(f, row.kept.letter, row.issue)))
                .orElseGet(() -> List.of(row.kept
                        .letter
                        .header()
                        .dates()
                        .decided()
                        .map(d -> YearMonth.from(d.value()).toString())
                        .orElse(Facet.NOT_STATED)));
    }

    @Override
    public List<Listed> listLetters(Optional<String> after, int count) {
        return letters.values().stream()
                .filter(k -> after.isEmpty() || k.letter.id().compareTo(after.get()) > 0)
                .limit(count)
                .map(k -> new Listed(k.letter.id(), k.lastChanged))
                .toList();
    }

    @Override
    public void export(Search search, Consumer<LetterHit> each) {
        var plan = plan(search);
        hits(found(plan, search, plan.constraints), search).forEach(each);
    }

    private Plan plan(Search search) {
        boolean summary = search.options().summary();
        var constraints = new ArrayList<Constraint>();
        var words = new ArrayList<Query.Word>();
        for (var part : conjuncts(search.query())) {
            if (search.plain() && part instanceof Query.Word word) {
                words.add(word);
            } else {
                constraints.add(
                        new Constraint(r -> holds(part, r, summary), isAboutIssues(part), typedChoice(part, search)));
            }
        }
        var asked = List.copyOf(constraints);
        addSelection(search, constraints);
        if (words.isEmpty()) {
            return new Plan(constraints, words, 0, SearchPage.Words.NONE, summary);
        }
        return new Widening(search, asked, words).plan(constraints);
    }

    /** The facet of this query part, if the part is the facet's only value in the query and no other value of it is selected. */
    private static Optional<Facet> typedChoice(Query part, Search search) {
        if (!(part instanceof Query.Has has)) {
            return Optional.empty();
        }
        var facet = has.value().facet();
        long others = conjuncts(search.query()).stream()
                .filter(p -> p instanceof Query.Has h && h.value().facet() == facet)
                .count();
        boolean choice = others == 1 && search.selection().chosenIn(facet).isEmpty();
        return choice ? Optional.of(facet) : Optional.empty();
    }

    /** Determines how many words of a plain-text search must match. */
    private final class Widening {
        private final Search search;
        private final List<Constraint> asked;
        private final List<Query.Word> words;
        private final boolean summary;
        private final Map<Query, Long> counts = new LinkedHashMap<>();

        Widening(Search search, List<Constraint> asked, List<Query.Word> words) {
            this.search = search;
            this.asked = asked;
            this.words = words;
            this.summary = search.options().summary();
        }

        private Stream<Row> rows() {
            return letters.values().stream()
                    .flatMap(k -> k.letter.issues().stream().map(i -> new Row(k, i)));
        }

        private long count(Query word) {
            return counts.computeIfAbsent(
                    word, w -> rows().filter(r -> holds(w, r, summary)).count());
        }

        /** A word as it matches in a widened search: itself or any of its neighbors in meaning. */
        private Query wide(Query.Word word) {
            var near = neighbors.getOrDefault(word.text(), List.of());
            return near.isEmpty()
                    ? word
                    : new Query.Or(Stream.concat(Stream.of(word), near.stream()).toList());
        }

        private List<Query.Word> telling(Function<Query.Word, Query> as) {
            long all = rows().count();
            var telling = words.stream()
                    .filter(w -> count(as.apply(w)) > 0 && count(as.apply(w)) <= all / 3)
                    .toList();
            return telling.isEmpty()
                    ? words.stream().filter(w -> count(as.apply(w)) > 0).toList()
                    : telling;
        }

        Plan plan(List<Constraint> constraints) {
            var strict = new Plan(constraints, words, words.size(), SearchPage.Words.NONE, summary);
            var withAll = found(strict, search, constraints).total();
            if (!widens(found(strict, search, asked).total().issues())) {
                return new Plan(
                        constraints, words, words.size(), said(Match.ALL, withAll, words.size(), w -> w), summary);
            }
            var telling = telling(this::wide).stream().map(this::wide).toList();
            int required = (telling.size() + 1) / 2;
            int minimum = namesSubject() ? 0 : 1;
            while (required > minimum
                    && found(new Plan(asked, telling, required, strict.shown, summary), search, asked)
                                    .total()
                                    .issues()
                            < 20) {
                required--;
            }
            var typed = constraints.stream()
                    .map(c -> asked.contains(c) ? new Constraint(c.holds, c.aboutIssues, Optional.empty()) : c)
                    .toList();
            return new Plan(typed, telling, required, said(Match.MOST, withAll, required, this::wide), summary);
        }

        private boolean namesSubject() {
            return conjuncts(search.query()).stream()
                    .anyMatch(p -> p instanceof Query.Has has
                            && List.of(Facet.MODALITY, Facet.REGION, Facet.TREATMENT)
                                    .contains(has.value().facet()));
        }

        private boolean widens(long withAll) {
            boolean can = words.size() > 1 && words.stream().anyMatch(w -> count(w) > 0);
            return can && search.options().match().map(m -> m == Match.MOST).orElse(withAll < 10);
        }

        private SearchPage.Words said(Match shown, Total withAll, int required, Function<Query.Word, Query> as) {
            var telling = telling(as);
            return new SearchPage.Words(
                    shown,
                    withAll,
                    required,
                    texts(telling::contains),
                    texts(w -> count(as.apply(w)) > 0 && !telling.contains(w)),
                    texts(w -> count(as.apply(w)) == 0),
                    texts(w -> telling.contains(w) && !as.apply(w).equals(w)));
        }

        private List<String> texts(Predicate<Query.Word> filter) {
            return words.stream().filter(filter).map(Query.Word::text).toList();
        }
    }

    private void addSelection(Search search, List<Constraint> constraints) {
        var selection = search.selection();
        selection
                .chosen()
                .forEach((facet, values) -> constraints.add(new Constraint(
                        r -> values.stream().anyMatch(v -> has(r, new FacetValue(facet, v))),
                        facet.level() == Facet.Level.ISSUE,
                        Optional.of(facet))));
        selection
                .excluded()
                .forEach((facet, values) -> constraints.add(new Constraint(
                        r -> values.stream().noneMatch(v -> has(r, new FacetValue(facet, v))),
                        facet.level() == Facet.Level.ISSUE,
                        Optional.empty())));
        if (!selection.decided().equals(DateRange.ALWAYS)) {
            constraints.add(new Constraint(r -> decided(r, selection.decided()), false, Optional.empty()));
        }
        search.since().ifPresent(s -> constraints.add(new Constraint(r -> since(r.kept, s), false, Optional.empty())));
    }

    private static boolean since(Kept kept, Search.Since since) {
        boolean isNew = kept.firstSeen.isAfter(since.after());
        return switch (since.kind()) {
            case NEW -> isNew;
            case CHANGED -> !isNew && kept.lastChanged.isAfter(since.after());
        };
    }

    private Set found(Plan plan, Search search, List<Constraint> constraints) {
        var found = new ArrayList<Row>();
        for (var kept : letters.values()) {
            var rows = kept.letter.issues().stream().map(i -> new Row(kept, i)).toList();
            found.addAll(
                    search.options().scope() == Scope.ISSUE
                            ? rows.stream()
                                    .filter(r -> holdsAll(plan, constraints, r))
                                    .toList()
                            : inLetter(plan, constraints, rows));
        }
        return new Set(found);
    }

    private boolean holdsAll(Plan plan, List<Constraint> constraints, Row row) {
        return constraints.stream().allMatch(c -> c.holds.test(row)) && enough(plan, List.of(row));
    }

    private boolean enough(Plan plan, List<Row> rows) {
        return plan.words.stream()
                        .filter(w -> rows.stream().anyMatch(r -> holds(w, r, plan.summary)))
                        .count()
                >= plan.required;
    }

    /**
     * Matches at the level of the determination: each constraint may be met by a different issue. Only issues that meet at least one
     * issue-level constraint are returned, if there are any such constraints.
     */
    private List<Row> inLetter(Plan plan, List<Constraint> constraints, List<Row> rows) {
        boolean met = constraints.stream().allMatch(c -> rows.stream().anyMatch(c.holds));
        if (!met || !enough(plan, rows)) {
            return List.of();
        }
        var about = new ArrayList<Predicate<Row>>();
        constraints.stream()
                .filter(Constraint::aboutIssues)
                .map(Constraint::holds)
                .forEach(about::add);
        if (plan.required > 0) {
            plan.words.forEach(w -> about.add(r -> holds(w, r, plan.summary)));
        }
        return about.isEmpty()
                ? rows
                : rows.stream()
                        .filter(r -> about.stream().anyMatch(a -> a.test(r)))
                        .toList();
    }

    private Map<Facet, List<FacetCount>> facets(Plan plan, Search search) {
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : search.countedFacets()) {
            var counts = new ArrayList<FacetCount>();
            for (var value : values(facet)) {
                var total = found(plan, search, clicked(plan, new FacetValue(facet, value)))
                        .total();
                if (total.issues() > 0) {
                    counts.add(new FacetCount(value, paths.path(facet, value), total));
                }
            }
            facets.put(facet, inTreeOrder(counts));
        }
        return facets;
    }

    /** The constraints of the search with this value as the facet's only choice. */
    private List<Constraint> clicked(Plan plan, FacetValue value) {
        var facet = Optional.of(value.facet());
        var constraints = new ArrayList<>(
                plan.constraints.stream().filter(c -> !c.choice.equals(facet)).toList());
        boolean about = value.facet().level() == Facet.Level.ISSUE;
        constraints.add(new Constraint(r -> has(r, value), about, facet));
        return constraints;
    }

    private List<String> values(Facet facet) {
        return letters.values().stream()
                .flatMap(k -> k.letter.issues().stream()
                        .flatMap(i -> paths.withAncestors(facet, IssueFacets.values(facet, k.letter, i)).stream()))
                .distinct()
                .toList();
    }

    private static List<FacetCount> inTreeOrder(List<FacetCount> counts) {
        var issues = new HashMap<List<String>, Long>();
        counts.forEach(c -> issues.put(c.path(), c.total().issues()));
        return counts.stream()
                .sorted((a, b) -> {
                    for (int depth = 1; ; depth++) {
                        if (depth > a.path().size() || depth > b.path().size()) {
                            return Integer.compare(a.path().size(), b.path().size());
                        }
                        var left = a.path().subList(0, depth);
                        var right = b.path().subList(0, depth);
                        if (!left.equals(right)) {
                            return Comparator.comparingLong((List<String> p) -> -issues.getOrDefault(p, 0L))
                                    .thenComparing(List::getLast)
                                    .compare(left, right);
                        }
                    }
                })
                .toList();
    }

    private List<LetterHit> hits(Set found, Search search) {
        var byLetter = new LinkedHashMap<Kept, List<Issue>>();
        found.rows.forEach(
                r -> byLetter.computeIfAbsent(r.kept, k -> new ArrayList<>()).add(r.issue));
        return byLetter.entrySet().stream()
                .map(e -> hit(e.getKey(), e.getValue()))
                .sorted(order(search.sort()))
                .flatMap(hit -> search.paging().grouping() == Grouping.ISSUE ? oneByOne(hit) : Stream.of(hit))
                .toList();
    }

    private static Stream<LetterHit> oneByOne(LetterHit hit) {
        return hit.issues().stream().map(issue -> with(List.of(issue), hit));
    }

    private static LetterHit with(List<IssueHit> issues, LetterHit hit) {
        return new LetterHit(hit.facts(), hit.ingested(), issues, 0, hit.summary());
    }

    private static Comparator<LetterHit> order(Sort sort) {
        var newest = Comparator.<LetterHit>comparingLong(
                        h -> h.facts().decided().map(d -> -d.toEpochDay()).orElse(Long.MAX_VALUE))
                .thenComparing(LetterHit::id);
        return switch (sort) {
            case RELEVANCE, NEWEST -> newest;
            case OLDEST ->
                Comparator.<LetterHit>comparingLong(h ->
                                h.facts().decided().map(d -> d.toEpochDay()).orElse(Long.MAX_VALUE))
                        .thenComparing(LetterHit::id);
            case ADDED ->
                Comparator.comparing((LetterHit h) -> h.ingested().firstSeen())
                        .reversed()
                        .thenComparing(newest);
            case CASE ->
                Comparator.comparing((LetterHit h) -> h.facts().caseNumber().isEmpty())
                        .thenComparing(h -> h.facts().caseNumber().orElse(""))
                        .thenComparing(newest);
        };
    }

    private static LetterHit hit(Kept kept, List<Issue> issues) {
        var letter = kept.letter;
        return new LetterHit(
                DeterminationFacts.of(letter),
                new IngestTimes(kept.firstSeen, kept.lastChanged),
                issues.stream().map(BruteForceEngine::hit).toList(),
                0,
                Optional.empty());
    }

    private static IssueHit hit(Issue issue) {
        return new IssueHit(
                issue.number(),
                unmarked(issue.request().value()),
                issue.decision().value(),
                SubjectLabels.of(issue.subject()),
                issue.reviewerGuidelines().citations(),
                issue.reasons().stream().map(Reason::label).distinct().toList(),
                issue.rationale().map(r -> unmarked(r.value())).stream().toList());
    }

    private static Snippet unmarked(String text) {
        return new Snippet(List.of(new Snippet.Piece(text, false)));
    }

    private boolean has(Row row, FacetValue value) {
        return IssueFacets.values(value.facet(), row.kept.letter, row.issue).stream()
                .anyMatch(v -> paths.isWithin(value.facet(), v, value.value()));
    }

    private static boolean decided(Row row, DateRange range) {
        var day = row.kept.letter.header().dates().decided();
        return range.equals(DateRange.ALWAYS)
                || day.map(Located::value).filter(range::contains).isPresent();
    }

    /**
     * Whether a query matches one issue.
     *
     * @param summary whether words without a field are also searched in the clinical summary
     */
    public boolean holds(Query query, String id, int issue, boolean summary) {
        var kept = java.util.Objects.requireNonNull(letters.get(id));
        return holds(query, new Row(kept, kept.letter.issues().get(issue - 1)), summary);
    }

    private boolean holds(Query query, Row row, boolean summary) {
        var own = ownTexts.computeIfAbsent(row.issue, i -> ownTexts(row));
        return holds(
                query,
                row,
                summary
                        ? Stream.concat(own.stream(), texts(TextField.SUMMARY, row).stream())
                                .toList()
                        : own);
    }

    private List<String> ownTexts(Row row) {
        var texts = new ArrayList<String>();
        texts.addAll(texts(TextField.REQUEST, row));
        texts.addAll(texts(TextField.RATIONALE, row));
        texts.addAll(IssueFacets.labels(paths, row.kept.letter, row.issue));
        return texts;
    }

    private boolean holds(Query query, Row row, List<String> texts) {
        return switch (query) {
            case Query.Everything e -> true;
            case Query.Positional p -> inTexts(p, texts);
            case Query.And and -> and.parts().stream().allMatch(p -> holds(p, row, texts));
            case Query.Or or -> or.parts().stream().anyMatch(p -> holds(p, row, texts));
            case Query.Not not -> !holds(not.part(), row, texts);
            case Query.In in -> holds(in.part(), row, texts(in.field(), row));
            case Query.Has has -> has(row, has.value());
            case Query.Decided decided -> decided(row, decided.range());
            case Query.CaseIs is ->
                row.kept
                        .letter
                        .header()
                        .caseNumber()
                        .map(Located::value)
                        .filter(is.caseNumber()::equals)
                        .isPresent();
        };
    }

    private boolean inTexts(Query query, List<String> texts) {
        var known = answers.computeIfAbsent(query, q -> new HashMap<>());
        return texts.stream()
                .anyMatch(t -> known.computeIfAbsent(
                        t,
                        text -> !new TestMatcher(parsed.computeIfAbsent(text, TestText::of))
                                .places(query)
                                .isEmpty()));
    }

    private static List<String> texts(TextField field, Row row) {
        return switch (field) {
            case REQUEST -> List.of(row.issue.request().value());
            case RATIONALE -> row.issue.rationale().map(Located::value).stream().toList();
            case SUMMARY ->
                row.kept.letter.narrative().clinicalSummary().map(Located::value).stream()
                        .toList();
        };
    }

    private static List<Query> conjuncts(Query query) {
        if (query instanceof Query.And and) {
            return and.parts();
        }
        return query instanceof Query.Everything ? List.of() : List.of(query);
    }

    private static boolean isAboutIssues(Query query) {
        return switch (query) {
            case Query.Positional p -> true;
            case Query.In in -> in.field() != TextField.SUMMARY;
            case Query.And and -> and.parts().stream().anyMatch(BruteForceEngine::isAboutIssues);
            case Query.Or or -> or.parts().stream().anyMatch(BruteForceEngine::isAboutIssues);
            case Query.Not not -> isAboutIssues(not.part());
            case Query.Has has -> has.value().facet().level() == Facet.Level.ISSUE;
            case Query.Condition c -> false;
        };
    }

    @Override
    public Optional<StoredLetter> findLetter(String id, Query query, boolean summary) {
        return Optional.ofNullable(letters.get(id))
                .map(k -> new StoredLetter(k.letter, k.firstSeen, k.lastChanged, List.of()));
    }

    @Override
    public List<SimilarIssue> findSimilar(String id, int issue, int limit) {
        return List.of();
    }

    @Override
    public List<SharedRationale> findSharedRationales(Determination determination) {
        return determination.issues().stream()
                .flatMap(issue ->
                        RationaleComparison.of(
                                determination.id(),
                                issue,
                                letters.values().stream().map(k -> k.letter).toList())
                                .stream())
                .toList();
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return List.of();
    }

    @Override
    public Optional<String> correct(String word) {
        return Optional.empty();
    }

    @Override
    public Overview overview() {
        var everything = Search.of(new Query.Everything());
        var page = search(everything);
        var days = letters.values().stream()
                .flatMap(k -> k.letter.header().dates().decided().stream())
                .map(Located::value)
                .sorted()
                .toList();
        var range = days.isEmpty()
                ? DateRange.ALWAYS
                : new DateRange(Optional.of(days.getFirst()), Optional.of(days.getLast()));
        return new Overview(
                page.total(),
                range,
                page.facets(),
                letters.values().stream().map(Kept::lastChanged).max(Comparator.naturalOrder()),
                letters.values().stream()
                        .filter(k -> k.letter.origin().fictional())
                        .count(),
                List.of(),
                letters.values().stream()
                        .flatMap(k ->
                                k.letter.findings().stream().map(Finding::kind).distinct())
                        .collect(Collectors.groupingBy(kind -> kind, Collectors.counting())));
    }

    @Override
    public String generation() {
        return "brute-" + size;
    }

    @Override
    public void close() {}
}
