package org.precedent.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.precedent.determination.Citation;
import org.precedent.determination.Decision;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.SearchPage;
import org.precedent.search.Snippet;

/**
 * Prints a page of results for a terminal: decisions and highlighted words in color where supported, otherwise highlighted words between
 * asterisks.
 */
public final class TerminalResults {
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String RESET = "\u001b[0m";
    private static final int WIDTH = 96;

    private final PrintWriter out;
    private final boolean color;

    public TerminalResults(PrintWriter out, boolean color) {
        this.out = out;
        this.color = color;
    }

    public void print(SearchPage page) {
        page.letters().forEach(this::letter);
    }

    private void letter(LetterHit letter) {
        var facts = String.join(
                ", ",
                letter.facts().decided().map(d -> "decided " + d).orElse("no decision date"),
                letter.facts().specialties().isEmpty()
                        ? "no specialty stated"
                        : String.join("; ", letter.facts().specialties()),
                letter.issues().size() + " of " + count(letter.facts().issueCount(), "issue"));
        out.println(paint(BOLD, letter.id()) + "  "
                + paint(DIM, facts + (letter.facts().fictional() ? ", FICTIONAL" : "")));
        letter.issues().forEach(this::issue);
        letter.summary()
                .ifPresent(s ->
                        wrap("In the clinical summary: " + marked(s)).forEach(line -> out.println("     " + line)));
        out.println();
    }

    private void issue(IssueHit issue) {
        out.println("  " + issue.number() + ". " + marked(issue.request()));
        out.println("     "
                + paint(
                        colorOf(issue.decision()),
                        issue.decision().label() + ": " + issue.decision().effect()) + guidelines(issue.guidelines()));
        issue.grounds().ifPresent(g -> wrap(g).forEach(line -> out.println("     " + line)));
        issue.snippets().forEach(s -> wrap(marked(s)).forEach(line -> out.println("     " + line)));
    }

    private static String guidelines(List<Citation> cited) {
        return cited.isEmpty()
                ? "  [no guideline cited]"
                : cited.stream().map(Citation::label).distinct().collect(Collectors.joining("; ", "  [", "]"));
    }

    private String marked(Snippet snippet) {
        return snippet.pieces().stream()
                .map(p -> p.hit() ? mark(p.text()) : p.text())
                .collect(Collectors.joining());
    }

    private String mark(String words) {
        return color ? YELLOW + BOLD + words + RESET : "*" + words + "*";
    }

    private String paint(String code, String words) {
        return color ? code + words + RESET : words;
    }

    private static String colorOf(Decision decision) {
        return switch (decision) {
            case UPHELD -> RED;
            case OVERTURNED -> GREEN;
            case PARTLY_OVERTURNED -> YELLOW;
        };
    }

    private static List<String> wrap(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    public static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    public static String count(long number, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
    }
}
