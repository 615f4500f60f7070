package org.precedent.parse.citation;

import static org.precedent.vocabulary.Lexicon.COLLEGE;
import static org.precedent.vocabulary.Lexicon.GUIDES;
import static org.precedent.vocabulary.Lexicon.OTHER;
import static org.precedent.vocabulary.Lexicon.SCHEDULE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.parse.citation.CitedSources.Source;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Vocabulary;

/**
 * Parses a clause {@code Decision based on Non-MTUS Citation ...}: sources known by name, web addresses, and works that are in no
 * vocabulary. Each source reaches to the next.
 */
final class FreeClauseParser {
    private static final Pattern ABSENT =
            Pattern.compile("(?:none|n/?a|not applicable|no guidelines? cited)?[.\\s]*+", Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_NAME = 4;

    private final FoldedText letter;
    private final CitedSources sources;
    private final Vocabulary college;
    private final OdgChapterFinder chapters;
    private final MtusClauseParser mtus;

    FreeClauseParser(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.sources = new CitedSources(letter, lexicon);
        this.college = lexicon.college();
        this.chapters = new OdgChapterFinder(lexicon.chapters());
        this.mtus = new MtusClauseParser(letter, lexicon);
    }

    List<Citation> read(Range body) {
        if (letter.matcher(ABSENT, body).matches()) {
            return List.of();
        }
        var named = sources.in(body);
        int first = named.isEmpty() ? body.end() : named.getFirst().name().start();
        var citations = new ArrayList<>(unnamed(letter.trimmed(body.start(), first), named));
        for (int i = 0; i < named.size(); i++) {
            var source = named.get(i);
            int end = i + 1 < named.size() ? named.get(i + 1).name().start() : body.end();
            var all = letter.trimmed(source.name().start(), end);
            citations.addAll(source.family().equals(SCHEDULE) ? mtus.read(withoutAnother(all)) : cited(source, all));
        }
        return citations;
    }

    /**
     * Where sources outside the schedule, and outside its books, are named.
     */
    List<Range> namesOutsideSchedule(Range body) {
        return sources.in(body).stream()
                .filter(s -> !isOfSchedule(s.family()))
                .map(Source::name)
                .toList();
    }

    /**
     * Whether a family is the schedule or its book.
     */
    static boolean isOfSchedule(String family) {
        return family.equals(SCHEDULE) || family.equals(COLLEGE);
    }

    /**
     * The citations of one source.
     *
     * @param all from its name to the end of what is said of it
     */
    List<Citation> cited(Source source, Range all) {
        var range = withoutAnother(all);
        int afterName = Math.min(source.name().end(), range.end());
        return switch (source.family()) {
            case GUIDES -> guides(afterName, range);
            case COLLEGE -> List.of(citation(COLLEGE, titleIn(college, afterName, range), range, afterName));
            default -> List.of(citation(source.family(), source.title(), range, afterName));
        };
    }

    private Range withoutAnother(Range all) {
        var another = letter.matcher(CitedSources.ANOTHER, all);
        return another.find() && another.start() > all.start() ? letter.trimmed(all.start(), another.start()) : all;
    }

    private List<Citation> guides(int afterName, Range all) {
        var found = chapters.in(letter.counted(new Range(afterName, all.end())));
        if (found.isEmpty()) {
            return List.of(citation(GUIDES, Optional.empty(), all, afterName));
        }
        var citations = new ArrayList<Citation>();
        for (int i = 0; i < found.size(); i++) {
            var chapter = found.get(i);
            int start = i == 0 ? all.start() : afterName + chapter.span().start();
            int end = i + 1 < found.size() ? afterName + found.get(i + 1).span().start() : all.end();
            citations.add(citation(
                    GUIDES,
                    Optional.of(chapter.term().label()),
                    letter.trimmed(start, end),
                    afterName + chapter.span().end()));
        }
        return citations;
    }

    private Optional<String> titleIn(Vocabulary titles, int from, Range all) {
        return titles.mentions(letter.words(new Range(from, all.end()))).stream()
                .map(m -> m.term().label())
                .findFirst();
    }

    private Citation citation(String family, Optional<String> title, Range all, int afterTitle) {
        return CitationBuilder.read(letter, family, title, all, afterTitle);
    }

    /** Words before any known source: chapters of the guides cited without their name, or a work that is in no vocabulary. */
    private List<Citation> unnamed(Range before, List<Source> named) {
        if (before.length() < SHORTEST_NAME
                || CitedSources.ANOTHER
                        .matcher(letter.counted(before))
                        .replaceAll("")
                        .isBlank()) {
            return List.of();
        }
        var found = chapters.in(letter.counted(before));
        boolean guidesFollow = named.stream().anyMatch(s -> s.family().equals(GUIDES));
        if (!found.isEmpty()
                && (guidesFollow || named.isEmpty())
                && found.getFirst().span().start() == 0) {
            return List.of(citation(GUIDES, Optional.of(found.getFirst().term().label()), before, before.start()));
        }
        return named.isEmpty()
                ? List.of(citation(OTHER, Optional.of(WorkName.of(letter.slice(before))), before, before.start()))
                : List.of();
    }
}
