package org.precedent.parse.citation;

import static org.precedent.vocabulary.Lexicon.COLLEGE;
import static org.precedent.vocabulary.Lexicon.GUIDES;
import static org.precedent.vocabulary.Lexicon.OTHER;
import static org.precedent.vocabulary.Lexicon.SCHEDULE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Citation;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Vocabulary;
import org.precedent.vocabulary.Words;

/**
 * What is cited in free words: sources known by name, addresses, and works nobody knows. Each source reaches to the next.
 */
final class FreeClauseParser {
    private static final Pattern LINK =
            Pattern.compile("(?:https?://|www\\.)\\s?[\\w.-]+[^\\s,;)]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SITE = Pattern.compile(
            "\\b[a-z][\\w-]{2,30}(?:\\.[a-z][\\w-]{1,30}){0,3}\\.(?:com|org|gov|net|edu)\\b[^\\s,;)]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST =
            Pattern.compile("(?:https?://)?\\s?(?:www\\d?\\.)?([\\w.-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANOTHER = Pattern.compile(
            "\\b(?:and )?Other Medical Treatment Guidelines?(?: or Medical Evidence)?\\b:?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABSENT =
            Pattern.compile("^(?:none|n/?a|not applicable|no guidelines? cited)?[.\\s]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[a-z)\\]0-9]\\.)\\s+(?=[A-Z])|\\n\\n");
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|an?)\\s+", Pattern.CASE_INSENSITIVE);
    /** Three words or more before a comma or the like; fewer may be an author. */
    private static final Pattern FIRST_PART =
            Pattern.compile("(?:[^\\s,;:]+\\s+){2,}?[^\\s,;:]*[a-z)]{2}(?=[,;:.]\\s)");

    private static final Pattern EDITION = Pattern.compile(
            "\\s+(?:\\([A-Z]{2,8}\\)|\\(?(?:19|20)\\d{2}\\b.*|\\d{1,2}(?:st|nd|rd|th) ed(?:ition|\\.)?)[\\s.,;:]*$");
    /** A work nobody knows goes by so many of its words. */
    private static final int NAME_WORDS = 8;

    private final FoldedText letter;
    private final Vocabulary families;
    private final Vocabulary works;
    private final Vocabulary schedule;
    private final Vocabulary college;
    private final OdgChapterFinder chapters;
    private final MtusClauseParser mtus;

    FreeClauseParser(FoldedText letter, Lexicon lexicon) {
        this.letter = letter;
        this.families = lexicon.families();
        this.works = lexicon.works();
        this.schedule = lexicon.schedule();
        this.college = lexicon.college();
        this.chapters = new OdgChapterFinder(lexicon.chapters());
        this.mtus = new MtusClauseParser(letter, lexicon);
    }

    private record Source(String family, Optional<String> title, Range name) {}

    List<Citation> read(Range body) {
        var text = letter.of(body);
        if (ABSENT.matcher(text).matches()) {
            return List.of();
        }
        var sources = sources(body);
        var citations = new ArrayList<Citation>();
        int first = sources.isEmpty() ? body.end() : sources.getFirst().name.start();
        citations.addAll(unnamed(letter.trimmed(body.start(), first), sources));
        for (int i = 0; i < sources.size(); i++) {
            int end = i + 1 < sources.size() ? sources.get(i + 1).name.start() : body.end();
            var all = letter.trimmed(sources.get(i).name.start(), end);
            citations.addAll(
                    sources.get(i).family.equals(SCHEDULE)
                            ? mtus.read(withoutAnother(all))
                            : cited(sources.get(i), all));
        }
        return citations;
    }

    /**
     * Where sources outside the schedule, and outside its books, are named.
     */
    List<Range> namesOutsideSchedule(Range body) {
        return sources(body).stream()
                .filter(s -> !s.family.equals(SCHEDULE) && !s.family.equals(COLLEGE))
                .map(Source::name)
                .toList();
    }

    /**
     * Citations of sentences that are no clauses, as letters of 2013 write them: only what is known by name.
     */
    List<Citation> sentences(Range line) {
        var citations = new ArrayList<Citation>();
        var taken = new ArrayList<Range>();
        for (var source : sources(line)) {
            var all = new Range(source.name.start(), sentenceEnd(source.name.end(), line.end()));
            if (!source.family.equals(SCHEDULE) && !source.family.equals(COLLEGE)) {
                taken.add(all);
            }
            citations.addAll(cited(source, all));
        }
        var titled = titled(line, taken);
        if (!titled.isEmpty()) {
            var titles = titled.stream().map(Citation::title).toList();
            citations.removeIf(c -> (c.title().isEmpty() || titles.contains(c.title()))
                    && (c.family().equals(SCHEDULE) || c.family().equals(COLLEGE)));
            titled.forEach(citations::add);
        }
        boolean others = citations.stream().anyMatch(c -> !c.family().equals(SCHEDULE));
        citations.removeIf(
                c -> others && c.family().equals(SCHEDULE) && c.title().isEmpty());
        return citations;
    }

    /** Titles of the schedule; its book alone, where no title is named. */
    private List<Citation> titled(Range line, List<Range> taken) {
        var titled = new ArrayList<Citation>();
        for (var mention : schedule.mentions(Words.of(letter.of(line)))) {
            var at = at(line, mention);
            if (isPlainTitle(mention) && taken.stream().noneMatch(t -> touches(t, at))) {
                var all = letter.trimmed(at.start(), sentenceEnd(at.end(), line.end()));
                titled.add(citation(SCHEDULE, Optional.of(mention.term().label()), all, at.end()));
            }
        }
        var chapters = titled.stream()
                .filter(c -> !c.title().equals(Optional.of(COLLEGE)))
                .toList();
        return chapters.isEmpty() ? titled : chapters;
    }

    private static boolean isPlainTitle(Mention mention) {
        return mention.span().length() > 12;
    }

    private int sentenceEnd(int from, int end) {
        var match = SENTENCE_ENDS.matcher(letter.text()).region(from, end);
        return match.find() ? match.start() : end;
    }

    private List<Source> sources(Range body) {
        var text = letter.of(body);
        var words = Words.of(text);
        var sources = new ArrayList<Source>();
        addresses(LINK, body, text, sources);
        for (var mention : families.mentions(words)) {
            var label = mention.term().label();
            if (!label.equals(OTHER)) {
                add(sources, new Source(label, Optional.empty(), at(body, mention)));
            }
        }
        for (var mention : works.mentions(words)) {
            if (!isWithinAddress(text, mention.span().start())) {
                add(sources, new Source(OTHER, Optional.of(mention.term().label()), at(body, mention)));
            }
        }
        addresses(SITE, body, text, sources);
        sources.sort(Comparator.comparingInt(s -> s.name.start()));
        return withoutPublishers(joined(withoutAddressesOfNamed(sources)));
    }

    /** The rest of a longer address is no name. */
    private static boolean isWithinAddress(String text, int at) {
        return at > 1 && text.charAt(at - 1) == '.' && Character.isLetterOrDigit(text.charAt(at - 2));
    }

    private static void addresses(Pattern pattern, Range body, String text, List<Source> sources) {
        var address = pattern.matcher(text);
        while (address.find()) {
            var host = HOST.matcher(address.group());
            var at = new Range(body.start() + address.start(), body.start() + address.end());
            if (host.lookingAt() && sources.stream().noneMatch(s -> touches(s.name, at))) {
                sources.add(new Source(OTHER, Optional.of(site(host.group(1))), at));
            }
        }
    }

    private static String site(String host) {
        return host.toLowerCase(java.util.Locale.ROOT).replaceAll("\\.+$", "");
    }

    /** The address of a work that is cited by its name just before is no citation of its own. */
    private List<Source> withoutAddressesOfNamed(List<Source> sources) {
        var kept = new ArrayList<Source>();
        for (var source : sources) {
            boolean follows = !kept.isEmpty()
                    && letter.of(source.name).contains(".")
                    && !letter.of(kept.getLast().name).contains(".")
                    && kept.getLast().family.equals(OTHER)
                    && !ANOTHER.matcher(letter.text())
                            .region(kept.getLast().name.end(), source.name.start())
                            .find();
            if (!follows) {
                kept.add(source);
            }
        }
        return kept;
    }

    /** After the place of publication the name of the guides is their publisher: {@code Encinitas (CA): Work Loss Data Institute}. */
    private List<Source> withoutPublishers(List<Source> sources) {
        var kept = new ArrayList<Source>();
        for (var source : sources) {
            boolean publisher = source.family.equals(GUIDES)
                    && !kept.isEmpty()
                    && kept.getLast().family.equals(GUIDES)
                    && letter.text().startsWith(": ", source.name.start() - 2);
            if (!publisher) {
                kept.add(source);
            }
        }
        return kept;
    }

    private static boolean touches(Range a, Range b) {
        return a.start() < b.end() && b.start() < a.end();
    }

    private static void add(List<Source> sources, Source source) {
        if (sources.stream().noneMatch(s -> touches(s.name, source.name))) {
            sources.add(source);
        }
    }

    /** "Official Disability Guidelines (ODG)" is one source; "ODG ... ODG ..." are two citations. */
    private List<Source> joined(List<Source> sources) {
        var joined = new ArrayList<Source>();
        for (var source : sources) {
            if (!joined.isEmpty()) {
                var last = joined.getLast();
                var between =
                        letter.text().substring(Math.min(last.name.end(), source.name.start()), source.name.start());
                if (last.family.equals(source.family)
                        && last.title.equals(source.title)
                        && between.matches("[\\s,:;(/-]*")) {
                    joined.removeLast();
                    joined.add(new Source(last.family, last.title, new Range(last.name.start(), source.name.end())));
                    continue;
                }
            }
            joined.add(source);
        }
        return joined;
    }

    private static Range at(Range body, Mention mention) {
        return new Range(
                body.start() + mention.span().start(),
                body.start() + mention.span().end());
    }

    private List<Citation> cited(Source source, Range all) {
        var range = withoutAnother(all);
        return switch (source.family) {
            case GUIDES -> guides(source.name, range);
            case COLLEGE ->
                List.of(citation(COLLEGE, titleIn(college, source.name.end(), range), range, source.name.end()));
            default -> List.of(citation(source.family, source.title, range, source.name.end()));
        };
    }

    private Range withoutAnother(Range all) {
        var another = ANOTHER.matcher(letter.text()).region(all.start(), all.end());
        return another.find() && another.start() > all.start() ? letter.trimmed(all.start(), another.start()) : all;
    }

    private List<Citation> guides(Range name, Range all) {
        var found = chapters.in(letter.text().substring(Math.min(name.end(), all.end()), all.end()));
        if (found.isEmpty()) {
            return List.of(citation(GUIDES, Optional.empty(), all, name.end()));
        }
        var citations = new ArrayList<Citation>();
        for (int i = 0; i < found.size(); i++) {
            int start = i == 0 ? all.start() : name.end() + found.get(i).span().start();
            int end =
                    i + 1 < found.size() ? name.end() + found.get(i + 1).span().start() : all.end();
            citations.add(citation(
                    GUIDES,
                    Optional.of(found.get(i).term().label()),
                    letter.trimmed(start, end),
                    name.end() + found.get(i).span().end()));
        }
        return citations;
    }

    private Optional<String> titleIn(Vocabulary titles, int from, Range all) {
        var rest = letter.text().substring(Math.min(from, all.end()), all.end());
        return titles.mentions(Words.of(rest)).stream()
                .map(m -> m.term().label())
                .findFirst();
    }

    private Citation citation(String family, Optional<String> title, Range all, int afterTitle) {
        return CitationBuilder.read(letter, family, title, all, afterTitle);
    }

    /** Words before any known source: chapters of the guides cited without their name, or a work nobody knows. */
    private List<Citation> unnamed(Range before, List<Source> sources) {
        var text = letter.of(before);
        if (text.length() < 4 || ANOTHER.matcher(text).replaceAll("").isBlank()) {
            return List.of();
        }
        var found = chapters.in(text);
        boolean guidesFollow = sources.stream().anyMatch(s -> s.family.equals(GUIDES));
        if (!found.isEmpty()
                && (guidesFollow || sources.isEmpty())
                && found.getFirst().span().start() == 0) {
            return List.of(citation(GUIDES, Optional.of(found.getFirst().term().label()), before, before.start()));
        }
        return sources.isEmpty()
                ? List.of(citation(OTHER, Optional.of(name(text)), before, before.start()))
                : List.of();
    }

    /** Of a reference, its first part, without an article before it and what tells the edition after it. */
    private static String name(String text) {
        var whole = ARTICLE.matcher(text).replaceFirst("");
        var first = FIRST_PART.matcher(whole);
        var kept = (first.lookingAt() ? first.group() : whole).split("\\s+", -1);
        var name = String.join(" ", Arrays.asList(kept).subList(0, Math.min(kept.length, NAME_WORDS)));
        var bare = EDITION.matcher(name).replaceFirst("");
        return (bare.isBlank() ? name : bare).replaceAll("[\\s.,;:]+$", "");
    }
}
