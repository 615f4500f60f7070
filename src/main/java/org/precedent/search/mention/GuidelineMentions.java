package org.precedent.search.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.precedent.determination.Span;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.Vocabulary;

/**
 * Finds guideline citations in arbitrary text. A citation begins with the name of a family, which a title may follow; a long
 * capitalized title counts on its own. Text that reads like a guideline but is not in the vocabulary is reported as unknown.
 */
public final class GuidelineMentions {
    /** Catch-all family for guidelines without one; its own name is never a citation. */
    private static final String REST = "Other";

    /** Prefix of the source column of titles in the state's regulation. */
    private static final String REGULATION = "regulation";

    /** Suffix of the source column of a publisher's titles that the regulation adopts. */
    private static final String ADOPTED = "2nd edition";

    /**
     * Maximum number of characters after the family's name in which a title may appear:
     * {@code MTUS/ACOEM 2nd ed., ch. 12, page 303, Low Back …}.
     */
    private static final int MAX_DISTANCE = 90;

    /** Minimum number of words of a title cited without its family, because fewer may be ordinary words. */
    private static final int MIN_TITLE_WORDS = 3;

    /** The same for a document of no family. Its name is usually short, but a single word may be an ordinary one. */
    private static final int MIN_DOCUMENT_WORDS = 2;

    // "Official Disability Guidelines (ODG), …": the abbreviation in parentheses is part of the name
    private static final Pattern NAME_REST = Pattern.compile("^\\s*(?:\\(\\p{Lu}{2,6}\\)|\\))?");
    private static final Pattern END = Pattern.compile("[.;]\\s|\\n\\s*\\n|[()]");
    private static final Pattern CAPITALIZED =
            Pattern.compile("^\\W{0,2}\\s*((?:[A-Z][\\p{L}-]*(?:,? (?:(?:and|of|&) )?)?)+)");

    /** Words for a document and its parts, which are not part of a title. */
    private static final Pattern OF_DOCUMENTS =
            Pattern.compile("(?:(?:Guidelines?|Chapters?|Sections?|Pages?|Part|Edition|Table|The|In|It|This)\\W*)+");

    private static final Pattern CHAPTER = Pattern.compile("(?i)\\b(?:chapter|ch\\.)\\s{0,3}[0-9]");
    private static final Pattern TO_SECTION = Pattern.compile(
            "(?i)[\\s,]{0,3}(?:tit(?:le|\\.)\\s{0,3}[0-9]{1,2},?\\s{0,3})?(?:sections?|secs?\\.|\u00a7{1,2})\\s{0,3}");
    private static final Pattern SECTION = Pattern.compile(
            "(?i)[\\s,]{0,3}(?:(?:sections?|secs?\\.|\u00a7{1,2})\\s{0,3})?[0-9]{4,5}(?:\\.[0-9]{1,3}){1,3}");
    private static final Pattern FUNCTION_WORD = Pattern.compile("(?i)and|of|the|to|for|in|s");
    /** In everything that reads like a guideline; a search for it spares most texts the pattern. */
    private static final String GUIDELINE = "Guideline";

    private static final Pattern GUIDELINE_LIKE = Pattern.compile(
            "\\b(?!(?:The|These|Those|Such|Under|Per|See|Our|His|Her|Its|This|That|No|Both|All|And|In|By)\\b)"
                    + "(?:[A-Z][\\p{L}'\u2019-]{0,40}+\\s{1,9}(?:(?:of|for|and|on|the|in|&)\\s{1,9}){0,2}){1,8}(?:Practice\\s{1,9})?"
                    + GUIDELINE + "s?\\b");

    private final Vocabulary families;
    private final Map<String, Vocabulary> titles = new LinkedHashMap<>();
    private final Map<String, String> adoptions = new HashMap<>();

    /**
     * A finder of the guidelines in this vocabulary.
     */
    public GuidelineMentions(Vocabulary guidelines) {
        this.families = guidelines.topLevel();
        families.terms().forEach(f -> titles.put(f.label(), guidelines.subtree(f.label())));
        titles.forEach((family, below) -> below.terms().stream()
                .filter(t -> t.source().endsWith(ADOPTED))
                .forEach(t ->
                        regulationOf(title(family, t)).ifPresent(state -> adoptions.put(value(family, t), state))));
    }

    private static String title(String family, Term term) {
        var label = term.label();
        return label.startsWith(family + " ") ? label.substring(family.length() + 1) : label;
    }

    private static String value(String family, Term title) {
        return family + " " + title(family, title);
    }

    /** The facet value of the regulation's title with this name; empty when there is none. */
    private Optional<String> regulationOf(String title) {
        return titles.entrySet().stream()
                .flatMap(e -> e.getValue().terms().stream()
                        .filter(t -> t.source().startsWith(REGULATION))
                        .filter(t -> title(e.getKey(), t).equals(title))
                        .map(t -> value(e.getKey(), t)))
                .findFirst();
    }

    /**
     * A guideline citation.
     *
     * @param span its position in the text
     * @param value the facet value; empty when it is not in the vocabulary
     */
    public record Cited(Span span, Optional<String> value) {}

    /**
     * The guideline citations in a text, in text order, not overlapping.
     *
     * @param cited how often a value is cited elsewhere: if several families have a title, the most cited one is meant
     */
    public List<Cited> find(String text, ToLongFunction<String> cited) {
        return withoutOverlaps(text, all(text), cited).stream()
                .map(c -> adopted(text, c))
                .toList();
    }

    /** Attributes chapters of an edition that the regulation adopts to the regulation. */
    private Cited adopted(String text, Cited mention) {
        return mention.value()
                .filter(v -> CHAPTER.matcher(mention.span().slice(text)).find())
                .flatMap(v -> Optional.ofNullable(adoptions.get(v)))
                .map(state -> new Cited(mention.span(), Optional.of(state)))
                .orElse(mention);
    }

    private List<Cited> all(String text) {
        var cited = new ArrayList<Cited>();
        families.mentions(text).stream()
                .filter(m -> !m.term().label().equals(REST))
                .forEach(m -> cited.add(titleAfter(text, m)));
        cited.addAll(withoutFamily(text, true));
        cited.addAll(withoutFamily(text, false));
        if (text.contains(GUIDELINE)) {
            GUIDELINE_LIKE
                    .matcher(text)
                    .results()
                    .forEach(m -> cited.add(new Cited(new Span(m.start(), m.end()), Optional.empty())));
        }
        return cited;
    }

    /**
     * Titles cited without their family, either those of the regulation or all others. Those of the regulation are collected first, because
     * they take precedence if several families share a title.
     */
    private List<Cited> withoutFamily(String text, boolean regulation) {
        var cited = new ArrayList<Cited>();
        titles.forEach((family, below) -> below.mentions(text).stream()
                .filter(m -> m.term().source().startsWith(REGULATION) == regulation)
                .filter(m -> isDistinctiveTitle(
                        m.span().slice(text), family.equals(REST) ? MIN_DOCUMENT_WORDS : MIN_TITLE_WORDS))
                .forEach(m -> cited.add(new Cited(m.span(), Optional.of(value(family, m.term()))))));
        return cited;
    }

    private Cited titleAfter(String text, Mention family) {
        var label = family.term().label();
        int start = family.span().start();
        var rest = NAME_REST.matcher(text).region(family.span().end(), text.length());
        int nameEnd = rest.find() ? rest.end() : family.span().end();
        var behind = textAfter(text, nameEnd);
        var title = titles.getOrDefault(label, families).mentions(behind).stream()
                .filter(m -> isTitle(behind, m.span()))
                .max(Comparator.comparing((Mention m) ->
                                families.mentions(m.span().slice(behind)).isEmpty())
                        .thenComparingInt(m -> m.span().end() - m.span().start()));
        return title.map(m -> new Cited(new Span(start, nameEnd + m.span().end()), Optional.of(value(label, m.term()))))
                .orElseGet(
                        () -> familyAlone(behind, new Span(start, family.span().end()), nameEnd, label));
    }

    private static String textAfter(String text, int from) {
        var reach = text.substring(from, Math.min(text.length(), from + MAX_DISTANCE));
        var end = END.matcher(reach);
        return end.find() ? reach.substring(0, end.start()) : reach;
    }

    // "ODG for low back pain" cites no chapter, "ODG low back chapter" and "ODG for its Low Back chapter" do
    private static boolean isTitle(String behind, Span span) {
        return behind.substring(0, span.start()).chars().noneMatch(Character::isLetterOrDigit)
                || span.slice(behind).chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }

    // a family followed by other capitalized words is a title not in the vocabulary; otherwise, the family itself is
    // cited
    private static Cited familyAlone(String behind, Span name, int nameEnd, String family) {
        var words = CAPITALIZED.matcher(behind);
        return words.find() && !OF_DOCUMENTS.matcher(words.group(1)).matches()
                ? new Cited(
                        new Span(
                                name.start(),
                                nameEnd
                                        + words.start(1)
                                        + words.group(1).strip().length()),
                        Optional.empty())
                : new Cited(name, Optional.of(family));
    }

    private static boolean isDistinctiveTitle(String words, int length) {
        int counted = 0;
        for (var word : words.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && !FUNCTION_WORD.matcher(word).matches()) {
                if (Character.isLowerCase(word.charAt(0))) {
                    return false;
                }
                counted++;
            }
        }
        return counted >= length;
    }

    // of overlapping citations, keeps the one in the vocabulary, then the longest
    private static List<Cited> withoutOverlaps(String text, List<Cited> all, ToLongFunction<String> cited) {
        var apart = new TreeMap<Integer, Cited>();
        all.sort(Comparator.comparing((Cited c) -> c.value().isEmpty())
                .thenComparingInt(c -> c.span().start() - c.span().end())
                .thenComparingLong(c -> -c.value().map(cited::applyAsLong).orElse(0L)));
        for (var one : all) {
            var before = apart.lowerEntry(one.span().end());
            if (before == null || before.getValue().span().end() <= one.span().start()) {
                apart.put(one.span().start(), one);
            }
        }
        return withoutCodes(text, List.copyOf(apart.values()));
    }

    /** Extends a code by a section number that is not in the vocabulary: {@code 8 CCR 9792.20}. */
    private static Cited withSection(String text, Cited cited) {
        var section = SECTION.matcher(text).region(cited.span().end(), text.length());
        return section.lookingAt() ? new Cited(new Span(cited.span().start(), section.end()), cited.value()) : cited;
    }

    /** Drops a code that is followed by a section with a citation of its own: {@code 8 CCR section 9792.23.5}. */
    private static List<Cited> withoutCodes(String text, List<Cited> all) {
        var kept = new ArrayList<Cited>();
        for (int i = 0; i < all.size(); i++) {
            boolean section = i + 1 < all.size()
                    && TO_SECTION
                            .matcher(text.substring(
                                    all.get(i).span().end(),
                                    all.get(i + 1).span().start()))
                            .matches();
            if (!section) {
                kept.add(withSection(text, all.get(i)));
            }
        }
        return kept;
    }
}
