package org.precedent.web.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Rights;
import org.precedent.web.http.Rights.Right;
import org.precedent.web.http.Routes;

/**
 * {@code /sign-in} and {@code /sign-out} for the shared password.
 */
public final class SignInPages implements Routes {
    private static final String PATH = "/sign-in";

    private final Authorization admission;
    private final Pages pages;

    public SignInPages(Authorization admission, Pages pages) {
        this.admission = admission;
        this.pages = pages;
    }

    /**
     * Model of {@code pages/sign-in}.
     *
     * @param to path to go to after signing in
     * @param isIncorrect whether the last password was wrong
     * @param signedIn whether the browser is already signed in
     */
    public record View(String to, boolean isIncorrect, boolean signedIn) {}

    @Override
    public void register(RoutesConfig routes) {
        if (admission.access().password().isPresent()) {
            routes.get(PATH, ctx -> page(ctx, false), Right.NONE);
            routes.post(PATH, this::signIn, Right.NONE);
            routes.post("/sign-out", this::signOut, Right.NONE);
        }
    }

    private void page(Context ctx, boolean wrong) {
        var to = ctx.method().equals(HandlerType.POST) ? ctx.formParam("to") : ctx.queryParam("to");
        var view = new View(
                ReturnPath.validate(Optional.ofNullable(to).orElse("/")),
                wrong,
                Rights.of(ctx).signedIn());
        pages.render(ctx, "pages/sign-in", new Head("", Optional.empty(), false, List.of(), "", false, ""), view);
    }

    private void signIn(Context ctx) {
        var given = Optional.ofNullable(ctx.formParam("password")).orElse("");
        var secret = admission
                .access()
                .password()
                .orElseThrow(() -> Failure.notFound("This server has no password, so there is no sign-in."));
        var attempt = admission.credentials().verifyTyped(ctx, secret, given.strip());
        attempt.retryAfter().ifPresent(seconds -> {
            throw Authorization.lockedOut(seconds);
        });
        if (attempt.right()) {
            SessionCookie.set(ctx, admission.credentials().sessions().begin());
            ctx.redirect(
                    ReturnPath.validate(Optional.ofNullable(ctx.formParam("to")).orElse("/")), HttpStatus.SEE_OTHER);
        } else {
            page(ctx, true);
            ctx.status(401);
        }
    }

    private void signOut(Context ctx) {
        SessionCookie.read(ctx).ifPresent(admission.credentials().sessions()::end);
        SessionCookie.clear(ctx);
        ctx.redirect(PATH, HttpStatus.SEE_OTHER);
    }
}
