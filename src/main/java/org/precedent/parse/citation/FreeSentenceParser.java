package org.precedent.parse.citation;

import static org.precedent.vocabulary.Lexicon.COLLEGE;
import static org.precedent.vocabulary.Lexicon.SCHEDULE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Vocabulary;

/**
 * Parses guideline lines that are no clauses but free sentences, as letters of 2013 write them; only sources known by name count.
 */
final class FreeSentenceParser {
    private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[a-z)\\]0-9]\\.)\\s+(?=[A-Z])|\\n\\n");
    /** Characters of a citation within a sentence; sentences without an end are not searched again from every name. */
    private static final int LONGEST = 600;
    /** Characters; shorter titles are also ordinary words. */
    private static final int SHORTEST_TITLE = 13;

    private final FoldedText letter;
    private final CitedSources sources;
    private final FreeClauseParser clauses;
    private final Vocabulary schedule;

    FreeSentenceParser(FoldedText letter, Lexicon lexicon, FreeClauseParser clauses) {
        this.letter = letter;
        this.sources = new CitedSources(letter, lexicon);
        this.clauses = clauses;
        this.schedule = lexicon.schedule();
    }

    List<Citation> read(Range line) {
        var citations = new ArrayList<Citation>();
        var taken = new TreeMap<Integer, Range>();
        for (var source : sources.in(line)) {
            var all = new Range(source.name().start(), sentenceEnd(source.name().end(), line.end()));
            if (!FreeClauseParser.isOfSchedule(source.family())) {
                taken.put(all.start(), all);
            }
            citations.addAll(clauses.cited(source, all));
        }
        var titled = titled(line, taken);
        if (!titled.isEmpty()) {
            var titles = new HashSet<Optional<String>>();
            titled.forEach(c -> titles.add(c.title()));
            citations.removeIf(c ->
                    (c.title().isEmpty() || titles.contains(c.title())) && FreeClauseParser.isOfSchedule(c.family()));
            citations.addAll(titled);
        }
        boolean others = citations.stream().anyMatch(c -> !c.family().equals(SCHEDULE));
        citations.removeIf(
                c -> others && c.family().equals(SCHEDULE) && c.title().isEmpty());
        return citations;
    }

    /** Titles of the schedule; its book alone, where no title is named. */
    private List<Citation> titled(Range line, NavigableMap<Integer, Range> taken) {
        var titled = new ArrayList<Citation>();
        for (var mention : schedule.mentions(letter.words(line))) {
            int start = line.start() + mention.span().start();
            int end = line.start() + mention.span().end();
            var before = taken.lowerEntry(end);
            boolean free = before == null || before.getValue().end() <= start;
            if (end - start >= SHORTEST_TITLE && free) {
                var all = letter.trimmed(start, sentenceEnd(end, line.end()));
                titled.add(CitationBuilder.read(
                        letter, SCHEDULE, Optional.of(mention.term().label()), all, end));
            }
        }
        var chapters = titled.stream()
                .filter(c -> !c.title().equals(Optional.of(COLLEGE)))
                .toList();
        return chapters.isEmpty() ? titled : chapters;
    }

    private int sentenceEnd(int from, int end) {
        int limit = Math.min(end, from + LONGEST);
        var match = letter.matcher(SENTENCE_ENDS, from, limit);
        return match.find() ? match.start() : limit;
    }
}
