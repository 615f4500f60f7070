package org.precedent.web.search;

import java.util.List;
import java.util.Optional;
import org.precedent.search.interpret.Interpretation;
import org.precedent.web.view.Chip;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;

/**
 * View of {@code pages/wrong}: the query, the position of the error, and remedies.
 *
 * @param query as typed
 * @param sentence what is wrong and where
 * @param caret blanks and carets to stand under the query
 * @param suggestion the query put right
 * @param literally the search that takes all of it as words
 * @param carried the other parameters of the search, for the form to send along
 * @param filters what was chosen beside the text, which stays
 */
public record QueryErrorView(
        String query,
        String sentence,
        String caret,
        Optional<PageLink> suggestion,
        String literally,
        List<HiddenField> carried,
        List<Chip> filters) {
    static QueryErrorView of(PageAddress address, Interpretation.Wrong wrong) {
        var error = wrong.error();
        return new QueryErrorView(
                address.request().text(),
                RequestParsing.sentence(error.sentence()),
                error.caret(),
                error.suggestion()
                        .map(s -> new PageLink(s, address.to(address.request().withText(s)))),
                address.to(wrong.literally()),
                HiddenField.list(address.request().withText("")),
                Chip.filters(address));
    }
}
