package org.precedent.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.determination.Citation;
import org.precedent.determination.Decision;
import org.precedent.determination.Located;
import org.precedent.determination.Subject;
import org.precedent.search.Snippet.Piece;
import org.precedent.vocabulary.RequestTitle;

/**
 * A matching issue of a search result.
 *
 * @param number one-based position in the determination
 * @param request the disputed item, with query words highlighted
 * @param decision the reviewer's decision
 * @param labels its subject as vocabulary labels
 * @param guidelines guidelines the reviewer cited
 * @param reasons labels of the reviewer's grounds; empty when none were recognized
 * @param snippets one to three passages of the rationale; never empty if the issue has a rationale
 */
public record IssueHit(
        int number,
        Snippet request,
        Decision decision,
        SubjectLabels labels,
        List<Citation> guidelines,
        List<String> reasons,
        List<Snippet> snippets) {
    public IssueHit {
        guidelines = List.copyOf(guidelines);
        reasons = List.copyOf(reasons);
        snippets = List.copyOf(snippets);
    }

    /**
     * The grounds of the decision as one line of display text: {@code Ground: conservative care not shown}; empty when none were
     * recognized.
     */
    public Optional<String> grounds() {
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of((reasons.size() == 1 ? "Ground: " : "Grounds: ")
                        + reasons.stream().map(IssueHit::withinLine).collect(Collectors.joining("; ")));
    }

    private static String withinLine(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /**
     * The request shortened to a heading by {@link RequestTitle}, with the highlights that fall within it.
     */
    public Snippet title() {
        var text = request.text();
        var titles = RequestTitle.bundled();
        var span = titles.span(text);
        var cased = titles.sentenceCase(text);
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var piece : request.pieces()) {
            int from = Math.max(at, span.start());
            int to = Math.min(at + piece.text().length(), span.end());
            if (from < to) {
                var part = cased.substring(from, to);
                pieces.add(new Piece(pieces.isEmpty() ? RequestTitle.capitalized(part) : part, piece.hit()));
            }
            at += piece.text().length();
        }
        return new Snippet(pieces);
    }

    /**
     * The request shortened to a heading by {@link RequestTitle}.
     */
    public static String title(String request) {
        return RequestTitle.bundled().compose(request);
    }

    /**
     * The subject of an issue as vocabulary labels.
     *
     * @param modalities imaging modalities; empty when no imaging study is requested
     * @param regions body regions; empty when none is stated
     * @param laterality {@code Right}, {@code Left} or {@code Bilateral}; empty when none
     * @param treatment treatment category; empty when unknown
     */
    public record SubjectLabels(
            List<String> modalities, List<String> regions, Optional<String> laterality, Optional<String> treatment) {
        public SubjectLabels {
            modalities = List.copyOf(modalities);
            regions = List.copyOf(regions);
        }

        public static SubjectLabels of(Subject subject) {
            return new SubjectLabels(
                    subject.modalities().stream().map(Located::value).toList(),
                    subject.regions().stream().map(Located::value).toList(),
                    subject.laterality().map(l -> l.value().label()),
                    subject.treatment().map(Located::value));
        }
    }
}
