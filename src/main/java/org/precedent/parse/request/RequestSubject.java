package org.precedent.parse.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.precedent.determination.Laterality;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Words;

/**
 * Reads the subject of a request from its own words.
 */
public final class RequestSubject {
    private static final String AND = "(?i)\\s*(?:and|&|/|,)\\s*";
    /** Cue whose label is the modality. */
    private static final String PLAIN_FILM = "plain-film";

    private final Vocabularies vocabularies;
    private final LetterWords letterWords;
    private final String text;
    private final Words words;
    private final RequestWords request;

    private RequestSubject(Vocabularies vocabularies, LetterWords letterWords, String text) {
        this.vocabularies = vocabularies;
        this.letterWords = letterWords;
        this.text = text;
        this.request = new RequestWords(text, letterWords);
        this.words = request.words();
    }

    /**
     * The subject of a request. Spans are places in the text given.
     *
     * @param text the request, without line breaks
     */
    public static Subject read(Vocabularies vocabularies, LetterWords letterWords, String text) {
        return new RequestSubject(vocabularies, letterWords, text).read();
    }

    private Subject read() {
        var treatment = RequestedTreatment.of(request);
        var modalities = modalities(treatment);
        var regions = regions();
        var labels = regions.stream().map(Located::value).toList();
        return new Subject(
                modalities,
                regions,
                laterality(),
                Optional.of(treatment.locatedCategory()).filter(c -> !text.isBlank()),
                treatment.subcategory(),
                RequestedItems.of(request, treatment, modalities, labels));
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
        if (between.matches(".*(?:[,;/&]|\\band\\b|\\bor\\b).*")) {
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
        var mentions = vocabularies.region().mentions(words);
        var found = new ArrayList<Located<String>>();
        for (var mention : mentions) {
            boolean givesWay = mention.weak()
                    && mentions.stream()
                            .anyMatch(m -> vocabularies
                                    .region()
                                    .isAbove(mention.term().label(), m.term().label()));
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

    /** "Right knee and left knee": two sides of one region. */
    private Optional<Located<Laterality>> bothSides(List<Located<String>> sides) {
        if (sides.size() != 2) {
            return Optional.empty();
        }
        var first = sides.getFirst().span();
        var second = sides.getLast().span();
        return text.substring(first.end(), second.start()).matches(AND)
                        || isOneRegion(first.end(), second.start()) && isOneRegion(second.end(), text.length())
                ? Optional.of(new Located<>(Laterality.BILATERAL, new Span(first.start(), second.end())))
                : Optional.empty();
    }

    /** Whether a stretch begins with the request's only region, and, before another side, holds nothing else. */
    private boolean isOneRegion(int start, int end) {
        var mentions = vocabularies.region().mentions(words);
        boolean same = mentions.stream().map(Mention::term).distinct().count() == 1;
        return same
                && mentions.stream()
                        .anyMatch(m -> m.span().start() >= start
                                && m.span().end() <= end
                                && text.substring(start, m.span().start()).isBlank()
                                && (end == text.length()
                                        || text.substring(m.span().end(), end).matches(AND)));
    }

    /** "L knee", "(L) knee", "L. knee". */
    private boolean isBeforeRegion(int end) {
        return vocabularies.region().mentions(words).stream()
                .anyMatch(m -> m.span().start() > end
                        && text.substring(end, m.span().start()).matches("[).]?\\s"));
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
