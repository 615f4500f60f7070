package org.precedent.web.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.determination.AppealDates;
import org.precedent.determination.CitationFormats;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.LegalCitation;
import org.precedent.determination.Located;
import org.precedent.search.IssueHit;
import org.precedent.search.StoredLetter;
import org.precedent.search.query.TextField;
import org.precedent.web.letter.LetterView.Fact;
import org.precedent.web.letter.LetterView.Marks;
import org.precedent.web.letter.LetterView.Provenance;
import org.precedent.web.letter.LetterView.Section;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.view.DateView;
import org.precedent.web.view.MarkNumbering;
import org.precedent.web.view.MarkedText;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageText;

/**
 * Builds the view of a determination's page.
 */
final class LetterViewBuilder {
    private final StoredLetter stored;
    private final Determination letter;
    private final String origin;
    private final Optional<String> original;

    /**
     * Creates a builder.
     *
     * @param origin scheme and host of this server, for citations; empty if no one else can reach it
     * @param hasOriginal whether the original file is kept
     */
    LetterViewBuilder(StoredLetter stored, String origin, boolean hasOriginal) {
        this.stored = stored;
        this.letter = stored.determination();
        this.origin = origin;
        this.original =
                hasOriginal ? Optional.of(PageAddress.determinationPath(letter.id()) + "/original") : Optional.empty();
    }

    LetterView build(Optional<LetterContext> context, SimilarIssueLookup similar, PointsToCheck checks) {
        var marking = new MarkNumbering(stored.marks());
        var issues = letter.issues().stream()
                .map(i -> new IssueViewBuilder(letter, i, marking, origin, original)
                        .build(similar.build(i.number()), checks.forIssue(i)))
                .toList();
        var summary =
                letter.narrative().clinicalSummary().map(s -> marking.text(TextField.SUMMARY, 0, s.value(), "summary"));
        return new LetterView(
                new LetterView.Heading(
                        letter.id(), name(letter), name(letter) + " – " + outcome(), subtitle(), summarize()),
                new LetterView.Extracted(
                        facts(),
                        ValueEvidence.forIssue(letter, original),
                        warnings(),
                        AppealDates.of(letter).map(LetterView.Appeal::of),
                        corrected(letter, 0)),
                issues,
                new LetterView.Texts(
                        summary,
                        letter.narrative()
                                .documentsReviewed()
                                .map(d -> MarkedText.of(d.value(), List.of(), "documents", 0))),
                new CitationFormats(LegalCitation.of(letter), origin + PageAddress.determinationPath(letter.id())),
                new LetterView.SearchTrail(
                        context,
                        marks(marking),
                        context.map(c -> c.determinationUrl(letter.id()))
                                .orElseGet(() -> PageAddress.determinationPath(letter.id()))),
                provenance());
    }

    private List<String> warnings() {
        return letter.findings().stream()
                .filter(f -> !f.kind().isSignal() && f.kind() != Finding.Kind.CORRECTED)
                .map(f -> RequestParsing.sentence(f.message()))
                .distinct()
                .toList();
    }

    /** Manual corrections of an issue, or of the determination as a whole; one sentence each. */
    static List<String> corrected(Determination letter, int issue) {
        return letter.findings().stream()
                .filter(f -> f.kind() == Finding.Kind.CORRECTED && f.issue() == issue)
                .map(f -> RequestParsing.sentence(f.message()))
                .toList();
    }

    static String name(Determination letter) {
        return letter.header().caseNumber().map(Located::value).orElse(letter.id());
    }

    private String outcome() {
        var issues = letter.issues();
        return issues.size() == 1
                ? issues.getFirst().decision().value().label()
                : letter.outcome().label() + " (" + issues.size() + " issues)";
    }

    private String subtitle() {
        return letter.issues().stream()
                .map(i -> IssueHit.title(i.request().value()) + ": "
                        + i.decision().value().label())
                .limit(3)
                .collect(Collectors.joining("; "));
    }

    private String summarize() {
        var issues = letter.issues();
        var counts = Stream.of(Decision.values())
                .map(d -> new Counted(
                        d,
                        issues.stream().filter(i -> i.decision().value() == d).count()))
                .filter(c -> c.issues() > 0)
                .map(c -> issues.size() == 1
                        ? c.decision().label()
                        : c.issues() + " " + c.decision().label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        var decided = letter.header()
                .dates()
                .decided()
                .map(d -> "decided " + DateView.of(d.value()).label());
        var reviewer =
                letter.reviewer().specialties().stream().map(Located::value).collect(Collectors.joining(", "));
        return Stream.of(
                        Optional.of(
                                issues.size() == 1 ? counts : PageText.count(issues.size(), "issue") + ": " + counts),
                        decided,
                        Optional.of(reviewer).filter(r -> !r.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private record Counted(Decision decision, long issues) {}

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        var dates = letter.header().dates();
        day(facts, "Decided", dates.decided());
        text(facts, "Reviewer", letter.reviewer().specialties());
        text(facts, "Licensed in", letter.reviewer().licensure());
        patient().ifPresent(p -> facts.add(new Fact("Patient", p, Optional.empty())));
        day(facts, "Date of injury", dates.injury());
        day(facts, "UR denial date", dates.utilizationReview());
        day(facts, "Application received", dates.received());
        day(facts, "Assigned", dates.assigned());
        letter.header().priority().ifPresent(p -> facts.add(new Fact("Priority", p.value(), Optional.empty())));
        return facts;
    }

    private Optional<String> patient() {
        var narrative = letter.narrative();
        var words = Stream.concat(
                        narrative.age().map(a -> a.value() + " years").stream(),
                        narrative.sex().map(Located::value).stream())
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    private static void day(List<Fact> facts, String label, Optional<Located<LocalDate>> day) {
        day.map(d -> DateView.of(d.value()))
                .ifPresent(d -> facts.add(new Fact(label, d.label(), Optional.of(d.iso()))));
    }

    private static void text(List<Fact> facts, String label, List<Located<String>> values) {
        if (!values.isEmpty()) {
            var text = values.stream().map(Located::value).collect(Collectors.joining(", "));
            facts.add(new Fact(label, text, Optional.empty()));
        }
    }

    private Marks marks(MarkNumbering marking) {
        var sections = new ArrayList<Section>();
        letter.issues().forEach(i -> {
            int count = marking.count(TextField.REQUEST, i.number()) + marking.count(TextField.RATIONALE, i.number());
            section(sections, "Issue " + i.number(), "#issue-" + i.number(), count);
        });
        section(sections, "Clinical summary", "#summary", marking.count(TextField.SUMMARY, 0));
        return new Marks(marking.total(), List.copyOf(sections));
    }

    private static void section(List<Section> sections, String label, String href, int count) {
        if (count > 0) {
            sections.add(new Section(label, href, count));
        }
    }

    private Provenance provenance() {
        var path = PageAddress.determinationPath(letter.id());
        return new Provenance(
                letter.origin().source(),
                letter.origin().layout().label(),
                letter.origin().scanned(),
                letter.origin().fictional(),
                new LetterView.Ingested(DateView.of(stored.firstSeen()), DateView.of(stored.lastChanged())),
                new LetterView.Links(path + ".json", path + ".txt", original, path + "/corrections"));
    }
}
