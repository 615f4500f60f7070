package org.precedent.web.alert;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.precedent.mail.MailAddress;
import org.precedent.saved.Alert;
import org.precedent.web.export.ServerOrigin;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Rights.Right;
import org.precedent.web.http.Routes;
import org.precedent.web.saved.OwnerCookie;
import org.precedent.web.saved.SavedPages;
import org.precedent.web.search.RouteContext;

/**
 * {@code /alerts/{token}}: confirms or ends an alert. The links in mails only show a page, so that programs that prefetch links change
 * nothing. Anyone with the token needs no other permission.
 */
public final class AlertPages implements Routes {
    static final String PATH = "/alerts/";

    private final RouteContext parts;

    public AlertPages(RouteContext parts) {
        this.parts = parts;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/s/{id}/alerts", ctx -> ask(ctx, Alert.Subject.search(ctx.pathParam("id"))));
        routes.post("/s/{id}/alerts/{alert}/remove", ctx -> remove(ctx, Alert.Subject.search(ctx.pathParam("id"))));
        routes.post("/folders/{id}/alerts", ctx -> ask(ctx, Alert.Subject.folder(ctx.pathParam("id"))));
        routes.post(
                "/folders/{id}/alerts/{alert}/remove", ctx -> remove(ctx, Alert.Subject.folder(ctx.pathParam("id"))));
        routes.get(PATH + "{token}", ctx -> page(ctx, ""), Right.NONE);
        routes.post(PATH + "{token}/confirm", this::confirm, Right.NONE);
        routes.post(PATH + "{token}/end", this::end, Right.NONE);
    }

    private void ask(Context ctx, Alert.Subject subject) {
        if (!parts.mail()) {
            throw Failure.notFound("Email alerts are not set up on this server.");
        }
        var address = MailAddress.parse(
                        Optional.ofNullable(ctx.formParam("address")).orElse(""))
                .orElseThrow(
                        () -> Failure.parameter("address", "Expected one email address, such as kim@firm.example."));
        if (name(subject).isEmpty()) {
            throw notOwner();
        }
        var owner = OwnerCookie.read(ctx).orElseThrow(AlertPages::notOwner);
        var text = new AlertText(ServerOrigin.urls(ctx));
        var asOf = SavedPages.now(parts).indexAsOf();
        if (!parts.withSaved(s ->
                s.alerts().add(subject, owner, address, asOf, token -> text.confirmation(subject.kind(), token)))) {
            throw notOwner();
        }
        redirect(ctx, subject.path());
    }

    /** Name of the saved search or folder; empty when it no longer exists. */
    private Optional<String> name(Alert.Subject subject) {
        return switch (subject.kind()) {
            case SEARCH ->
                parts.withSaved(s -> s.find(subject.id()))
                        .map(saved -> saved.draft().name());
            case FOLDER ->
                parts.withSaved(s -> s.folders().find(subject.id()))
                        .map(folder -> folder.cover().name());
        };
    }

    private void remove(Context ctx, Alert.Subject subject) {
        var owner = OwnerCookie.read(ctx).orElseThrow(AlertPages::notOwner);
        var alert = parts.withSaved(s -> s.alerts().list(subject.id())).stream()
                .filter(a -> a.id().equals(ctx.pathParam("alert")) && a.owner().equals(owner))
                .findFirst()
                .orElseThrow(AlertPages::notOwner);
        parts.withSaved(s -> s.alerts().end(alert.token()));
        redirect(ctx, subject.path());
    }

    private void confirm(Context ctx) {
        if (!parts.withSaved(s -> s.alerts().confirm(ctx.pathParam("token")))) {
            throw noSuchAlert();
        }
        page(ctx, "Confirmed. You will get an email when something is new, at most once a day.");
    }

    private void end(Context ctx) {
        var alert = find(ctx);
        parts.withSaved(s -> s.alerts().end(alert.token()));
        show(
                ctx,
                alert,
                "Done. No more emails about this " + alert.subject().kind().label() + " will be sent to this address.");
    }

    private void page(Context ctx, String done) {
        show(ctx, find(ctx), done);
    }

    private void show(Context ctx, Alert alert, String done) {
        var view = new AlertView(
                alert.token(),
                alert.subject().kind().label(),
                name(alert.subject()).orElse(""),
                alert.subject().path(),
                alert.address(),
                alert.confirmed().isPresent(),
                done);
        parts.pages().render(ctx, "pages/alert", Head.notIndexed("saved"), view);
    }

    private Alert find(Context ctx) {
        return parts.withSaved(s -> s.alerts().byToken(ctx.pathParam("token"))).orElseThrow(AlertPages::noSuchAlert);
    }

    private static void redirect(Context ctx, String path) {
        ctx.status(303);
        ctx.header("Location", path);
    }

    private static Failure noSuchAlert() {
        return Failure.notFound(
                "There is no such alert. It may have been stopped, or it was not confirmed within a week.");
    }

    private static Failure notOwner() {
        return new Failure(
                403,
                "Not yours",
                "Only the browser that saved a search or made a folder can set up email alerts for it.");
    }

    /**
     * Model of the page that the links in mails lead to.
     *
     * @param token token of the alert
     * @param kind {@code saved search} or {@code folder}
     * @param name name of the saved search or folder
     * @param href path of its page
     * @param address mail address of the recipient
     * @param confirmed whether the recipient has confirmed it
     * @param done the action just completed; empty for none
     */
    private record AlertView(
            String token, String kind, String name, String href, String address, boolean confirmed, String done) {}
}
