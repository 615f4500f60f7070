package org.precedent.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.precedent.determination.Citation;
import org.precedent.determination.Dates;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Finding;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Issue.Reasoning;
import org.precedent.determination.Layout;
import org.precedent.determination.Located;
import org.precedent.determination.Narrative;
import org.precedent.determination.Origin;
import org.precedent.determination.Reason;
import org.precedent.determination.Reviewer;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;

/**
 * Random determinations, reproducible by seed: 1 to 25 issues, facets with several values or none, some missing dates, and texts of
 * invented words, so that no engine conflates two of them.
 */
public final class RandomDeterminations {
    /** The words of the texts; none is a stem, form, or synonym of another. */
    public static final List<String> WORDS = List.of(
            "balto", "balku", "kermo", "dunki", "fimbo", "gatu", "hobri", "lanku", "mortu", "nebbo", "pirka", "quolo");

    /** Words in issue labels, none of which occurs in a text. */
    public static final List<String> LABEL_WORDS = List.of("shoulder", "knee", "spine", "surgery", "odg", "testing");

    public static final List<String> MODALITIES = List.of("MRI", "X-ray", "CT");
    public static final List<String> REGIONS =
            List.of("Spine", "Cervical spine", "Lumbar spine", "Lumbosacral spine", "Shoulder", "Knee", "Wrist");
    public static final List<String> SPECIALTIES = List.of("Family Practice", "Orthopedic Surgery", "Neurology");
    public static final List<String> TREATMENTS = List.of("Diagnostic Testing", "Surgery", "Injection");
    private static final Map<String, List<String>> SUBCATEGORIES = Map.of(
            "Diagnostic Testing", List.of("Imaging & Radiology", "Lab & Pathology"),
            "Surgery", List.of("Spine", "Arthroscopic Surgery"),
            "Injection", List.of("Epidural Steroid Injection", "Other Injection"));
    /**
     * Includes items in several places of the tree, one folded into its subcategory, and one unknown. Their words have no synonyms in
     * {@link #LABEL_WORDS}, because the brute-force engine does not know synonyms.
     */
    public static final List<String> ITEMS = List.of(
            "mri",
            "hardware removal",
            "diclofenac",
            "epidural steroid injection",
            "ketorolac",
            "tramadol/glucosamine",
            "no item");

    private static final List<String> EDITIONS = List.of("2004", "2016");
    private static final List<String> SECTIONS = List.of("Special Studies", "Initial Care, Summary", "326");
    private static final List<String> PAGES = List.of("30", "303-305", "304");
    private static final List<String> REASONS = List.of("Criteria met", "Findings absent", "Request incomplete");

    static final List<Guideline> GUIDELINES = List.of(
            new Guideline("MTUS", Optional.of("Low Back Complaints")),
            new Guideline("MTUS", Optional.of("Knee Complaints")),
            new Guideline("MTUS", Optional.empty()),
            new Guideline("ODG", Optional.of("Low Back")),
            new Guideline("ACR", Optional.empty()));

    private static final Span EMPTY_SPAN = new Span(0, 0);
    private static final List<Finding> FINDINGS = List.of(
            new Finding(Finding.Kind.TRUNCATED, "stops", EMPTY_SPAN),
            new Finding(Finding.Kind.UNKNOWN_TERM, "one", EMPTY_SPAN),
            new Finding(Finding.Kind.UNKNOWN_TERM, "another", EMPTY_SPAN),
            new Finding(Finding.Kind.SCANNED, "from images", EMPTY_SPAN));

    private final Random random;

    private RandomDeterminations(long seed) {
        this.random = new Random(seed);
    }

    record Guideline(String family, Optional<String> title) {}

    /**
     * Random determinations, {@code count} of them.
     */
    public static List<Determination> letters(long seed, int count) {
        var samples = new RandomDeterminations(seed);
        var letters = new ArrayList<Determination>();
        for (int i = 0; i < count; i++) {
            letters.add(samples.letter(i));
        }
        return letters;
    }

    /**
     * The determination with another text, as if the letter had been posted again.
     */
    public static Determination changed(Determination letter, String word) {
        var first = letter.issues().getFirst();
        return reasoned(
                letter, first.rationale().map(r -> r.value() + " " + word).orElse(word));
    }

    /**
     * The determination with another rationale for its first issue.
     */
    static Determination reasoned(Determination letter, String text) {
        var first = letter.issues().getFirst();
        var rationale = located(text);
        var issue = new Issue(
                first.number(),
                first.request(),
                first.decision(),
                first.subject(),
                first.reviewerGuidelines(),
                first.administratorGuidelines(),
                Optional.of(rationale));
        var issues = new ArrayList<>(letter.issues());
        issues.set(0, issue);
        var origin = letter.origin();
        var other = new Origin(
                origin.source(),
                origin.sha256() + text.hashCode(),
                origin.layout(),
                false,
                false,
                origin.text() + text);
        return new Determination(
                letter.id(), other, letter.header(), letter.reviewer(), letter.narrative(), issues, letter.findings());
    }

    private Determination letter(int i) {
        boolean numbered = random.nextInt(5) > 0;
        var number = "CM%02d-%07d".formatted(13 + random.nextInt(5), i);
        var id = numbered ? number : "letter-" + i;
        var issues = new ArrayList<Issue>();
        for (int n = issueCount(); n > 0; n--) {
            issues.add(issue(issues.size() + 1));
        }
        var summary = random.nextInt(4) > 0 ? Optional.of(located(text(2))) : Optional.<Located<String>>empty();
        return new Determination(
                id,
                new Origin(id + ".txt", "sha-" + i, Layout.L3B, false, false, "text of " + id),
                new CaseHeader(numbered ? Optional.of(located(number)) : Optional.empty(), dates(), Optional.empty()),
                new Reviewer(some(SPECIALTIES, 2), List.of()),
                new Narrative(Optional.empty(), Optional.empty(), summary, Optional.empty()),
                issues,
                findings(i, issues));
    }

    /** Random findings. Uses a separate random source, so that the rest of a seed's determinations does not change. */
    private static List<Finding> findings(int place, List<Issue> issues) {
        var findings =
                new ArrayList<Finding>(place % 3 == 0 ? FINDINGS.subList(0, 1 + place % FINDINGS.size()) : List.of());
        for (var issue : issues) {
            var own = new Random(issue.request().value().hashCode() + issue.number());
            if (own.nextInt(6) == 0) {
                var kind = Finding.Kind.signals().get(own.nextInt(3));
                findings.add(new Finding(kind, "check", EMPTY_SPAN, own.nextInt(8) == 0 ? 0 : issue.number()));
            }
        }
        return findings;
    }

    private int issueCount() {
        return random.nextInt(8) == 0 ? 1 + random.nextInt(25) : 1 + random.nextInt(4);
    }

    private Dates dates() {
        var none = Optional.<Located<LocalDate>>empty();
        var day = LocalDate.of(2013, 1, 1).plusDays(random.nextInt(1_500));
        var decided = random.nextInt(6) == 0 ? none : Optional.of(new Located<>(day, EMPTY_SPAN));
        return new Dates(none, none, decided, none, none);
    }

    private Issue issue(int number) {
        var rationale = random.nextInt(12) == 0 ? Optional.<Located<String>>empty() : Optional.of(located(text(4)));
        var treatment =
                random.nextInt(4) == 0 ? Optional.<Located<String>>empty() : Optional.of(located(pick(TREATMENTS)));
        var request = located(words(2 + random.nextInt(4)));
        var decision = new Located<>(decision(), EMPTY_SPAN);
        var subject = new Subject(
                some(MODALITIES, 2),
                some(REGIONS, 3),
                Optional.empty(),
                treatment,
                treatment
                        .filter(t -> random.nextBoolean())
                        .map(t -> located(pick(Objects.requireNonNull(SUBCATEGORIES.get(t.value()))))),
                some(ITEMS, 2));
        var reviewer = citations();
        return new Issue(
                number,
                request,
                decision,
                subject,
                new GuidelineLine(
                        Optional.empty(), detailed(reviewer, request.value().hashCode())),
                new GuidelineLine(
                        Optional.empty(),
                        administrator(reviewer, request.value().hashCode() + number)),
                new Reasoning(rationale, reasons(rationale, number)));
    }

    /** Adds editions, sections, and pages. Uses a separate random source, so that the rest of a seed's determinations does not change. */
    private static List<Citation> detailed(List<Citation> citations, int seed) {
        var own = new Random(seed);
        return citations.stream()
                .map(c -> new Citation(
                        c.family(), c.title(), maybe(own, EDITIONS), maybe(own, SECTIONS), maybe(own, PAGES), c.text()))
                .toList();
    }

    /** A subset of the reviewer's citations, sometimes with another one. */
    private static List<Citation> administrator(List<Citation> reviewer, int seed) {
        var own = new Random(seed);
        var citations = new ArrayList<>(reviewer.subList(0, own.nextInt(reviewer.size() + 1)));
        if (own.nextInt(3) == 0) {
            var other = GUIDELINES.get(own.nextInt(GUIDELINES.size()));
            var none = Optional.<String>empty();
            citations.add(new Citation(other.family, other.title, none, none, none, located(other.family)));
        }
        return detailed(citations, seed);
    }

    private static Optional<String> maybe(Random own, List<String> values) {
        return own.nextInt(3) == 0 ? Optional.of(values.get(own.nextInt(values.size()))) : Optional.empty();
    }

    /** Random reasons. Uses a separate random source, so that the rest of a seed's determinations does not change. */
    private static List<Reason> reasons(Optional<Located<String>> rationale, int number) {
        var text = rationale.map(Located::value).orElse("");
        return REASONS.stream()
                .filter(reason ->
                        !text.isEmpty() && new Random(text.hashCode() + reason.hashCode() + number).nextInt(3) == 0)
                .map(label -> new Reason(label.toLowerCase(Locale.ROOT).replace(' ', '-'), label, located(text)))
                .toList();
    }

    private Decision decision() {
        int roll = random.nextInt(20);
        return roll == 0 ? Decision.PARTLY_OVERTURNED : roll < 14 ? Decision.UPHELD : Decision.OVERTURNED;
    }

    private List<Citation> citations() {
        var citations = new ArrayList<Citation>();
        for (int n = random.nextInt(4); n > 0; n--) {
            var guideline = pick(GUIDELINES);
            citations.add(new Citation(
                    guideline.family,
                    guideline.title,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    located(guideline.family)));
        }
        return citations;
    }

    private List<Located<String>> some(List<String> values, int maximum) {
        var some = new ArrayList<String>();
        for (int n = random.nextInt(maximum + 1); n > 0; n--) {
            some.add(pick(values));
        }
        return some.stream().distinct().map(RandomDeterminations::located).toList();
    }

    /** One to three paragraphs of sentences. */
    private String text(int maximum) {
        var text = new StringBuilder();
        for (int n = 1 + random.nextInt(maximum); n > 0; n--) {
            if (!text.isEmpty()) {
                text.append(random.nextInt(3) == 0 ? "\n\n" : " ");
            }
            var words = words(1 + random.nextInt(9));
            text.append(Character.toUpperCase(words.charAt(0)))
                    .append(words, 1, words.length())
                    .append('.');
        }
        return text.toString();
    }

    private String words(int count) {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add(pick(WORDS));
        }
        return String.join(" ", words);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> Located<T> located(T value) {
        return new Located<>(value, EMPTY_SPAN);
    }
}
