package org.precedent.web.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;
import org.precedent.saved.Folder;
import org.precedent.search.IssueHit;
import org.precedent.search.IssueHit.SubjectLabels;
import org.precedent.search.LetterHit;
import org.precedent.search.LetterHit.DeterminationFacts;
import org.precedent.search.LetterHit.IngestTimes;
import org.precedent.search.SearchEngine;
import org.precedent.search.Snippet;
import org.precedent.search.StoredLetter;
import org.precedent.search.query.Query;

/**
 * The issues of a folder with their current content in the index. A determination that was replaced after the issue was added is shown in
 * its current form and marked as changed; an issue no longer in the index keeps its position and note.
 *
 * @param entries in the order of the folder
 */
record FolderContents(List<Entry> entries) {
    private static final int PASSAGE = 400;

    FolderContents {
        entries = List.copyOf(entries);
    }

    /**
     * An entry of a folder.
     *
     * @param item position and note in the folder
     * @param found the issue in the index; empty when it is no longer there
     */
    record Entry(Folder.Item item, Optional<Found> found) {
        /** Whether the determination changed since the issue was added. */
        boolean changed() {
            return found.filter(
                            f -> f.letter().lastChanged().isAfter(item.added().indexAsOf()))
                    .isPresent();
        }
    }

    record Found(StoredLetter letter, Issue issue) {}

    /** Looks up every issue of a folder, reading each determination once. */
    static FolderContents read(SearchEngine engine, Folder folder) {
        Map<String, Optional<StoredLetter>> letters = new LinkedHashMap<>();
        return new FolderContents(folder.issues().stream()
                .map(item -> {
                    var letter = letters.computeIfAbsent(
                            item.key().determination(), id -> engine.findLetter(id, new Query.Everything()));
                    return new Entry(
                            item, letter.flatMap(l -> found(l, item.key().issue())));
                })
                .toList());
    }

    private static Optional<Found> found(StoredLetter letter, int number) {
        return letter.determination().issues().stream()
                .filter(issue -> issue.number() == number)
                .findFirst()
                .map(issue -> new Found(letter, issue));
    }

    /**
     * The issues found in the index, as a result for the export formats: each determination once, at the position of its first issue.
     */
    List<LetterHit> hits() {
        return entries.stream()
                .flatMap(entry -> entry.found().stream())
                .collect(Collectors.groupingBy(
                        found -> found.letter().determination().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(FolderContents::hit)
                .toList();
    }

    private static LetterHit hit(List<Found> issues) {
        var letter = issues.getFirst().letter();
        return new LetterHit(
                DeterminationFacts.of(letter.determination()),
                new IngestTimes(letter.firstSeen(), letter.lastChanged()),
                issues.stream().map(found -> hit(found.issue())).toList(),
                0,
                Optional.empty());
    }

    private static IssueHit hit(Issue issue) {
        return new IssueHit(
                issue.number(),
                plain(issue.request().value()),
                issue.decision().value(),
                SubjectLabels.of(issue.subject()),
                issue.reviewerGuidelines().citations(),
                issue.reasons().stream().map(Reason::label).toList(),
                issue.rationale().map(Located::value).map(FolderContents::opening).stream()
                        .toList());
    }

    private static Snippet opening(String rationale) {
        if (rationale.length() <= PASSAGE) {
            return plain(rationale);
        }
        int end = rationale.lastIndexOf(' ', PASSAGE);
        return plain(rationale.substring(0, end < 1 ? PASSAGE : end) + " …");
    }

    private static Snippet plain(String text) {
        return new Snippet(List.of(new Snippet.Piece(text, false)));
    }
}
