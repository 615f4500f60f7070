package org.precedent.web.folder;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.precedent.determination.Located;
import org.precedent.saved.Folder;
import org.precedent.saved.IssueKey;
import org.precedent.search.LetterHit;
import org.precedent.search.PageRequest;
import org.precedent.search.Search;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.IssueFacets;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;
import org.precedent.web.search.SearchGateway;

/**
 * What is new for a folder since an instant: issues in it whose determination changed, and new determinations with a similar issue. An
 * issue is similar if it has the same imaging modality, or else the same item (or subcategory of treatment, if no item is named), and the
 * same body region.
 *
 * @param folder the folder
 * @param changed issues of the folder that changed
 * @param fresh new determinations with a similar issue
 */
public record FolderNews(Folder folder, List<IssueKey> changed, List<LetterHit> fresh) {
    /** Maximum number of searches for similar issues per check. */
    private static final int MAX_KINDS = 100;

    private static final int MAX_PER_KIND = 100;

    public FolderNews {
        changed = List.copyOf(changed);
        fresh = List.copyOf(fresh);
    }

    /**
     * Finds what is new.
     *
     * @param since exclusive; determinations ingested or changed later are new
     */
    public static FolderNews find(SearchGateway gateway, Folder folder, Instant since) {
        var contents = gateway.run(() -> FolderContents.read(gateway.engine(), folder));
        var changed = contents.entries().stream()
                .filter(entry -> entry.changed()
                        && entry.found().orElseThrow().letter().lastChanged().isAfter(since))
                .map(entry -> entry.item().key())
                .toList();
        var own =
                folder.issues().stream().map(item -> item.key().determination()).collect(Collectors.toSet());
        return new FolderNews(folder, changed, fresh(gateway, contents, since, own));
    }

    /**
     * Whether there is nothing new.
     */
    public boolean isEmpty() {
        return changed.isEmpty() && fresh.isEmpty();
    }

    private static List<LetterHit> fresh(
            SearchGateway gateway, FolderContents contents, Instant since, Set<String> own) {
        Map<String, LetterHit> fresh = new LinkedHashMap<>();
        contents.entries().stream()
                .flatMap(entry -> entry.found().stream())
                .flatMap(found -> kind(found).stream())
                .distinct()
                .limit(MAX_KINDS)
                .map(kind -> Search.of(new Query.Everything())
                        .with(kind)
                        .with(PageRequest.first(MAX_PER_KIND))
                        .with(new Search.Since(Search.Since.Kind.NEW, since)))
                .flatMap(search -> gateway.run(() -> gateway.engine().search(search)).letters().stream())
                .filter(letter -> !own.contains(letter.id()))
                .forEach(letter -> fresh.putIfAbsent(letter.id(), letter));
        return List.copyOf(fresh.values());
    }

    /** The facet values that similar issues share; empty when too little is known about the issue. */
    private static Optional<Selection> kind(FolderContents.Found found) {
        var kind = Selection.NONE;
        for (var modality : found.issue().subject().modalities()) {
            kind = kind.with(new FacetValue(Facet.MODALITY, modality.value()));
        }
        if (kind.equals(Selection.NONE)) {
            for (var treatment : treatments(found)) {
                kind = kind.with(new FacetValue(Facet.TREATMENT, treatment));
            }
        }
        if (kind.equals(Selection.NONE)) {
            return Optional.empty();
        }
        for (var region : found.issue().subject().regions()) {
            kind = kind.with(new FacetValue(Facet.REGION, region.value()));
        }
        return Optional.of(kind);
    }

    /** The issue's treatment items, or else its subcategory; a category alone is too broad. */
    private static List<String> treatments(FolderContents.Found found) {
        var subject = found.issue().subject();
        var category = subject.treatment().map(Located::value);
        var below = IssueFacets.values(Facet.TREATMENT, found.letter().determination(), found.issue()).stream()
                .filter(value -> !value.equals(Facet.NOT_STATED) && !category.equals(Optional.of(value)))
                .toList();
        var subcategory = subject.subcategory().map(Located::value);
        var items = below.stream()
                .filter(value -> !subcategory.equals(Optional.of(value)))
                .toList();
        return items.isEmpty() ? below : items;
    }
}
