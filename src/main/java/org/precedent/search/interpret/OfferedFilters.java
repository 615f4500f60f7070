package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.precedent.determination.Span;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.interpret.Interpretation.AlternativeReading;
import org.precedent.search.mention.DateMentions;
import org.precedent.search.mention.DateMentions.DateMention;
import org.precedent.search.mention.GuidelineMentions;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Vocabulary;

/**
 * Finds dates, guideline titles and reviewer specialties in the plain words of a query. They are offered as filters, never applied
 * silently, because the same words occur in rationales.
 */
final class OfferedFilters {
    /** Maximum number of filters offered; more would distract from the results. */
    private static final int MAX_OFFERED = 3;

    /** A single word ("pain", "surgery") rarely means a specialty, so that only names of several words are offered. */
    private static final Pattern SEVERAL_WORDS = Pattern.compile("\\p{L}\\W+\\p{L}");

    private final GuidelineMentions guidelines;
    private final Vocabulary families;
    private final Vocabulary specialties;

    OfferedFilters(Vocabularies vocabularies) {
        this.guidelines = new GuidelineMentions(vocabularies.guideline());
        this.families = vocabularies.guideline().topLevel();
        this.specialties = vocabularies.specialty();
    }

    /**
     * The filters that words of a request may mean, at most three; no date or specialty for words that are already recognized.
     *
     * @param taken positions of words that are already recognized
     */
    List<AlternativeReading> list(SearchRequest request, List<Span> taken) {
        var text = request.text();
        var offers = new ArrayList<AlternativeReading>();
        var titles = guidelines.find(text, v -> 0).stream()
                .filter(c -> c.value().isPresent())
                .filter(c -> families.terms().stream()
                        .noneMatch(f -> f.label().equals(c.value().orElseThrow())))
                .toList();
        DateMentions.list(text).stream()
                .filter(d -> taken.stream().noneMatch(t -> overlap(t, d.at())))
                .filter(d -> !isEdition(text, d.at()))
                .forEach(d -> offers.add(date(request, d)));
        titles.forEach(c -> offers.add(offer(
                request, c.span(), new FacetValue(Facet.GUIDELINE, c.value().orElseThrow()))));
        specialties.mentions(text).stream()
                .filter(m -> SEVERAL_WORDS.matcher(m.span().slice(text)).find())
                .filter(m -> taken.stream().noneMatch(t -> contains(t, m.span())))
                .filter(m -> titles.stream().noneMatch(t -> overlap(t.span(), m.span())))
                .forEach(m -> offers.add(offer(
                        request,
                        m.span(),
                        new FacetValue(Facet.SPECIALTY, m.term().label()))));
        return List.copyOf(offers.subList(0, Math.min(MAX_OFFERED, offers.size())));
    }

    /** Whether a year is the edition of the guideline named right before it: {@code ODG 2016}. */
    private boolean isEdition(String text, Span date) {
        return families.mentions(text.substring(0, date.start())).stream()
                .anyMatch(m -> text.substring(m.span().end(), date.start()).isBlank());
    }

    private static AlternativeReading date(SearchRequest request, DateMention date) {
        return date.year()
                .map(y -> offer(request, date.at(), new FacetValue(Facet.YEAR, y)))
                .orElseGet(() -> offer(
                        request,
                        date.at(),
                        "Decided: " + words(date.range()),
                        request.selection().withDecided(date.range())));
    }

    private static String words(DateRange range) {
        var from = range.from().map(d -> "from " + d);
        var to = range.to().map(d -> "to " + d);
        return from.map(f -> f + to.map(t -> " " + t).orElse("")).or(() -> to).orElse("");
    }

    private static AlternativeReading offer(SearchRequest request, Span at, FacetValue value) {
        return offer(
                request,
                at,
                value.facet().label() + ": " + value.value(),
                request.selection().with(value));
    }

    private static AlternativeReading offer(SearchRequest request, Span at, String label, Selection selection) {
        var text = request.text();
        var rest = (text.substring(0, at.start()) + " " + text.substring(at.end()))
                .replaceAll("\\s+", " ")
                .strip();
        return new AlternativeReading(
                at.slice(text), at, label, request.withText(rest).with(selection));
    }

    private static boolean contains(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private static boolean overlap(Span a, Span b) {
        return a.start() < b.end() && b.start() < a.end();
    }
}
