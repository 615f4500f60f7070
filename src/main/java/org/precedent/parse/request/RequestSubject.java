package org.precedent.parse.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.determination.Subject.Laterality;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Words;

/**
 * Parses the subject of a request (studies, regions, side, treatment and items) from its own words.
 */
public final class RequestSubject {
    private static final Pattern AND = Pattern.compile("\\s*(?:and|&|/|,)\\s*", Pattern.CASE_INSENSITIVE);
    /** Parts two modalities that are no pair. */
    private static final Pattern SEVERAL = Pattern.compile(".*(?:[,;/&]|\\band\\b|\\bor\\b).*");

    private static final int LONGEST_AND = 9;
    /** Cue whose label is the modality. */
    private static final String PLAIN_FILM = "plain-film";

    private final Vocabularies vocabularies;
    private final LetterWords letterWords;
    private final String text;
    private final Words words;
    private final RequestWords request;
    private final List<Mention> regionMentions;
    private final Set<Integer> regionStarts;

    private RequestSubject(Vocabularies vocabularies, RequestWords request) {
        this.vocabularies = vocabularies;
        this.letterWords = request.vocabulary();
        this.text = request.text();
        this.request = request;
        this.words = request.words();
        this.regionMentions = vocabularies.region().mentions(words);
        this.regionStarts = regionMentions.stream().map(m -> m.span().start()).collect(Collectors.toSet());
    }

    /**
     * The subject of a request, its misspelt names put right. Spans are places in the text given.
     *
     * @param text the request, without line breaks
     */
    public static Subject read(Vocabularies vocabularies, LetterWords letterWords, CharSequence text) {
        return new RequestSubject(vocabularies, new RequestWords(text, letterWords)).read();
    }

    private Subject read() {
        var treatment = RequestedTreatment.of(request);
        var modalities = modalities(treatment);
        var regions = regions();
        var labels = regions.stream()
                .flatMap(r -> vocabularies.region().path(r.value()).reversed().stream())
                .distinct()
                .toList();
        return new Subject(
                modalities,
                regions,
                laterality(),
                Optional.of(treatment.locatedCategory()).filter(c -> !text.isBlank()),
                treatment.subcategory(),
                RequestedItems.find(request, treatment, modalities, labels));
    }

    private List<Located<String>> modalities(RequestedTreatment treatment) {
        if (!treatment.isTest()) {
            return List.of();
        }
        var found = named();
        return found.isEmpty() && treatment.isImaging() ? plainFilms() : found;
    }

    private List<Located<String>> named() {
        var mentions = vocabularies.modality().mentions(words);
        var found = new ArrayList<Located<String>>();
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            var next = i + 1 < mentions.size() ? Optional.of(mentions.get(i + 1)) : Optional.<Mention>empty();
            var pair = next.flatMap(n -> pair(mention, n));
            add(found, pair.orElseGet(() -> named(mention)));
            i += pair.isPresent() ? 1 : 0;
        }
        var whole = List.copyOf(found);
        found.removeIf(m -> isPart(m.value(), whole));
        return found.size() > 1
                ? found.stream().filter(m -> !isVague(m.value())).toList()
                : found;
    }

    /** A myelogram is no study of its own beside the CT myelogram it is part of. */
    private boolean isPart(String label, List<Located<String>> found) {
        return letterWords.modalityPair().terms().stream()
                .filter(pair -> pair.label().endsWith("+" + label))
                .anyMatch(pair -> found.stream().anyMatch(f -> pair.synonyms().contains(f.value())));
    }

    /** A study described by its views alone is a plain film. */
    private List<Located<String>> plainFilms() {
        return letterWords.cue().mentions(words).stream()
                .filter(m -> m.term().id().equals(PLAIN_FILM))
                .map(RequestSubject::named)
                .limit(1)
                .toList();
    }

    /** A modality that any other, named beside it, makes plain. */
    private boolean isVague(String label) {
        return vocabularies
                .modality()
                .labelled(label)
                .filter(t -> t.id().startsWith("unspecified"))
                .isPresent();
    }

    private Optional<Located<String>> pair(Mention a, Mention b) {
        var between = text.substring(a.span().end(), b.span().start()).toLowerCase(Locale.ROOT);
        if (SEVERAL.matcher(between).matches()) {
            return Optional.empty();
        }
        var pairs = letterWords.modalityPair();
        return pairs.labelled(a.term().label() + "+" + b.term().label())
                .or(() -> pairs.labelled(b.term().label() + "+" + a.term().label()))
                .map(t -> new Located<>(
                        t.synonyms().getFirst(),
                        new Span(a.span().start(), b.span().end())));
    }

    private List<Located<String>> regions() {
        var named = regionMentions.stream().map(m -> m.term().label()).collect(Collectors.toSet());
        var found = new ArrayList<Located<String>>();
        for (var mention : regionMentions) {
            boolean givesWay = mention.weak()
                    && named.stream()
                            .anyMatch(n ->
                                    vocabularies.region().isAbove(mention.term().label(), n));
            if (!givesWay) {
                add(found, named(mention));
            }
        }
        return found;
    }

    private Optional<Located<Laterality>> laterality() {
        var sides = new ArrayList<Located<String>>();
        for (var side : letterWords.laterality().mentions(words)) {
            if (!side.weak() || isBeforeRegion(side.span().end())) {
                add(sides, named(side));
            }
        }
        return sides.size() == 1
                ? Optional.of(sides.getFirst().map(s -> Laterality.valueOf(s.toUpperCase(Locale.ROOT))))
                : bothSides(sides);
    }

    /** "Right and left knees", "right knee and left knee": two sides of one region. */
    private Optional<Located<Laterality>> bothSides(List<Located<String>> sides) {
        if (sides.size() != 2) {
            return Optional.empty();
        }
        var first = sides.getFirst().span();
        var second = sides.getLast().span();
        boolean same = isAnd(/* start= */ first.end(), /* end= */ second.start())
                || (isOneRegion()
                        && regionAfter(first.end())
                                .filter(r -> isAnd(/* start= */ r.end(), /* end= */ second.start()))
                                .isPresent()
                        && regionAfter(second.end()).isPresent());
        return same
                ? Optional.of(new Located<>(Laterality.BILATERAL, new Span(first.start(), second.end())))
                : Optional.empty();
    }

    private boolean isOneRegion() {
        return regionMentions.stream().map(Mention::term).distinct().count() == 1;
    }

    private boolean isAnd(int start, int end) {
        return start <= end
                && end - start <= LONGEST_AND
                && AND.matcher(text.substring(start, end)).matches();
    }

    /** The region named directly after a place. */
    private Optional<Span> regionAfter(int place) {
        return regionMentions.stream()
                .map(Mention::span)
                .filter(s -> s.start() == place + 1)
                .findFirst();
    }

    /** "L knee", "(L) knee", "L. knee". */
    private boolean isBeforeRegion(int end) {
        boolean closed = end < text.length() && ").".indexOf(text.charAt(end)) >= 0;
        int blank = closed ? end + 1 : end;
        return blank < text.length() && Character.isWhitespace(text.charAt(blank)) && regionStarts.contains(blank + 1);
    }

    private static void add(List<Located<String>> found, Located<String> value) {
        if (found.stream().noneMatch(f -> f.value().equals(value.value()))) {
            found.add(value);
        }
    }

    private static Located<String> named(Mention mention) {
        return new Located<>(mention.term().label(), mention.span());
    }
}
