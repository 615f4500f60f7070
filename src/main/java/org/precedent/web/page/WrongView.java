package org.precedent.web.page;

import java.util.List;
import java.util.Optional;
import org.precedent.search.Interpretation;

/**
 * What {@code pages/wrong} shows: the query, where it goes wrong, and ways on.
 *
 * @param query as typed
 * @param sentence what is wrong and where
 * @param caret blanks and carets to stand under the query
 * @param suggestion the query put right
 * @param literally the search that takes all of it as words
 * @param carried the other parameters of the search, for the form to send along
 * @param filters what was chosen beside the text, which stays
 */
public record WrongView(
        String query,
        String sentence,
        String caret,
        Optional<Link> suggestion,
        String literally,
        List<Field> carried,
        List<Chip> filters) {
    static WrongView of(Address address, Interpretation.Wrong wrong) {
        var error = wrong.error();
        return new WrongView(
                address.request().text(),
                Asking.sentence(error.sentence()),
                error.caret(),
                error.suggestion()
                        .map(s -> new Link(s, address.to(address.request().withText(s)))),
                address.to(wrong.literally()),
                Field.of(address.request().withText("")),
                Chip.filters(address));
    }
}
