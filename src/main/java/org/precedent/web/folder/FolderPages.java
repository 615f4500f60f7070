package org.precedent.web.folder;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.precedent.saved.Folder;
import org.precedent.web.export.ServerOrigin;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.saved.OwnerCookie;
import org.precedent.web.search.RouteContext;
import org.precedent.web.view.MailLine;

/**
 * {@code /folders} and {@code /folders/{id}}: named folders of issues with notes. Anyone with the link may open a folder; only its owner
 * can change it, and notes are private unless the owner shares them.
 */
public final class FolderPages implements Routes {
    static final String PATH = "/folders/";
    private static final String FOLDER_PATH = PATH + "{id}";

    private final RouteContext parts;
    private final FolderExports exports;

    public FolderPages(RouteContext parts) {
        this.parts = parts;
        this.exports = new FolderExports(parts);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/folders", this::list);
        routes.get("/folders.json", ctx -> Pages.json(ctx, FolderJson.list(ownFolders(ctx))));
        exports.forEach(
                (ending, format) -> routes.get(FOLDER_PATH + ending, ctx -> exports.send(ctx, find(ctx), format)));
        routes.get(FOLDER_PATH + ".json", this::json);
        routes.get(FOLDER_PATH, this::page);
        routes.post(FOLDER_PATH + "/change", this::change);
        routes.post(FOLDER_PATH + "/delete", this::delete);
        routes.post(FOLDER_PATH + "/issues/{item}/note", this::annotate);
        routes.post(FOLDER_PATH + "/issues/{item}/remove", this::remove);
    }

    private void list(Context ctx) {
        var entries = ownFolders(ctx).stream()
                .map(f -> new FolderListView.Entry(
                        PATH + f.id(),
                        f.cover().name(),
                        f.cover().note(),
                        f.issues().size() == 1 ? "1 issue" : f.issues().size() + " issues"))
                .toList();
        parts.pages().render(ctx, "pages/folders", Head.notIndexed("saved"), new FolderListView(entries));
    }

    private void page(Context ctx) {
        var folder = find(ctx);
        var contents = parts.run(() -> FolderContents.read(parts.engine(), folder));
        var path = PATH + folder.id();
        boolean mine = isOwner(ctx, folder);
        Optional<List<MailLine>> mail = mine && parts.mail()
                ? Optional.of(MailLine.list(parts.withSaved(s -> s.alerts().list(folder.id()))))
                : Optional.empty();
        var view = new FolderViewBuilder(folder, contents, mine)
                .build(path, ServerOrigin.urls(ctx).resolve(path), List.of(), mail);
        var head = new Head(
                "",
                Optional.of(path),
                false,
                List.of(new Head.Alternate("application/json", path + ".json", "This page as JSON")),
                "",
                true,
                "saved");
        parts.pages().render(ctx, "pages/folder", head, view);
    }

    private void json(Context ctx) {
        var folder = find(ctx);
        var contents = parts.run(() -> FolderContents.read(parts.engine(), folder));
        Pages.json(ctx, FolderJson.toMap(folder, contents, isOwner(ctx, folder)));
    }

    private void change(Context ctx) {
        var cover = FolderForm.cover(ctx);
        var owner = FolderForm.owner(ctx);
        require(parts.withSaved(s -> s.folders().change(ctx.pathParam("id"), owner, cover)));
        FolderForm.redirectTo(ctx, PATH + ctx.pathParam("id"));
    }

    private void delete(Context ctx) {
        var owner = FolderForm.owner(ctx);
        require(parts.withSaved(s -> s.folders().delete(ctx.pathParam("id"), owner)));
        FolderForm.redirectTo(ctx, "/folders");
    }

    private void annotate(Context ctx) {
        var owner = FolderForm.owner(ctx);
        var note = FolderForm.field(ctx, "note");
        require(parts.withSaved(s -> s.folders().annotate(ctx.pathParam("id"), owner, ctx.pathParam("item"), note)));
        FolderForm.redirectTo(ctx, PATH + ctx.pathParam("id"));
    }

    private void remove(Context ctx) {
        var owner = FolderForm.owner(ctx);
        require(parts.withSaved(s -> s.folders().remove(ctx.pathParam("id"), owner, ctx.pathParam("item"))));
        FolderForm.redirectTo(ctx, PATH + ctx.pathParam("id"));
    }

    private static void require(boolean done) {
        if (!done) {
            throw FolderForm.notOwner();
        }
    }

    private List<Folder> ownFolders(Context ctx) {
        return OwnerCookie.read(ctx)
                .map(o -> parts.withSaved(s -> s.folders().ownedBy(o)))
                .orElse(List.of());
    }

    private static boolean isOwner(Context ctx, Folder folder) {
        return OwnerCookie.read(ctx).filter(folder.owner()::equals).isPresent();
    }

    // trays cannot be opened by ID
    private Folder find(Context ctx) {
        return parts.withSaved(s -> s.folders().find(ctx.pathParam("id")))
                .filter(folder -> !folder.tray())
                .orElseThrow(() -> Failure.notFound("There is no folder with this ID; it may have been deleted."));
    }

    /**
     * Model of the list of a browser's folders.
     *
     * @param entries newest first
     */
    public record FolderListView(List<Entry> entries) {
        public FolderListView {
            entries = List.copyOf(entries);
        }

        /**
         * A folder in the list.
         *
         * @param href path of its page
         * @param name name given by the owner
         * @param note note of the owner; may be empty
         * @param count number of issues, with the noun
         */
        public record Entry(String href, String name, String note, String count) {}
    }
}
