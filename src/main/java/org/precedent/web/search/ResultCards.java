package org.precedent.web.search;

import java.util.List;
import org.precedent.search.Snippet.Piece;
import org.precedent.web.http.BasePath;
import org.precedent.web.search.ResultCard.IssueCard;
import org.precedent.web.view.DateView;
import org.precedent.web.view.ListDialect;
import org.precedent.web.view.MarkedPieces;
import org.precedent.web.view.PageLink;

/**
 * Thymeleaf attribute {@code result:cards="${view.entries().letters()}"}: writes one list item for each {@link ResultCard}. As template
 * elements, twenty cards had five hundred attributes to evaluate, which took half of a page's rendering time.
 */
public final class ResultCards extends ListDialect<ResultCard> {
    private final BasePath base;

    /**
     * Creates the dialect.
     *
     * @param base prefixed to the path of every link
     */
    public ResultCards(BasePath base) {
        super("Result cards", "result", "cards", ResultCard.class);
        this.base = base;
    }

    @Override
    protected void append(ResultCard card, StringBuilder html) {
        var first = card.first();
        html.append("<li class=\"letter\"><div class=\"issue\"><h2>");
        appendOpeningTag("a class=\"open\"", first.heading().href(), html);
        appendPieces(first.title().pieces(), html);
        html.append("</a></h2>");
        appendLine(first, html);
        appendPassages(card, html);
        appendDetails(card, html);
        html.append("</div>");
        if (!card.otherIssues().isEmpty()) {
            html.append("<ul class=\"others\">");
            card.otherIssues().forEach(issue -> appendFurther(issue, html));
            html.append("</ul>");
        }
        card.folded().ifPresent(folded -> {
            html.append("<p class=\"folded\">");
            appendLink(new PageLink(folded, card.heading().href()), html);
            html.append("</p>");
        });
        html.append("</li>");
    }

    private void appendLine(IssueCard issue, StringBuilder html) {
        var decision = issue.decision();
        html.append("<p class=\"line\"><span class=\"badge ")
                .append(decision.kind())
                .append("\">");
        appendElement("b", decision.label(), html);
        html.append(": ").append(escaped(decision.effect())).append("</span>");
        if (!issue.facts().isEmpty()) {
            appendElement("em", issue.facts(), html);
        }
        issue.guidelines().forEach(guideline -> appendLink(guideline, html));
        issue.why().grounds().ifPresent(grounds -> appendElement("i", grounds, html));
        html.append("</p>");
    }

    private static void appendPassages(ResultCard card, StringBuilder html) {
        var passages = card.first().why().passages();
        if (passages.isEmpty() && card.summary().isEmpty()) {
            return;
        }
        html.append("<blockquote class=\"why\">");
        card.summary().ifPresent(summary -> {
            html.append("<p>In the clinical summary: ");
            appendPieces(summary.pieces(), html);
            html.append("</p>");
        });
        for (var passage : passages) {
            html.append("<p>");
            appendPieces(passage.pieces(), html);
            html.append("</p>");
        }
        html.append("</blockquote>");
    }

    private static void appendDetails(ResultCard card, StringBuilder html) {
        var details = card.details();
        html.append("<div class=\"meta\">");
        appendElement("b", card.heading().name(), html);
        details.decided().ifPresent(day -> appendDay(day, html));
        if (!details.specialties().isEmpty()) {
            appendElement("span", details.specialties(), html);
        }
        card.matching().ifPresent(matching -> {
            html.append("<span class=\"of\">").append(escaped(matching)).append("</span>");
        });
        if (card.heading().fictional()) {
            appendElement("span", "fictional", html);
        }
        details.added().ifPresent(day -> {
            html.append("<span class=\"added\">added ");
            appendDay(day, html);
            html.append("</span>");
        });
        card.first().notes().match().ifPresent(match -> {
            html.append(" <details><summary>Why</summary> ")
                    .append(escaped(match))
                    .append("</details>");
        });
        appendCheckbox(card, html);
        html.append("</div>");
    }

    private static void appendCheckbox(ResultCard card, StringBuilder html) {
        var issue = card.first().heading();
        html.append(" <label class=\"pick\"><input form=\"picks\" type=\"checkbox\" name=\"i\" value=\"")
                .append(escaped(issue.key()))
                .append("\" aria-label=\"Select ")
                .append(escaped(card.heading().name()))
                .append(" issue ")
                .append(issue.number())
                .append(issue.selected() ? "\" checked> Select</label>" : "\"> Select</label>");
    }

    private void appendFurther(IssueCard issue, StringBuilder html) {
        html.append("<li class=\"issue\"><h3>");
        appendOpeningTag("a", issue.heading().href(), html);
        appendPieces(issue.title().pieces(), html);
        html.append("</a></h3> <b class=\"")
                .append(issue.decision().kind())
                .append("\">")
                .append(escaped(issue.decision().label()))
                .append("</b> <span class=\"of\">Issue ")
                .append(issue.heading().number())
                .append("</span></li>");
    }

    private void appendLink(PageLink link, StringBuilder html) {
        appendOpeningTag("a", link.href(), html);
        html.append(escaped(link.label())).append("</a>");
    }

    private void appendOpeningTag(String start, String href, StringBuilder html) {
        html.append('<').append(start).append(" href=\"");
        appendAddress(base.toExternal(href), html);
        html.append("\">");
    }

    private static void appendElement(String name, String text, StringBuilder html) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    private static void appendDay(DateView day, StringBuilder html) {
        html.append("<time datetime=\"")
                .append(escaped(day.iso()))
                .append("\">")
                .append(escaped(day.label()))
                .append("</time>");
    }

    private static void appendPieces(List<Piece> pieces, StringBuilder html) {
        pieces.forEach(piece -> MarkedPieces.write(piece, html));
    }
}
