package org.precedent.web.folder;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.saved.Folder;
import org.precedent.saved.IssueKey;
import org.precedent.saved.Moment;
import org.precedent.saved.Owner;
import org.precedent.web.export.ServerOrigin;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Rights;
import org.precedent.web.http.Routes;
import org.precedent.web.saved.OwnerCookie;
import org.precedent.web.saved.SavedPages;
import org.precedent.web.search.RouteContext;
import org.precedent.web.tray.Tray;
import org.precedent.web.view.PageAddress;

/**
 * {@code /tray}: the issues selected in a browser, which survive paging, Back and new searches. With issues in the URL, {@code
 * /tray?i=CM16-0213037:2}, it shows those and stores nothing, so visitors without the right to make changes can compare, export, cite and
 * print their selection.
 */
public final class TrayPages implements Routes {
    static final String PATH = "/tray";
    private static final String STATIC = "/static/";
    private static final int MAX_LISTED = 100;

    private final RouteContext parts;
    private final FolderExports exports;

    public TrayPages(RouteContext parts) {
        this.parts = parts;
        this.exports = new FolderExports(parts);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.before(this::attachTray);
        exports.forEach((ending, format) -> routes.get(PATH + ending, ctx -> exports.send(ctx, tray(ctx), format)));
        routes.get(PATH + ".json", this::json);
        routes.get(PATH, this::page);
        routes.post(PATH, this::put);
        routes.post(PATH + "/remove", this::remove);
        routes.post(PATH + "/clear", this::clear);
        routes.post(PATH + "/keep", this::keep);
        routes.post(PATH + "/move", this::move);
    }

    private void attachTray(Context ctx) {
        if (!ctx.path().startsWith(STATIC)) {
            OwnerCookie.read(ctx).ifPresent(owner -> Tray.attach(ctx, () -> read(ctx, owner)));
        }
    }

    // a failure to read the tray must not break the search pages
    private Tray read(Context ctx, Owner owner) {
        try {
            return Rights.of(ctx).change()
                    ? Tray.of(parts.withSaved(s -> s.folders().trayKeys(owner)).stream()
                            .map(IssueKey::toString)
                            .toList())
                    : Tray.EMPTY;
        } catch (Failure e) {
            return Tray.EMPTY;
        }
    }

    private Folder tray(Context ctx) {
        var listed = FolderForm.keys(ctx.queryParams("i"));
        if (listed.size() > MAX_LISTED) {
            throw Failure.parameter("i", "A link can list at most " + MAX_LISTED + " issues.");
        }
        var owner = OwnerCookie.read(ctx);
        return listed.isEmpty()
                ? owner.flatMap(o -> parts.withSaved(s -> s.folders().tray(o)))
                        .orElseGet(() -> temporaryFolder(owner, List.of()))
                : temporaryFolder(owner, listed);
    }

    private Folder temporaryFolder(Optional<Owner> owner, List<IssueKey> keys) {
        var now = new Moment(parts.clock().instant(), Instant.MAX);
        return new Folder(
                "",
                owner.orElseGet(() -> Owner.ofToken("")),
                true,
                new Folder.Cover("", "", false),
                Instant.EPOCH,
                keys.stream()
                        .map(key -> new Folder.Item(key.toString(), key, "", now))
                        .toList());
    }

    private void page(Context ctx) {
        var tray = tray(ctx);
        boolean listed = !ctx.queryParams("i").isEmpty();
        var folders = OwnerCookie.read(ctx)
                .map(o -> parts.withSaved(s -> s.folders().ownedBy(o)))
                .orElse(List.of());
        var contents = parts.run(() -> FolderContents.read(parts.engine(), tray));
        var path = listed ? address(tray) : PATH;
        var view = new FolderViewBuilder(tray, contents, !listed)
                .build(path, listed ? ServerOrigin.urls(ctx).resolve(path) : "", folders, Optional.empty());
        parts.pages().render(ctx, "pages/tray", Head.notIndexed("saved"), view);
    }

    private static String address(Folder list) {
        return list.issues().stream()
                .map(item -> PageAddress.compareParameter(
                        item.key().determination(), item.key().issue()))
                .collect(Collectors.joining("&", PATH + "?", ""));
    }

    private void json(Context ctx) {
        var tray = tray(ctx);
        Pages.json(ctx, FolderJson.tray(tray, parts.run(() -> FolderContents.read(parts.engine(), tray))));
    }

    private void put(Context ctx) {
        var keys = FolderForm.keys(ctx);
        if (!keys.isEmpty()) {
            var owner = OwnerCookie.keep(ctx);
            var asOf = SavedPages.now(parts).indexAsOf();
            parts.withSaved(s -> {
                s.folders().addToTray(owner, keys, asOf);
                return keys;
            });
        }
        FolderForm.redirectBack(ctx, PATH);
    }

    private void remove(Context ctx) {
        var keys = FolderForm.keys(ctx);
        var owner = FolderForm.owner(ctx);
        parts.withSaved(s -> {
            s.folders().removeFromTray(owner, keys);
            return keys;
        });
        FolderForm.redirectBack(ctx, PATH);
    }

    private void clear(Context ctx) {
        var owner = FolderForm.owner(ctx);
        parts.withSaved(s -> {
            s.folders().clearTray(owner);
            return owner;
        });
        FolderForm.redirectBack(ctx, PATH);
    }

    private void keep(Context ctx) {
        var cover = FolderForm.cover(ctx);
        var owner = FolderForm.owner(ctx);
        FolderForm.redirectTo(
                ctx, FolderPages.PATH + parts.withSaved(s -> s.folders().keepTray(owner, cover)));
    }

    private void move(Context ctx) {
        var owner = FolderForm.owner(ctx);
        var id = FolderForm.field(ctx, "folder");
        var asOf = SavedPages.now(parts).indexAsOf();
        if (!parts.withSaved(s -> s.folders().moveTrayTo(id, owner, asOf))) {
            throw FolderForm.notOwner();
        }
        FolderForm.redirectTo(ctx, FolderPages.PATH + id);
    }
}
