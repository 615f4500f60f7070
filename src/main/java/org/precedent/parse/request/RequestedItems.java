package org.precedent.parse.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.TreatmentTree;

/**
 * Finds the items of the treatment tree that are named in the disputed part of a request.
 */
final class RequestedItems {
    private static final String IMAGING = "imaging-radiology";
    /** Introduces the disputed part of a request that was partly authorized. */
    private static final Pattern DISPUTED = Pattern.compile("\\boriginal request,", Pattern.CASE_INSENSITIVE);
    /** Connects two items that are both requested; may include a body part or a number. */
    private static final Pattern ALSO = Pattern.compile(
            "(?i)(?![^.]*\\b(?:with|under|using|for|by|including)\\b)[^.]{0,60}?(?:[,/;+&]|\\b(?:and|or)\\b)[^.]*");
    /** Connects a visit and the service it is for. */
    private static final Pattern VISIT_CONNECTOR =
            Pattern.compile("(?i).*(?:\\b(?:with|and|plus)|\\bw/|&)\\s+(?:[\\w-]+\\s+){0,2}");
    /** Introduces the components of the item before it. */
    private static final Pattern COMPONENTS_FOLLOW =
            Pattern.compile("(?i)\\s*(?::|\\(|\\bto include\\b|\\bincluding\\b|\\bincludes\\b).*");

    /** A procedure and its object, in the form "excision of the cyst". */
    private static final Pattern INVERTED =
            Pattern.compile("(?i)\\b([a-z]+) of (?:(?:the|an?|right|left|bilateral) ){0,2}([\\w-]+(?: [\\w-]+){0,2})");

    /** Maximum number of characters between two items that belong together. */
    private static final int MAX_DISTANCE = 200;

    private static final String VISITS = "Evaluation & Management";
    private static final String SURGERY = "Surgery";

    private final RequestWords request;
    private final RequestedTreatment treatment;
    private final TreatmentTree tree;
    private final List<Located<String>> modalities;
    private final List<String> regions;

    private RequestedItems(
            RequestWords request,
            RequestedTreatment treatment,
            List<Located<String>> modalities,
            List<String> regions) {
        this.request = request;
        this.treatment = treatment;
        this.tree = request.tree();
        this.modalities = modalities;
        this.regions = regions;
    }

    /**
     * Returns the items of a request, given its treatment, imaging modalities and body regions.
     */
    static List<Located<String>> find(
            RequestWords request,
            RequestedTreatment treatment,
            List<Located<String>> modalities,
            List<String> regions) {
        return new RequestedItems(request, treatment, modalities, regions).read();
    }

    private List<Located<String>> read() {
        int from = disputedPart();
        var found = from(from);
        return found.isEmpty() && from > 0 ? from(0) : found;
    }

    /** Returns the start of the disputed part, which follows the last "original request,". */
    private int disputedPart() {
        var matcher = request.counted().matcher(DISPUTED);
        int from = 0;
        while (matcher.find()) {
            from = matcher.end();
        }
        return from;
    }

    private List<Located<String>> from(int from) {
        var mentions =
                request.items().stream().filter(m -> m.span().start() >= from).toList();
        if (treatment.isMedicine()) {
            return DrugNames.find(request, mentions, from, treatment.isMixture());
        }
        if (treatment.isInjection() && first(mentions).filter(m -> !m.weak()).isEmpty()) {
            var drugs = DrugNames.find(request, mentions, from, false);
            return drugs.isEmpty() ? requested(mentions) : drugs;
        }
        return requested(mentions);
    }

    private List<Located<String>> requested(List<Mention> mentions) {
        var first = first(mentions);
        if (treatment.isImaging() && first.filter(m -> !isStudy(m.term())).isEmpty()) {
            return Stream.concat(studies(), otherItems(first, mentions)).toList();
        }
        return first.map(f -> joined(f, mentions)).orElseGet(this::findInverted);
    }

    /** Finds an item named in inverted form: "excision of the left ganglion cyst" is "ganglion cyst excision". */
    private List<Located<String>> findInverted() {
        var matcher = request.counted().matcher(INVERTED);
        while (matcher.find()) {
            var act = matcher.group(1);
            for (var thing = matcher.group(2); !thing.isEmpty(); thing = withoutLastWord(thing)) {
                var item = tree.findExact(thing + " " + act).stream()
                        .filter(t -> tree.category(t).label().equals(treatment.category()))
                        .findFirst();
                if (item.isPresent()) {
                    var span = new Span(matcher.start(1), matcher.start(2) + thing.length());
                    return List.of(new Located<>(item.get().label(), span));
                }
            }
        }
        return List.of();
    }

    private static String withoutLastWord(String words) {
        return words.substring(0, Math.max(0, words.lastIndexOf(' ')));
    }

    /** Whether an item is an imaging modality; these are parsed more accurately by {@link RequestSubject}. */
    private static boolean isStudy(Term item) {
        return item.id().startsWith(IMAGING);
    }

    private Stream<Located<String>> studies() {
        return modalities.stream().map(m -> m.map(TreatmentTree::study));
    }

    /** Returns items requested in addition to imaging studies. */
    private Stream<Located<String>> otherItems(Optional<Mention> study, List<Mention> mentions) {
        var studies = mentions.stream()
                .filter(m -> isStudy(m.term()))
                .map(Mention::span)
                .collect(Collectors.toSet());
        return study.map(s -> joined(s, mentions)).orElse(List.of()).stream().filter(i -> !studies.contains(i.span()));
    }

    /** Returns the first item of the subcategory or, if there is none, of the category. Weak names are used only if there is no other. */
    private Optional<Mention> first(List<Mention> mentions) {
        var subcategory = treatment.term().map(Term::id);
        var own = mentions.stream()
                .filter(m -> subcategory.equals(m.term().parent()))
                .toList();
        var candidates = own.isEmpty() && treatment.term().isPresent() && !treatment.isImaging()
                ? mentions.stream()
                        .filter(m -> !m.weak() && hasCategory(m, treatment.category()))
                        .toList()
                : own;
        return candidates.stream().filter(m -> !m.weak()).findFirst().or(() -> mostSpecific(candidates));
    }

    /** Returns the weak name with the most specific item: an acupuncture consultation is more specific than a consultation. */
    private static Optional<Mention> mostSpecific(List<Mention> weak) {
        return weak.stream()
                .reduce((a, b) -> b.term().label().length() > a.term().label().length() ? b : a);
    }

    private boolean hasCategory(Mention mention, String category) {
        return tree.category(mention.term()).label().equals(category);
    }

    /** Returns the first item and those requested along with it. */
    private List<Located<String>> joined(Mention first, List<Mention> mentions) {
        var items = new ArrayList<Located<String>>();
        var last = first;
        add(items, first);
        for (var mention : mentions) {
            if (!mention.weak() && mention.span().start() > last.span().start()) {
                boolean parts = isPartOf(last, mention);
                if (parts) {
                    items.removeLast();
                }
                if (parts || belongTogether(last, mention)) {
                    add(items, mention);
                    last = mention;
                }
            }
        }
        return items;
    }

    /** Whether an item only introduces the next one, as "labs" does in "labs: CBC". */
    private boolean isPartOf(Mention whole, Mention part) {
        return !hasCategory(part, SURGERY)
                && whole.term().parent().equals(part.term().parent())
                && isNear(whole, part)
                && COMPONENTS_FOLLOW.matcher(between(whole, part)).matches();
    }

    private boolean belongTogether(Mention last, Mention next) {
        if (treatment.category().equals(SURGERY) && hasCategory(next, SURGERY)) {
            return true;
        }
        var joins = hasCategory(next, treatment.category()) ? ALSO : VISIT_CONNECTOR;
        return (joins == ALSO || (hasCategory(next, VISITS) && request.namesExamination(next.span())))
                && isNear(last, next)
                && joins.matcher(between(last, next)).matches();
    }

    private static boolean isNear(Mention first, Mention second) {
        return second.span().start() - first.span().end() <= MAX_DISTANCE;
    }

    private String between(Mention first, Mention second) {
        int end = first.span().end();
        return request.text().substring(end, Math.max(end, second.span().start()));
    }

    private void add(List<Located<String>> items, Mention mention) {
        var item = hasCategory(mention, VISITS) ? mention.term().label() : ofRegion(mention.term());
        if (items.stream().noneMatch(i -> i.value().equals(item))) {
            items.add(new Located<>(item, mention.span()));
        }
    }

    /** Returns the name of an item specific to the requested region, if there is one: a fusion of the lumbar spine is a lumbar fusion. */
    private String ofRegion(Term item) {
        for (var region : regions) {
            var folded = region.toLowerCase(Locale.ROOT);
            for (var word : List.of(folded, folded.split(" ", 2)[0])) {
                var same = tree.findExact(word + " " + item.label()).stream()
                        .filter(t -> tree.category(t).equals(tree.category(item)))
                        .findFirst();
                if (same.isPresent()) {
                    return same.get().label();
                }
            }
        }
        return item.label();
    }
}
