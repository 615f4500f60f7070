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
 * Parses the forms of folders and trays.
 */
final class FolderForm {
    private static final int MAX_PATH_LENGTH = 8_000;

    private FolderForm() {}

    /**
     * Parses the issues in the form fields {@code i}.
     *
     * @throws Failure with status 400 when a value is not the key of an issue
     */
    static List<IssueKey> keys(Context ctx) {
        return keys(ctx.formParams("i"));
    }

    /**
     * Parses issue keys.
     *
     * @throws Failure with status 400 when a text is not the key of an issue
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
     * Parses the name and note of a folder.
     *
     * @throws Failure with status 400 when one is invalid
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
     * Identifies the owner who sent the form.
     *
     * @throws Failure with status 403 for a browser that has never saved anything
     */
    static Owner owner(Context ctx) {
        return OwnerCookie.read(ctx).orElseThrow(FolderForm::notOwner);
    }

    /** The refusal for anyone but the owner; identical whether or not the folder exists, so that it reveals nothing. */
    static Failure notOwner() {
        return new Failure(
                403, "Not yours", "Only the browser that created a folder can change it, and this one did not.");
    }

    /** Redirects to a path of this server. */
    static void redirectTo(Context ctx, String path) {
        ctx.status(303);
        ctx.header("Location", path);
    }

    /**
     * Redirects to the page in the form field {@code back}, or to the given one if that is not a path of this server.
     */
    static void redirectBack(Context ctx, String otherwise) {
        var given = field(ctx, "back");
        var path = BasePath.of(ctx).toInternal(given);
        boolean here = given.startsWith("/")
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= MAX_PATH_LENGTH
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        redirectTo(ctx, here ? path : otherwise);
    }
}
