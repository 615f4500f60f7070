package org.precedent.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.precedent.determination.Laterality;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Words;

/**
 * What a request is about, by its own words.
 */
final class RequestSubject {
    private final Vocabularies vocabularies;
    private final LetterWords letterWords;
    private final FoldedText letter;
    private final Range request;
    private final String text;
    private final Words words;

    private RequestSubject(Lexicon lexicon, FoldedText letter, Range request) {
        this.vocabularies = lexicon.facets();
        this.letterWords = lexicon.words();
        this.letter = letter;
        this.request = request;
        this.text = letter.of(request);
        this.words = Words.of(text);
    }

    static Subject read(Lexicon lexicon, FoldedText letter, Range request) {
        return new RequestSubject(lexicon, letter, request).read();
    }

    private Subject read() {
        var treatment = RequestedTreatment.of(text, words, vocabularies.treatment(), letterWords);
        return new Subject(
                modalities(treatment),
                regions(),
                laterality(),
                treatment.category().map(this::located),
                treatment.subcategory().map(this::located),
                List.of());
    }

    private List<Located<String>> modalities(RequestedTreatment treatment) {
        if (!treatment.isTest()) {
            return List.of();
        }
        var mentions = vocabularies.modality().mentions(words);
        var found = new ArrayList<Located<String>>();
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            var next = i + 1 < mentions.size() ? Optional.of(mentions.get(i + 1)) : Optional.<Mention>empty();
            var pair = next.flatMap(n -> pair(mention, n));
            add(found, pair.map(this::located).orElseGet(() -> named(mention)));
            i += pair.isPresent() ? 1 : 0;
        }
        return found.size() > 1
                ? found.stream().filter(m -> !isVague(m.value())).toList()
                : found;
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
                : Optional.empty();
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

    private Located<String> named(Mention mention) {
        return located(new Located<>(mention.term().label(), mention.span()));
    }

    /** From places in the request to places in the source. */
    private Located<String> located(Located<String> inRequest) {
        var span = inRequest.span();
        return new Located<>(
                inRequest.value(), letter.span(request.start() + span.start(), request.start() + span.end()));
    }
}
