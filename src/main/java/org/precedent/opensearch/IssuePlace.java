package org.precedent.opensearch;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.precedent.opensearch.ResultCursor.Found;
import org.precedent.opensearch.ResultCursor.FoundIssue;
import org.precedent.opensearch.ResultCursor.RankedIssue;
import org.precedent.search.SearchEngine;

/**
 * The place in a list of single issues after which a page starts, {@code CM16-0213037#2}.
 *
 * @param walk cursor over the result
 * @param issue the issue at the place
 */
record IssuePlace(ResultCursor walk, RankedIssue issue) {
    private static final Pattern PLACE = Pattern.compile("(.+)#([1-9][0-9]{0,5})");
    private static final int PART = 5_000;

    /**
     * Finds a place in a result.
     *
     * @throws SearchEngine.NotInResult when it is not part of the result
     */
    static IssuePlace find(ResultCursor walk, String place) {
        var matcher = PLACE.matcher(place);
        if (!matcher.matches()) {
            throw new SearchEngine.NotInResult(place);
        }
        int number = Integer.parseInt(matcher.group(2));
        return walk.findWithoutTexts(matcher.group(1))
                .flatMap(found -> issue(found, number).map(i -> new IssuePlace(walk, new RankedIssue(found, i))))
                .orElseThrow(() -> new SearchEngine.NotInResult(place));
    }

    private static java.util.Optional<FoundIssue> issue(Found found, int number) {
        return found.issues().stream().filter(i -> i.number() == number).findFirst();
    }

    /** The issues that follow, at most {@code count}. */
    List<RankedIssue> after(int count) {
        if (walk.isByScore()) {
            return walk.issues(i -> ResultCursor.BY_SCORE.compare(i, issue) > 0, count, PART);
        }
        var own = issue.determination().issues().stream()
                .filter(i -> i.number() > issue.issue().number())
                .map(i -> new RankedIssue(issue.determination(), i));
        var others = walk.after(issue.determination().id()).issues(i -> true, count, Math.min(PART, count + 1));
        return Stream.concat(own, others.stream()).limit(count).toList();
    }
}
