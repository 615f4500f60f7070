package org.precedent.web.search;

import java.util.List;
import java.util.Optional;
import org.precedent.web.view.Chip;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.Paging;

/**
 * View of {@code pages/search}.
 *
 * @param title of the document, query and count first
 * @param form the search box
 * @param found the size of the result
 * @param narrowing what bounds the result and what would bound it further
 * @param outcomes how the issues were decided, in short; empty when nothing is found
 * @param entries this page's determinations
 * @param tools ways to order, show, keep and export the result
 */
public record ResultsView(
        String title,
        SearchForm form,
        Found found,
        Narrowing narrowing,
        Optional<Outcomes> outcomes,
        Entries entries,
        Tools tools) {

    /**
     * The search box.
     *
     * @param query its text
     * @param carried the other parameters of the search, which the form sends along
     */
    public record SearchForm(String query, List<HiddenField> carried) {
        public SearchForm {
            carried = List.copyOf(carried);
        }
    }

    /**
     * Ways to narrow or widen the search.
     *
     * @param constraints chips and other readings of the words
     * @param rail the facets and the dates
     * @param shown leads from the rail to the result, where they are not side by side
     */
    public record Narrowing(Constraints constraints, Rail rail, PageLink shown) {}

    /**
     * The determinations of a page.
     *
     * @param letters in their order
     * @param related issues that come near a short result, one a card
     * @param paging where this page stands
     * @param advice what to do where nothing is found; empty where something is
     */
    public record Entries(List<ResultCard> letters, List<ResultCard> related, Paging paging, Advice advice) {
        public Entries {
            letters = List.copyOf(letters);
            related = List.copyOf(related);
        }
    }

    /**
     * The size of the result.
     *
     * @param sentence what is searched, in words
     * @param letters printed with the noun
     * @param issues printed with the noun
     * @param match which set of a search of plain words is shown; empty where there is only one
     * @param otherMatch the other set
     * @param inSummaries the same search with the clinical summaries searched too; empty where it finds no more
     */
    public record Found(
            String sentence,
            String letters,
            String issues,
            Optional<String> match,
            Optional<PageLink> otherMatch,
            Optional<PageLink> inSummaries) {}

    /**
     * What bounds the result.
     *
     * @param understood words taken as facet values
     * @param filters what was chosen in addition to the text
     * @param clear the search without filters; empty where there are none
     * @param allWords the search with every word taken as a word; empty where none is understood
     * @param offers other readings of ambiguous words
     * @param scope the same search in the other scope; empty where one constraint is all there is
     */
    public record Constraints(
            List<Chip> understood,
            List<Chip> filters,
            Optional<String> clear,
            Optional<String> allWords,
            List<PageLink> offers,
            Optional<PageLink> scope) {}

    /**
     * The filter rail.
     *
     * @param facets in their order
     * @param from first day, ISO 8601 or empty
     * @param to last day, ISO 8601 or empty
     * @param carried the search without its dates, for the form of the dates
     * @param search the whole search, for the form of the values to leave out
     * @param recent the last days, as far as letters were decided in them
     * @param active how many filters there are
     */
    public record Rail(
            List<FacetView> facets,
            String from,
            String to,
            List<HiddenField> carried,
            List<HiddenField> search,
            List<PageLink> recent,
            int active) {}

    /**
     * The decisions of the result, in short. The charts have a page of their own, which is fetched when they are opened.
     *
     * @param rate the overturned issues
     * @param charts address of the charts
     * @param insights address of the tables of outcomes of this search; empty where the result is widened, for which there are no rates
     */
    public record Outcomes(String rate, String charts, Optional<String> insights) {}

    /**
     * What can be done with the result as a whole.
     *
     * @param sorts the orders
     * @param sizes the page sizes
     * @param views list and table
     * @param table whether the table is shown
     * @param exports the result in other forms
     * @param saveUrl the search as saved links keep it
     * @param saveName a name to save it under
     */
    public record Tools(
            List<Choice> sorts,
            List<Choice> sizes,
            List<Choice> views,
            boolean table,
            List<PageLink> exports,
            String saveUrl,
            String saveName) {}

    /**
     * One of several ways.
     *
     * @param label for people
     * @param href its address
     * @param current whether it is the present one
     */
    public record Choice(String label, String href, boolean current) {}

    /**
     * What to do where nothing is found.
     *
     * @param lines each a way on
     * @param spelling other spellings
     */
    public record Advice(List<PageLink> lines, List<PageLink> spelling) {
        static final Advice NONE = new Advice(List.of(), List.of());
    }
}
