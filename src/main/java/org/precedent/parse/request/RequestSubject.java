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
 * Parses the subject of a request (imaging studies, body regions, side, treatment and items) from its own words.
 */
public final class RequestSubject {
    /** Between two sides of the same region: "right and the left", "R + L", "right as well as left". */
    private static final Pattern AND = Pattern.compile(
            "\\s*(?:[&/,+]|\\b(?:and|then|as well as)\\b|,\\s*(?:and|then)\\b)\\s*(?:the\\s+)?",
            Pattern.CASE_INSENSITIVE);
    /** Between two sides if the study is repeated: "and MRI of the". */
    private static final Pattern AND_AGAIN = Pattern.compile(
            "\\s*[,;]?\\s*(?:and|&)\\s+(?<study>[\\w-]+)\\s+(?:(?:of|to|for)\\s+)?(?:the\\s+)?",
            Pattern.CASE_INSENSITIVE);
    /** Between "both" and the first side: "both the right and the left knee". */
    private static final Pattern OPTIONAL_ARTICLE = Pattern.compile("\\s+(?:the\\s+)?", Pattern.CASE_INSENSITIVE);
    /** Separates two modalities that are not a combined study. */
    private static final Pattern SEVERAL = Pattern.compile(".*(?:[,;/&]|\\band\\b|\\bor\\b).*");

    private static final int MAX_AND_LENGTH = 40;
    /** Maximum number of characters between a region and the letter in parentheses that indicates its side: "wrist splint (R)". */
    private static final int MAX_SIDE_DISTANCE = 30;
    /** Vocabulary cue whose label is the modality. */
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
     * Parses the subject of a request, with misspelled names corrected. Spans refer to the given text.
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
                ? found.stream().filter(m -> !isUnspecified(m.value())).toList()
                : found;
    }

    /** Whether a modality is part of a combined study already found: a myelogram is not a separate study if there is a CT myelogram. */
    private boolean isPart(String label, List<Located<String>> found) {
        return letterWords.modalityPair().terms().stream()
                .filter(pair -> pair.label().endsWith("+" + label))
                .anyMatch(pair -> found.stream().anyMatch(f -> pair.synonyms().contains(f.value())));
    }

    /** A study described only by its views is a plain film. */
    private List<Located<String>> plainFilms() {
        return letterWords.cue().mentions(words).stream()
                .filter(m -> m.term().id().equals(PLAIN_FILM))
                .map(RequestSubject::named)
                .limit(1)
                .toList();
    }

    /** Whether a modality is unspecified, and so is dropped if another one is named. */
    private boolean isUnspecified(String label) {
        return vocabularies
                .modality()
                .findByLabel(label)
                .filter(t -> t.id().startsWith("unspecified"))
                .isPresent();
    }

    private Optional<Located<String>> pair(Mention a, Mention b) {
        var between = text.substring(a.span().end(), b.span().start()).toLowerCase(Locale.ROOT);
        if (SEVERAL.matcher(between).matches()) {
            return Optional.empty();
        }
        var pairs = letterWords.modalityPair();
        return pairs.findByLabel(a.term().label() + "+" + b.term().label())
                .or(() -> pairs.findByLabel(b.term().label() + "+" + a.term().label()))
                .map(t -> new Located<>(
                        t.synonyms().getFirst(),
                        new Span(a.span().start(), b.span().end())));
    }

    private List<Located<String>> regions() {
        var named = regionMentions.stream().map(m -> m.term().label()).collect(Collectors.toSet());
        var found = new ArrayList<Located<String>>();
        for (var mention : regionMentions) {
            boolean isLessSpecific = mention.weak()
                    && named.stream()
                            .anyMatch(n ->
                                    vocabularies.region().isAbove(mention.term().label(), n));
            if (!isLessSpecific) {
                add(found, named(mention));
            }
        }
        return found;
    }

    private Optional<Located<Laterality>> laterality() {
        var mentions = letterWords.laterality().mentions(words);
        var sides = new ArrayList<Located<String>>();
        for (int i = 0; i < mentions.size(); i++) {
            if (counts(mentions, i) && !introducesBoth(mentions, i)) {
                add(sides, named(mentions.get(i)));
            }
        }
        return sides.size() == 1
                ? Optional.of(sides.getFirst().map(s -> Laterality.valueOf(s.toUpperCase(Locale.ROOT))))
                : bothSides(sides);
    }

    /** Whether a mention of a side counts; a single letter does so only next to a region or to the other side. */
    private boolean counts(List<Mention> sides, int index) {
        var side = sides.get(index);
        return !side.weak()
                || isBeforeRegion(side.span().end())
                || isBehindRegion(side.span())
                || (index > 0 && arePair(sides.get(index - 1), side))
                || (index + 1 < sides.size() && arePair(side, sides.get(index + 1)));
    }

    private boolean arePair(Mention a, Mention b) {
        return !a.term().equals(b.term())
                && isBetween(
                        AND, /* start= */ a.span().end(), /* end= */ b.span().start());
    }

    /** Whether "both" merely introduces the two sides named after it. */
    private boolean introducesBoth(List<Mention> sides, int index) {
        return index + 2 < sides.size()
                && isBetween(
                        OPTIONAL_ARTICLE,
                        /* start= */ sides.get(index).span().end(),
                        /* end= */ sides.get(index + 1).span().start())
                && arePair(sides.get(index + 1), sides.get(index + 2));
    }

    /** Recognizes both sides in "right and left knees", "right knee and left knee", "MRI of the right knee and MRI of the left knee". */
    private Optional<Located<Laterality>> bothSides(List<Located<String>> sides) {
        if (sides.size() != 2) {
            return Optional.empty();
        }
        var first = sides.getFirst().span();
        var second = sides.getLast().span();
        boolean same = isBetween(AND, /* start= */ first.end(), /* end= */ second.start())
                || (isOneRegion()
                        && regionAfter(first.end())
                                .filter(r -> isBetween(AND, /* start= */ r.end(), /* end= */ second.start())
                                        || isRepeated(
                                                /* before= */ first.start(),
                                                /* start= */ r.end(),
                                                /* end= */ second.start()))
                                .isPresent()
                        && regionAfter(second.end()).isPresent());
        return same
                ? Optional.of(new Located<>(Laterality.BILATERAL, new Span(first.start(), second.end())))
                : Optional.empty();
    }

    /** Whether the study named between two positions repeats the one at the start of the request. */
    private boolean isRepeated(int before, int start, int end) {
        if (end < start || end - start > MAX_AND_LENGTH) {
            return false;
        }
        var again = AND_AGAIN.matcher(text.substring(start, end));
        return again.matches()
                && text.substring(0, before)
                        .toLowerCase(Locale.ROOT)
                        .startsWith(again.group("study").toLowerCase(Locale.ROOT));
    }

    private boolean isOneRegion() {
        return regionMentions.stream().map(Mention::term).distinct().count() == 1;
    }

    /** Whether the entire text between two positions matches a pattern. */
    private boolean isBetween(Pattern pattern, int start, int end) {
        return start <= end
                && end - start <= MAX_AND_LENGTH
                && pattern.matcher(text.substring(start, end)).matches();
    }

    /** Returns the region named directly after a position. */
    private Optional<Span> regionAfter(int place) {
        return regionMentions.stream()
                .map(Mention::span)
                .filter(s -> s.start() == place + 1)
                .findFirst();
    }

    /** Matches "L knee", "(L) knee", "L. knee". */
    private boolean isBeforeRegion(int end) {
        boolean closed = end < text.length() && ").".indexOf(text.charAt(end)) >= 0;
        int blank = closed ? end + 1 : end;
        return blank < text.length() && Character.isWhitespace(text.charAt(blank)) && regionStarts.contains(blank + 1);
    }

    /** Matches "Knee (L)", "wrist splint (R)"; without a space before it, "(R)" is a registered trademark sign. */
    private boolean isBehindRegion(Span side) {
        int open = side.start() - 1;
        return open > 0
                && side.end() < text.length()
                && text.charAt(open) == '('
                && text.charAt(side.end()) == ')'
                && Character.isWhitespace(text.charAt(open - 1))
                && regionMentions.stream()
                        .map(Mention::span)
                        .anyMatch(r -> r.end() < open && open - r.end() <= MAX_SIDE_DISTANCE);
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
