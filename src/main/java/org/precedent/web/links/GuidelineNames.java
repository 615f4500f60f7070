package org.precedent.web.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.Facet;
import org.precedent.search.FacetCount;
import org.precedent.search.Overview;

/**
 * Finds guidelines cited in a text, by the names of those that reviewers in the index cite. A family's name begins a citation,
 * which a title known to the index, or other capitalised words, may follow; a long title also stands for itself.
 */
final class GuidelineNames {
    /** How far behind the family's name a title may stand: {@code MTUS/ACOEM 2nd ed., ch. 12, page 303, Low Back …}. */
    private static final int REACH = 90;

    /** A title of fewer words may be an ordinary phrase. */
    private static final int LONG_TITLE = 3;

    private static final Pattern END = Pattern.compile("[.;]\\s|\\n\\s*\\n|[()]");
    private static final Pattern CAPITALISED =
            Pattern.compile("^\\W{0,2}\\s*((?:[A-Z][\\p{L}-]*(?:,? (?:(?:and|of|&) )?)?)+)");

    private final List<Title> titles;
    private final List<Title> families;

    private record Title(FacetCount count, String family, String words, Pattern pattern) {}

    /**
     * A guideline cited.
     *
     * @param start where it begins
     * @param end one past its end
     * @param guideline the facet value and how often it is cited; empty when the index does not know it
     */
    record Cited(int start, int end, Optional<FacetCount> guideline) {}

    GuidelineNames(Overview overview) {
        var known = overview.facets().getOrDefault(Facet.GUIDELINE, List.of()).stream()
                .filter(c -> !c.value().equals(Facet.NOT_STATED))
                .toList();
        this.families = known.stream()
                .filter(c -> c.path().size() == 1)
                .map(c -> title(c, c.value()))
                .toList();
        this.titles = known.stream()
                .filter(c -> c.path().size() > 1)
                .map(c -> title(c, withoutFamily(c)))
                .sorted(Comparator.comparingInt((Title t) -> t.words().length()).reversed())
                .toList();
    }

    /**
     * The guidelines a text cites, in its order.
     */
    List<Cited> in(String text) {
        var cited = new ArrayList<Cited>();
        for (var family : families) {
            var names = family.pattern().matcher(text);
            while (names.find()) {
                cited.add(following(text, names.start(), names.end(), family));
            }
        }
        for (var title : titles) {
            if (words(title.words()).size() >= LONG_TITLE) {
                var names = title.pattern().matcher(text);
                while (names.find()) {
                    cited.add(new Cited(names.start(), names.end(), Optional.of(title.count())));
                }
            }
        }
        return apart(cited);
    }

    private Cited following(String text, int start, int nameEnd, Title family) {
        var reach = text.substring(nameEnd, Math.min(text.length(), nameEnd + REACH));
        var end = END.matcher(reach);
        var behind = end.find() ? reach.substring(0, end.start()) : reach;
        return Stream.concat(
                        titles.stream().filter(t -> t.family().equals(family.family())),
                        titles.stream().filter(t -> words(t.words()).size() >= LONG_TITLE))
                .map(title -> found(title, behind, start, nameEnd))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> unknown(behind, start, nameEnd, family));
    }

    private static Optional<Cited> found(Title title, String behind, int start, int nameEnd) {
        var name = title.pattern().matcher(behind);
        return name.find()
                ? Optional.of(new Cited(start, nameEnd + name.end(), Optional.of(title.count())))
                : Optional.empty();
    }

    // a family with other capitalised words is a title the index does not know; alone it is the family
    private static Cited unknown(String behind, int start, int nameEnd, Title family) {
        var words = CAPITALISED.matcher(behind);
        return words.find()
                ? new Cited(start, nameEnd + words.end(), Optional.empty())
                : new Cited(start, nameEnd, Optional.of(family.count()));
    }

    // of citations that share words the one that says more
    private static List<Cited> apart(List<Cited> cited) {
        var apart = new ArrayList<Cited>();
        cited.stream()
                .sorted(Comparator.comparingInt((Cited c) -> c.guideline().isEmpty() ? 1 : 0)
                        .thenComparingInt(c -> c.start() - c.end()))
                .filter(c -> apart.stream().noneMatch(a -> a.start() < c.end() && c.start() < a.end()) && apart.add(c))
                .forEach(c -> {});
        apart.sort(Comparator.comparingInt(Cited::start));
        return List.copyOf(apart);
    }

    private static String withoutFamily(FacetCount count) {
        var family = count.path().getFirst();
        var label = count.path().getLast();
        return label.startsWith(family + " ") ? label.substring(family.length() + 1) : label;
    }

    private static Title title(FacetCount count, String words) {
        var pattern = words(words).stream().map(Pattern::quote).collect(Collectors.joining("\\W+(?:and\\W+)?"));
        return new Title(
                count,
                count.path().getFirst(),
                words,
                Pattern.compile("(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
                .filter(w -> !w.isEmpty() && !w.equals("and"))
                .toList();
    }
}
