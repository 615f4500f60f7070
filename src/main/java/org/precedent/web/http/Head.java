package org.precedent.web.http;

import java.util.List;
import java.util.Optional;

/**
 * Page metadata for the {@code head} element besides the title, and the state of the site header.
 *
 * @param description one sentence for link previews; empty for none
 * @param canonical canonical path and query of the page; empty for none
 * @param indexed whether search engines may list it
 * @param alternates links to the same content in other formats
 * @param query the search text for the search box of the header; may be empty
 * @param box whether the header has a search box
 * @param section current entry of the navigation: {@code search}, {@code insights}, {@code saved}, {@code help}, {@code about};
 *     {@code determination} for the page of a determination; or empty
 */
public record Head(
        String description,
        Optional<String> canonical,
        boolean indexed,
        List<Alternate> alternates,
        String query,
        boolean box,
        String section) {
    public Head {
        alternates = List.copyOf(alternates);
    }

    /**
     * A link to the same content in another format.
     *
     * @param type media type
     * @param href path and query
     * @param title display title
     */
    public record Alternate(String type, String href, String title) {}

    /**
     * Whether this is a results page, which has its own search box and leaves out elements that only other pages need.
     */
    public boolean isResultsPage() {
        return section.equals("search") && !box;
    }

    /**
     * Metadata of a page that search engines may list.
     */
    public static Head indexable(String path, String description, String section) {
        return new Head(description, Optional.of(path), true, List.of(), "", true, section);
    }

    /**
     * Metadata of a page that search engines must not list.
     */
    public static Head notIndexed(String section) {
        return new Head("", Optional.empty(), false, List.of(), "", true, section);
    }
}
