package org.precedent.web.folder;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.precedent.saved.Folder;
import org.precedent.saved.InvalidInputException;
import org.precedent.saved.IssueKey;
import org.precedent.saved.Owner;
import org.precedent.web.http.BasePath;
import org.precedent.web.http.Failure;
import org.precedent.web.saved.OwnerCookie;
import org.precedent.web.search.RouteContext;

/**
 * Reads the forms of folders and trays.
 */
final class FolderForm {
    private static final int LONGEST_PATH = 8_000;

    private FolderForm() {}

    /**
     * The issues in the fields {@code i}.
     *
     * @throws Failure with status 400 when one is no issue
     */
    static List<IssueKey> keys(Context ctx) {
        return keys(ctx.formParams("i"));
    }

    /**
     * The issues that these texts name.
     *
     * @throws Failure with status 400 when one is no issue
     */
    static List<IssueKey> keys(List<String> texts) {
        return texts.stream()
                .distinct()
                .map(text -> IssueKey.parse(text)
                        .orElseThrow(() -> Failure.parameter(
                                "i", "\"" + text + "\" is not an issue; expected, for example, CM16-0213037:2.")))
                .toList();
    }

    /**
     * Name and note of a folder.
     *
     * @throws Failure with status 400 when a bound is exceeded
     */
    static Folder.Cover cover(Context ctx) {
        try {
            return Folder.Cover.parse(
                    field(ctx, "name"),
                    field(ctx, "note"),
                    !field(ctx, "notesShared").isEmpty());
        } catch (InvalidInputException e) {
            throw RouteContext.invalidInput(e);
        }
    }

    static String field(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("");
    }

    /**
     * Who sends the form.
     *
     * @throws Failure with status 403 for a browser that never saved anything
     */
    static Owner owner(Context ctx) {
        return OwnerCookie.read(ctx).orElseThrow(FolderForm::notOwner);
    }

    /** The same answer whether the folder exists or not. */
    static Failure notOwner() {
        return new Failure(
                403, "Not yours", "Only the browser that created a folder can change it, and this one did not.");
    }

    /** Leads to a path of this server. */
    static void redirectTo(Context ctx, String path) {
        ctx.status(303);
        ctx.header("Location", path);
    }

    /**
     * Leads back to the page in the field {@code back}, or to another one where that is no path of this server.
     */
    static void redirectBack(Context ctx, String otherwise) {
        var given = field(ctx, "back");
        var path = BasePath.of(ctx).toInternal(given);
        boolean here = given.startsWith("/")
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= LONGEST_PATH
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        redirectTo(ctx, here ? path : otherwise);
    }
}
