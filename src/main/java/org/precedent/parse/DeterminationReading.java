package org.precedent.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.determination.Dates;
import org.precedent.determination.Determination;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Finding;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.Reasoning;
import org.precedent.determination.Layout;
import org.precedent.determination.Located;
import org.precedent.determination.Origin;
import org.precedent.determination.Reason;
import org.precedent.determination.Reviewer;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.parse.citation.GuidelineLineParser;
import org.precedent.parse.issue.DisputeIssueParser;
import org.precedent.parse.issue.HeadedIssueParser;
import org.precedent.parse.issue.IssueText;
import org.precedent.parse.issue.NoticeIssueParser;
import org.precedent.parse.issue.NumberedIssueParser;
import org.precedent.parse.issue.RequestNumbers;
import org.precedent.parse.layout.ApplicationSentence;
import org.precedent.parse.layout.CaseHeaderParser;
import org.precedent.parse.layout.LayoutDetector;
import org.precedent.parse.layout.LetterBoundary;
import org.precedent.parse.layout.NarrativeParser;
import org.precedent.parse.layout.OpinionCaption;
import org.precedent.parse.layout.Outline;
import org.precedent.parse.layout.RunningHeader;
import org.precedent.parse.layout.Section;
import org.precedent.parse.privacy.FileNames;
import org.precedent.parse.privacy.PersonalDataFinder;
import org.precedent.parse.reason.ReasonReader;
import org.precedent.parse.reason.ReasonReader.ReasonMention;
import org.precedent.parse.request.RequestSubject;
import org.precedent.parse.reviewer.ReviewerParser;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.StepCounter;

/**
 * Parses one determination: runs the parsing steps on its text and assembles the result.
 */
final class DeterminationReading {
    /** Maximum number of characters of a request searched for its subject; anything longer is not a heading. */
    private static final int MAX_REQUEST_LENGTH = 4_000;

    private final Lexicon lexicon;
    private final ReasonReader reasons;
    private final Letter source;
    private final FoldedText letter;
    private final Outline outline;
    private final Layout layout;
    private final StepCounter counter;
    private final List<Finding> findings = new ArrayList<>();

    private DeterminationReading(Lexicon lexicon, ReasonReader reasons, Letter source, StepCounter counter) {
        this.counter = counter;
        this.lexicon = lexicon;
        this.reasons = reasons;
        this.source = source;
        var whole = FoldedText.slice(source.text(), counter);
        var sections = Outline.of(whole);
        var first = LetterBoundary.end(whole, sections);
        boolean several = first < whole.text().length();
        this.letter = several ? whole.truncatedAt(first) : whole;
        this.outline = several ? Outline.of(letter) : sections;
        this.layout = LayoutDetector.detect(letter, outline);
        if (source.scanned()) {
            findings.add(new Finding(Finding.Kind.SCANNED, "the text was recognized from images", new Span(0, 0)));
        }
        if (several) {
            findings.add(new Finding(
                    Finding.Kind.SEVERAL_LETTERS,
                    "the file contains more than one determination; only the first was read",
                    whole.span(first, whole.text().length())));
        }
    }

    static Parsed read(Lexicon lexicon, ReasonReader reasons, Letter source, StepCounter counter) {
        return new DeterminationReading(lexicon, reasons, source, counter).read();
    }

    private Parsed read() {
        var texts = issueTexts();
        if (texts.isEmpty()) {
            findings.addFirst(new Finding(Finding.Kind.NO_ISSUE, reasonForNoIssue(), letter.empty(0)));
            return new Parsed.Unreadable(findings);
        }
        var header = header();
        var reviewer = reviewer();
        var narrative = NarrativeParser.read(letter, outline);
        var issues = issues(texts);
        ConsistencyChecks.run(letter, outline, layout, header, texts, findings);
        notePersonalData();
        return new Parsed.Read(new Determination(
                id(header),
                new Origin(source.source(), source.sha256(), layout, source.scanned(), isFictional(), source.text()),
                header,
                reviewer,
                narrative,
                issues,
                findings));
    }

    private void notePersonalData() {
        if (FileNames.identify(lexicon, source.source())) {
            findings.add(new Finding(
                    Finding.Kind.PERSONAL_DATA,
                    "the file name looks like a person's name; --redact replaces it",
                    letter.empty(0)));
        }
        findings.addAll(PersonalDataFinder.find(lexicon, new CountedText(source.text(), counter)));
    }

    private String reasonForNoIssue() {
        if (letter.text().isBlank()) {
            return "no text";
        }
        return isOpinion()
                ? "a court or appeals board opinion, or an evaluator's report: expected the determination itself"
                : "no heading with a decision was found: expected \"...: Upheld\" or \"...: Overturned\", and a guideline or rationale line after it";
    }

    private boolean isOpinion() {
        return OpinionCaption.isOpinion(letter, outline.start(letter));
    }

    private List<IssueText> issueTexts() {
        if (isOpinion()) {
            return List.of();
        }
        return switch (layout) {
            case L0 -> DisputeIssueParser.read(letter, outline, findings);
            case L1 -> NoticeIssueParser.read(letter, outline, findings);
            case L2 -> {
                var labeled = HeadedIssueParser.read(letter, body(Section.DECISIONS), true, findings);
                yield labeled.isEmpty() ? NumberedIssueParser.read(letter, body(Section.DECISIONS)) : labeled;
            }
            case L3A, L3B -> HeadedIssueParser.read(letter, body(Section.ISSUES), true, findings);
            case UNKNOWN ->
                HeadedIssueParser.read(letter, new Range(0, letter.text().length()), false, findings);
        };
    }

    private Range body(Section section) {
        return outline.first(section)
                .map(p -> new Range(p.body().start(), letter.text().length()))
                .orElse(new Range(0, letter.text().length()));
    }

    private CaseHeader header() {
        var block = CaseHeaderParser.read(letter, outline.start(letter), findings);
        var header = block.caseNumber().isPresent()
                ? block
                : new CaseHeader(
                        RunningHeader.caseNumber(new CountedText(source.text(), counter)),
                        block.dates(),
                        block.priority());
        boolean absent = header.caseNumber().isEmpty() && header.dates().equals(Dates.NONE);
        var dates = absent ? NarrativeParser.dates(letter, outline) : header.dates();
        return new CaseHeader(header.caseNumber(), ApplicationSentence.complete(dates, letter), header.priority());
    }

    private Reviewer reviewer() {
        var section = outline.first(Section.REVIEWER)
                .or(() -> outline.first(Section.QUALIFICATIONS))
                .map(Outline.Part::body);
        return ReviewerParser.parse(letter, section, lexicon, findings);
    }

    private List<Issue> issues(List<IssueText> texts) {
        var citations = new GuidelineLineParser(letter, lexicon);
        var requests = RequestNumbers.strip(letter, texts, layout);
        var reasoning = new IssueReasoning(letter, reasons);
        var issues = new ArrayList<Issue>();
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var subject = subject(requests.get(i));
            issues.add(new Issue(
                    i + 1,
                    letter.located(requests.get(i)).map(DeterminationReading::oneLine),
                    text.decision(),
                    subject,
                    citations.read(text.reviewer()),
                    citations.read(text.administrator()),
                    reasoning.read(text, subject)));
        }
        return issues;
    }

    private Subject subject(Range request) {
        var read = letter.trimmed(request.start(), Math.min(request.end(), request.start() + MAX_REQUEST_LENGTH));
        return RequestSubject.read(lexicon.facets(), lexicon.words(), letter.counted(read))
                .mapSpans(s -> letter.span(request.start() + s.start(), request.start() + s.end()));
    }

    private static String oneLine(String request) {
        return request.replace("\n\n", " ");
    }

    private String id(CaseHeader header) {
        return header.caseNumber().map(Located::value).orElseGet(() -> {
            var name =
                    source.source().substring(source.source().replace('\\', '/').lastIndexOf('/') + 1);
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        });
    }

    private boolean isFictional() {
        return source.text().contains(LetterBoundary.BANNER)
                && source.text().lines().anyMatch(l -> l.strip().startsWith(LetterBoundary.BANNER));
    }

    /**
     * Reads the rationale of an issue and the reasons for the decision in it.
     */
    private static final class IssueReasoning {
        /** Maximum number of characters of a rationale searched for reasons; ten times the longest real one. */
        private static final int MAX_RATIONALE_LENGTH = 40_000;

        private final FoldedText letter;
        private final ReasonReader reader;

        IssueReasoning(FoldedText letter, ReasonReader reader) {
            this.letter = letter;
            this.reader = reader;
        }

        Reasoning read(IssueText issue, Subject subject) {
            return issue.rationale()
                    .map(range -> new Reasoning(Optional.of(letter.located(range)), reasons(issue, range, subject)))
                    .orElseGet(() -> new Reasoning(Optional.empty(), List.of()));
        }

        private List<Reason> reasons(IssueText issue, Range rationale, Subject subject) {
            return reader
                    .read(
                            letter.slice(start(rationale)),
                            disputed(issue, subject),
                            issue.decision().value())
                    .stream()
                    .map(mention -> reason(mention, rationale.start()))
                    .toList();
        }

        private static Range start(Range rationale) {
            return new Range(rationale.start(), Math.min(rationale.end(), rationale.start() + MAX_RATIONALE_LENGTH));
        }

        /**
         * Returns the request together with the generic names of what it requests, because a rationale often refers to a brand by its
         * ingredient or drug class.
         */
        private String disputed(IssueText issue, Subject subject) {
            return Stream.concat(
                            Stream.of(letter.slice(issue.request())),
                            Stream.concat(subject.items().stream(), subject.subcategory().stream())
                                    .map(Located::value))
                    .collect(Collectors.joining(" "));
        }

        private Reason reason(ReasonMention mention, int offset) {
            var sentence = new Range(offset + mention.start(), offset + mention.end());
            return new Reason(mention.reason().id(), mention.reason().label(), letter.located(sentence));
        }
    }
}
