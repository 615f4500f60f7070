package org.precedent.web.saved;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.precedent.saved.Draft;
import org.precedent.saved.InvalidInputException;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearch;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.export.DownloadNames;
import org.precedent.web.export.ServerOrigin;
import org.precedent.web.http.BasePath;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RequestedSearch;
import org.precedent.web.search.RouteContext;
import org.precedent.web.search.SearchName;

/**
 * {@code /saved}: lists and modifies the saved searches of this browser.
 */
public final class SavedListPages implements Routes {
    /** Number of entries for which new results are counted; each costs a search. */
    private static final int MAX_COUNTED = 20;

    private static final Map<String, String> NOTICES =
            Map.of("deleted", "The saved search was deleted.", "changed", "Name and note were changed.");

    private final RouteContext parts;

    public SavedListPages(RouteContext parts) {
        this.parts = parts;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/saved", this::page);
        routes.get("/saved.json", ctx -> Pages.json(ctx, SavedJson.list(ownSearches(ctx))));
        routes.get("/saved/bookmarks.html", this::bookmarks);
        routes.post("/saved", this::save);
        routes.post("/saved/import", this::importList);
        routes.post("/s/{id}/change", this::change);
        routes.post("/s/{id}/delete", this::delete);
    }

    private void page(Context ctx) {
        var list = ownSearches(ctx);
        if (!list.isEmpty()) {
            OwnerCookie.keep(ctx);
        }
        var entries = IntStream.range(0, list.size())
                .mapToObj(i -> SavedViewBuilder.buildEntry(list.get(i), i < MAX_COUNTED ? fresh(list.get(i)) : ""))
                .toList();
        var notice = Optional.ofNullable(ctx.queryParam("done")).orElse("");
        parts.pages().render(ctx, "pages/saved", Head.notIndexed("saved"), new SavedListView(entries, notice(notice)));
    }

    private static String notice(String done) {
        return done.matches("[0-9]{1,4}-[0-9]{1,4}")
                ? done.substring(0, done.indexOf('-')) + " added, " + done.substring(done.indexOf('-') + 1)
                        + " left out (not a search on this server, or already in your list)."
                : NOTICES.getOrDefault(done, "");
    }

    private String fresh(SavedSearch saved) {
        try {
            var since = saved.baseline().indexAsOf();
            var fresh = SavedNews.find(parts.gateway(), saved, since).news().fresh();
            return fresh.determinations() == 0 ? "nothing new" : SavedViewBuilder.determinations(fresh) + " new";
        } catch (Failure e) {
            return "cannot be searched now: " + e.answer().detail();
        }
    }

    private void bookmarks(Context ctx) {
        var today = LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
        ctx.result(BookmarkFile.write(ownSearches(ctx), ServerOrigin.urls(ctx)));
        ctx.contentType("text/html; charset=utf-8");
        ctx.header("Content-Disposition", DownloadNames.attachment("precedent-saved-searches-" + today + ".html"));
    }

    private void save(Context ctx) {
        var request = RequestedSearch.parsePath(BasePath.of(ctx).toInternal(field(ctx, "url")));
        // throws on an invalid query, which must not be saved
        Objects.requireNonNull(parts.interpret(request));
        var words = SearchName.describe(request);
        var fallback = words.isEmpty() ? "All determinations" : shortened(words);
        var name = field(ctx, "name").isBlank() ? fallback : field(ctx, "name");
        var draft = draft(ctx, name, SearchUrl.path(request));
        var indexAsOf = SavedPages.now(parts).indexAsOf();
        var saved = parts.withSaved(s -> s.create(OwnerCookie.keep(ctx), draft, indexAsOf));
        redirect(ctx, "/s/" + saved.id());
    }

    private void importList(Context ctx) {
        var file = ctx.uploadedFile("file");
        var text = file == null ? field(ctx, "file") : text(file);
        var list = SavedListImport.read(text, SavedPages.now(parts));
        var added = parts.withSaved(s -> s.add(OwnerCookie.keep(ctx), list.entries()));
        int left = list.entries().size() + list.skipped() - added.size();
        redirect(ctx, "/saved?done=" + added.size() + "-" + left);
    }

    private void change(Context ctx) {
        var id = ctx.pathParam("id");
        var saved = parts.withSaved(s -> s.find(id)).orElseThrow(SavedListPages::notOwner);
        var draft = draft(ctx, field(ctx, "name"), saved.draft().url());
        if (!parts.withSaved(s -> s.change(id, owner(ctx), draft))) {
            throw notOwner();
        }
        redirect(ctx, "/saved?done=changed");
    }

    private void delete(Context ctx) {
        if (!parts.withSaved(s -> s.delete(ctx.pathParam("id"), owner(ctx)))) {
            throw notOwner();
        }
        redirect(ctx, "/saved?done=deleted");
    }

    private List<SavedSearch> ownSearches(Context ctx) {
        return OwnerCookie.read(ctx)
                .map(o -> parts.withSaved(s -> s.ownedBy(o)))
                .orElse(List.of());
    }

    private static Owner owner(Context ctx) {
        return OwnerCookie.read(ctx).orElseThrow(SavedListPages::notOwner);
    }

    // identical whether or not the search exists, so that it reveals nothing
    private static Failure notOwner() {
        return new Failure(
                403, "Not yours", "Only the browser that saved a search can change it, and this one did not save it.");
    }

    private static void redirect(Context ctx, String path) {
        ctx.status(303);
        ctx.header("Location", path);
    }

    private static String field(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("");
    }

    private static String shortened(String words) {
        return words.length() <= Draft.MAX_NAME ? words : words.substring(0, Draft.MAX_NAME - 1) + "…";
    }

    private static Draft draft(Context ctx, String name, String url) {
        try {
            return new Draft(
                    name, field(ctx, "note"), url, !field(ctx, "noteShared").isEmpty());
        } catch (InvalidInputException e) {
            throw RouteContext.invalidInput(e);
        }
    }

    private static String text(UploadedFile file) {
        try (var content = file.content()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
