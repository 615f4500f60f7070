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
 * @param title HTML title of the page, starting with query and count
 * @param form the search box
 * @param found the size of the result
 * @param narrowing constraints on the result and ways to narrow it
 * @param outcomes summary of the decisions; empty if nothing is found
 * @param entries this page's determinations
 * @param tools controls to sort, display, save and export the result
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
     * @param query the query text
     * @param hiddenFields the other parameters of the search, submitted as hidden fields
     */
    public record SearchForm(String query, List<HiddenField> hiddenFields) {
        public SearchForm {
            hiddenFields = List.copyOf(hiddenFields);
        }
    }

    /**
     * Ways to narrow or widen the search.
     *
     * @param constraints constraint chips and alternative interpretations of the query
     * @param rail facets and date range
     * @param shown link from the filter rail to the results, for layouts where they are not side by side
     */
    public record Narrowing(Constraints constraints, Rail rail, PageLink shown) {}

    /**
     * The determinations of a page.
     *
     * @param letters in result order
     * @param related issues similar to a short result, one per card
     * @param paging position of this page
     * @param advice what to try if nothing is found; empty otherwise
     */
    public record Entries(List<ResultCard> letters, List<ResultCard> related, Paging paging, Advice advice) {
        public Entries {
            letters = List.copyOf(letters);
            related = List.copyOf(related);
        }
    }

    /**
     * Size of the result.
     *
     * @param sentence description of the search
     * @param letters number of determinations, formatted with the noun
     * @param issues number of issues, formatted with the noun
     * @param match notice that a plain-word search was widened to partial matches; empty if it was not
     * @param otherMatch link to the same search with or without partial matches; empty if both give the same result
     * @param inSummaries link to the same search including clinical summaries; empty if that finds nothing more
     */
    public record Found(
            String sentence,
            String letters,
            String issues,
            Optional<String> match,
            Optional<PageLink> otherMatch,
            Optional<PageLink> inSummaries) {}

    /**
     * Constraints on the result.
     *
     * @param understood words of the query recognized as facet values
     * @param filters filters selected in addition to the text
     * @param clear URL of the search without filters; empty if there are none
     * @param allWords URL of the search with every word taken literally; empty if no word was recognized as a facet value
     * @param offers alternative interpretations of ambiguous words
     * @param scope the same search in the other scope (issue or determination); empty if there is only one constraint
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
     * @param facets facets in display order
     * @param from first decision date, ISO 8601; or an empty string
     * @param to last decision date, ISO 8601; or an empty string
     * @param hiddenFields the search without its dates, as hidden fields of the date form
     * @param search the whole search, as hidden fields of the form that excludes values
     * @param recent links to recent periods that have determinations
     * @param active number of active filters
     */
    public record Rail(
            List<FacetView> facets,
            String from,
            String to,
            List<HiddenField> hiddenFields,
            List<HiddenField> search,
            List<PageLink> recent,
            int active) {}

    /**
     * Summary of the decisions. The charts are a separate page, fetched when the user opens them.
     *
     * @param rate the overturn rate
     * @param charts URL of the charts
     * @param insights URL of the outcome tables for this search; empty for a widened result, for which there are no rates
     */
    public record Outcomes(String rate, String charts, Optional<String> insights) {}

    /**
     * Controls that apply to the result as a whole.
     *
     * @param sorts sort orders
     * @param sizes page sizes
     * @param views list and table
     * @param table whether the table is shown
     * @param exports links to export formats
     * @param saveUrl URL of the search to save
     * @param saveName default name of the saved search
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
     * One option of a group.
     *
     * @param label display name
     * @param href URL of the page with this option
     * @param current whether it is the active option
     */
    public record Choice(String label, String href, boolean current) {}

    /**
     * Suggestions for an empty result.
     *
     * @param lines links to searches that may find more
     * @param spelling links to corrected spellings
     */
    public record Advice(List<PageLink> lines, List<PageLink> spelling) {
        static final Advice NONE = new Advice(List.of(), List.of());
    }
}
