package org.precedent.parse.citation;

import static org.precedent.vocabulary.Lexicon.COLLEGE;
import static org.precedent.vocabulary.Lexicon.SCHEDULE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Vocabulary;

/**
 * Parses the citations of a guideline line:
 *
 * <pre>
 * line   := none | clause+
 * clause := "Decision based on MTUS" reference (", and " reference)* "."
 *         | "Decision based on Non-MTUS Citation" ":"? free "."
 * </pre>
 *
 * <p>Older determinations state in free sentences what a decision was based on.
 */
public final class GuidelineLineParser {
    private static final Pattern CLAUSE = Pattern.compile(
            "(?:Decision based (?:up)?on (?:(?<mtus>(?:the )?(?:CA )?MTUS\\b)|(?<other>Non-? ?-?MTUS(?: Citations?)?))"
                    + "|(?<more>(?:[,;.] ?)?\\b(?:(?:and|or) )?(?:(?:up)?on )?(?:the )?Non-? ?-?MTUS Citations?))\\s?:?,?\\s*",
            Pattern.CASE_INSENSITIVE);
    /** Connects a source outside the MTUS to a clause that began with the MTUS. */
    private static final Pattern JOINT =
            Pattern.compile("(?:[,;.] ?|\\b)(?:and )?(?:also )?(?:(?:up)?on )?(?:the )?$", Pattern.CASE_INSENSITIVE);

    /** Occurs in every clause. */
    private static final String SCHEDULE = "MTUS";

    /** A clause whose first words were misread by OCR: {@code Decision bascd on MTU5}. */
    private static final Pattern MISREAD =
            Pattern.compile("\\W{0,3}D\\w{5,9} \\w{3,7} (?:up)?[o0]n (?!N[o0]n)", Pattern.CASE_INSENSITIVE);

    private static final int MAX_JOINT_LENGTH = 24;
    private static final Pattern NO_SOURCE = Pattern.compile("did not (?:cite|base)\\b");

    private final FoldedText letter;
    private final MtusClauseParser mtus;
    private final FreeClauseParser free;
    private final FreeSentenceParser sentences;

    public GuidelineLineParser(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.mtus = new MtusClauseParser(letter, lexicon);
        this.free = new FreeClauseParser(letter, lexicon);
        this.sentences = new FreeSentenceParser(letter, lexicon, free);
    }

    public GuidelineLine read(Optional<Range> line) {
        return line.map(l -> new GuidelineLine(Optional.of(letter.located(l)), distinct(citations(l))))
                .orElse(GuidelineLine.NONE);
    }

    private List<Citation> citations(Range line) {
        var citations = new ArrayList<Citation>();
        int last = letter.lastIndexOfIgnoringCase(SCHEDULE, line.start(), line.end() - SCHEDULE.length());
        var clause = letter.matcher(CLAUSE, line.start(), line.end());
        boolean more = last >= 0 && clause.find();
        if (!more) {
            return sentences(line);
        }
        if (letter.matcher(MISREAD, line.start(), clause.start()).lookingAt()) {
            citations.addAll(sentences.titled(new Range(line.start(), clause.start()), new TreeMap<>()));
        }
        while (more) {
            boolean isMtus = clause.group("mtus") != null;
            int start = clause.end();
            more = start <= last && clause.find();
            var body = letter.trimmed(start, more ? clause.start() : line.end());
            citations.addAll(isMtus ? schedule(body) : free.read(body));
        }
        return citations;
    }

    /** Parses an MTUS clause, which may continue with another source: {@code MTUS Low Back Complaints 2004, and ODG, Low Back}. */
    private List<Citation> schedule(Range body) {
        for (var name : free.namesOutsideSchedule(body)) {
            int from = Math.max(body.start(), name.start() - MAX_JOINT_LENGTH);
            var joint = letter.matcher(JOINT, from, name.start());
            if (joint.find() && joint.start() < name.start() && joint.start() > body.start()) {
                var citations = new ArrayList<>(mtus.read(letter.trimmed(body.start(), joint.start())));
                citations.addAll(free.read(letter.trimmed(name.start(), body.end())));
                return citations;
            }
        }
        return mtus.read(body);
    }

    /** Parses a line without clauses. The line may say that the MTUS was not used, followed by what was. */
    private List<Citation> sentences(Range line) {
        var denial = letter.matcher(NO_SOURCE, line.start(), line.end());
        if (!denial.find()) {
            return sentences.read(line);
        }
        int stop = letter.indexOf(". ", denial.end(), line.end());
        return stop < 0 ? List.of() : sentences.read(letter.trimmed(stop + 2, line.end()));
    }

    private static List<Citation> distinct(List<Citation> citations) {
        var byLabel = new LinkedHashMap<String, Citation>();
        citations.forEach(c -> byLabel.putIfAbsent(c.label(), c));
        return List.copyOf(byLabel.values());
    }

    /**
     * Parses guideline lines written as free sentences, as in 2013 determinations; only sources known by name are recognized.
     */
    private static final class FreeSentenceParser {
        private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[a-z)\\]0-9]\\.)\\s+(?=[A-Z])|\\n\\n");
        /**
         * Maximum number of characters of a citation within a sentence; keeps text without sentence ends from being searched again for
         * every name.
         */
        private static final int MAX_LENGTH = 600;
        /** Maximum number of other names in a citation; keeps a dense list of names from being searched again for every name. */
        private static final int MAX_NAMES = 20;
        /** Minimum number of characters of a title; shorter titles are also ordinary words. */
        private static final int MIN_TITLE_LENGTH = 13;

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
            var found = sources.find(line);
            for (int i = 0; i < found.size(); i++) {
                var source = found.get(i);
                int limit = i + MAX_NAMES < found.size()
                        ? found.get(i + MAX_NAMES).name().start()
                        : line.end();
                var all = new Range(
                        source.name().start(), sentenceEnd(source.name().end(), limit));
                if (!FreeClauseParser.isOfSchedule(source.family())) {
                    taken.put(all.start(), all);
                }
                citations.addAll(clauses.cited(source, all));
            }
            var titled = titled(line, taken);
            if (!titled.isEmpty()) {
                var titles = new HashSet<Optional<String>>();
                titled.forEach(c -> titles.add(c.title()));
                citations.removeIf(c -> (c.title().isEmpty() || titles.contains(c.title()))
                        && FreeClauseParser.isOfSchedule(c.family()));
                citations.addAll(titled);
            }
            boolean others = citations.stream().anyMatch(c -> !c.family().equals(SCHEDULE));
            citations.removeIf(
                    c -> others && c.family().equals(SCHEDULE) && c.title().isEmpty());
            return citations;
        }

        /** Returns the MTUS titles cited, or ACOEM alone if no title is named. */
        private List<Citation> titled(Range line, NavigableMap<Integer, Range> taken) {
            var titled = new ArrayList<Citation>();
            for (var mention : schedule.mentions(letter.words(line))) {
                int start = line.start() + mention.span().start();
                int end = line.start() + mention.span().end();
                var before = taken.lowerEntry(end);
                boolean free = before == null || before.getValue().end() <= start;
                if (end - start >= MIN_TITLE_LENGTH && free) {
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
            int limit = Math.min(end, from + MAX_LENGTH);
            var match = letter.matcher(SENTENCE_ENDS, from, limit);
            return match.find() ? match.start() : limit;
        }
    }
}
