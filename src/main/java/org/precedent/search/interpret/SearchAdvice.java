package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.precedent.search.Scope;
import org.precedent.search.facet.Selection;
import org.precedent.search.facet.Total;
import org.precedent.search.interpret.Interpretation.Understood;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.request.SearchRequest;

/**
 * Advice for a search that finds nothing (which single constraint to drop, and how many results that gives), or that finds something but
 * has words that no issue contains (how they may be spelled).
 *
 * @param drops constraints whose removal finds something, largest result first; empty if the search itself finds something
 * @param inLetter the same search with scope {@link Scope#LETTER}; empty if that finds nothing or already is the scope
 * @param spellings words that may be misspelled
 */
public record SearchAdvice(List<Drop> drops, Optional<Drop> inLetter, List<Spelling> spellings) {
    /** Maximum number of constraints tried per search; the first ones of a longer query. */
    static final int MAX_TRIED = 12;

    public SearchAdvice {
        drops = List.copyOf(drops);
        spellings = List.copyOf(spellings);
    }

    /**
     * The effect of dropping one constraint.
     *
     * @param label the constraint in words: {@code Body region: Knee}, {@code "flexion"}
     * @param request the search without it
     * @param total number of results of that search
     */
    public record Drop(String label, SearchRequest request, Total total) {}

    /**
     * A suggested spelling, never applied automatically.
     *
     * @param typed as typed
     * @param meant the suggested word
     * @param request the search with it
     */
    public record Spelling(String typed, String meant, SearchRequest request) {}

    /**
     * Advice for a search that finds nothing; runs the search without each of its constraints.
     */
    static SearchAdvice advise(Interpretation.Valid interpretation, SearchService searching) {
        var drops = new ArrayList<Drop>();
        for (var candidate : candidates(interpretation)) {
            total(candidate.request, searching)
                    .map(t -> new Drop(candidate.label, candidate.request, t))
                    .filter(d -> d.total().issues() > 0)
                    .ifPresent(drops::add);
        }
        drops.sort(Comparator.comparingLong((Drop d) -> d.total().issues()).reversed());
        return new SearchAdvice(
                drops, inLetter(interpretation, searching), spellings(interpretation, word -> true, searching));
    }

    /**
     * Suggested spellings of the words that no issue contains; empty when there are none.
     *
     * @param unknown those words, as typed
     */
    static Optional<SearchAdvice> adviseOnSpelling(
            Interpretation.Valid interpretation, List<String> unknown, SearchService searching) {
        var spellings = spellings(interpretation, unknown::contains, searching);
        return spellings.isEmpty()
                ? Optional.empty()
                : Optional.of(new SearchAdvice(List.of(), Optional.empty(), spellings));
    }

    private record Candidate(String label, SearchRequest request) {}

    private static List<Candidate> candidates(Interpretation.Valid interpretation) {
        var candidates = new ArrayList<Candidate>();
        for (var filter : ActiveFilter.list(interpretation.request())) {
            var not = filter.excluded() ? "not " : "";
            candidates.add(new Candidate(filter.name() + ": " + not + filter.words(), filter.without()));
        }
        for (var chip : interpretation.understood()) {
            var not = chip.negated() ? "not " : "";
            candidates.add(new Candidate(
                    chip.value().facet().label() + ": " + not + chip.value().value(), chip.without()));
        }
        DroppableConstraints.list(interpretation).forEach(c -> candidates.add(new Candidate(c.words(), c.without())));
        return candidates.subList(0, Math.min(MAX_TRIED, candidates.size()));
    }

    private static Optional<Drop> inLetter(Interpretation.Valid interpretation, SearchService searching) {
        if (interpretation.request().options().scope() == Scope.LETTER) {
            return Optional.empty();
        }
        var wider =
                interpretation.request().with(interpretation.request().options().with(Scope.LETTER));
        return total(wider, searching).filter(t -> t.issues() > 0).map(t -> new Drop("in the same issue", wider, t));
    }

    private static Optional<Total> total(SearchRequest request, SearchService searching) {
        return switch (searching.interpret(request)) {
            case Interpretation.Valid u -> Optional.of(searching.engine().count(u.search()));
            case Interpretation.Invalid w -> Optional.empty();
        };
    }

    private static List<Spelling> spellings(
            Interpretation.Valid interpretation, Predicate<String> doubted, SearchService searching) {
        var spellings = new ArrayList<Spelling>();
        for (var word : DroppableConstraints.words(interpretation.search().query())) {
            var typed = word.text();
            var at = word.at();
            var text = interpretation.request().text();
            boolean letters = typed.codePoints().allMatch(Character::isLetter) && at.end() <= text.length();
            if (letters && doubted.test(typed) && at.slice(text).equals(typed) && spellings.size() < MAX_TRIED) {
                searching
                        .engine()
                        .correct(typed)
                        .or(() -> searching.correct(typed))
                        .filter(meant -> !meant.equalsIgnoreCase(typed))
                        .map(meant -> new Spelling(
                                typed,
                                meant,
                                interpretation
                                        .request()
                                        .withText(text.substring(0, at.start()) + meant + text.substring(at.end()))))
                        .ifPresent(spellings::add);
            }
        }
        return spellings.size() < 2 ? spellings : withCombined(interpretation.request(), spellings);
    }

    /** One suggestion with all corrections, then each correction alone. */
    private static List<Spelling> withCombined(SearchRequest request, List<Spelling> each) {
        var text = request.text();
        for (var one : each) {
            text = text.replace(one.typed, one.meant);
        }
        var typed = each.stream().map(Spelling::typed).collect(Collectors.joining(" "));
        var meant = each.stream().map(Spelling::meant).collect(Collectors.joining(" "));
        var all = new ArrayList<Spelling>();
        all.add(new Spelling(typed, meant, request.withText(text)));
        all.addAll(each);
        return all;
    }

    /**
     * Lists the constraints of a query that could be dropped one at a time.
     */
    private static final class DroppableConstraints {
        private DroppableConstraints() {}

        /**
         * A constraint that can be dropped.
         *
         * @param words the constraint as query text
         * @param without the search without it
         */
        record Constraint(String words, SearchRequest without) {}

        /** The constraints other than recognized names; none if the search has no other constraint. */
        static List<Constraint> list(Interpretation.Valid interpretation) {
            var query = interpretation.search().query();
            if (!(query instanceof Query.And and)) {
                return textConstraint(interpretation);
            }
            var constraints = new ArrayList<Constraint>();
            for (var part : and.parts()) {
                boolean name = interpretation.understood().stream().anyMatch(u -> names(u, part));
                if (!name) {
                    constraints.add(new Constraint(QueryPrinter.print(part), without(interpretation, and, part)));
                }
            }
            return constraints;
        }

        private static List<Constraint> textConstraint(Interpretation.Valid interpretation) {
            var request = interpretation.request();
            boolean filtered = !request.with(Selection.NONE).equals(request);
            return filtered
                            && interpretation.understood().isEmpty()
                            && !request.text().isBlank()
                    ? List.of(new Constraint(
                            QueryPrinter.print(interpretation.search().query()), request.withText("")))
                    : List.of();
        }

        private static boolean names(Understood chip, Query part) {
            if (part instanceof Query.Has has) {
                return has.value().equals(chip.value());
            }
            return (part instanceof Query.Not || part instanceof Query.Or)
                    && part.children().stream().anyMatch(p -> names(chip, p));
        }

        private static SearchRequest without(Interpretation.Valid interpretation, Query.And and, Query part) {
            var request = interpretation.request();
            if (part instanceof Query.Word word && interpretation.search().plain()) {
                var text = request.text();
                var cut = text.substring(0, word.at().start())
                        + text.substring(word.at().end());
                return request.withText(cut.replaceAll("\\s+", " "));
            }
            return request.withText(QueryPrinter.print(QueryNormalizer.without(and, part)));
        }

        /** Every word outside quotes and negations. */
        static List<Query.Word> words(Query query) {
            if (query instanceof Query.Word word) {
                return List.of(word);
            }
            if (query instanceof Query.Not) {
                return List.of();
            }
            var read = query instanceof Query.NotNear near ? List.of(near.left()) : query.children();
            return read.stream().flatMap(p -> words(p).stream()).toList();
        }
    }
}
