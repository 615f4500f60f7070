package org.precedent.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.precedent.search.SearchEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns exceptions into error responses in the format the client requested, without revealing internal details.
 */
public final class Failures implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final Failure.Answer NOT_READY = new Failure.Answer(
            503,
            "The index is not ready",
            "The index cannot be read right now. Try again in a moment. If the problem persists, contact the operator"
                    + " of this server, whose log gives the reason. You did nothing wrong.",
            Optional.empty(),
            Optional.empty(),
            Optional.of(10));

    private static final Failure.Answer UNAVAILABLE = new Failure.Answer(
            503,
            "Search is unavailable",
            "Some of the machines that store the determinations are not responding, and incomplete results are never"
                    + " shown. This usually passes within a minute. You did nothing wrong.",
            Optional.empty(),
            Optional.empty(),
            Optional.of(10));

    private final Pages pages;

    public Failures(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.exception(Failure.class, (e, ctx) -> answer(ctx, e.answer()));
        routes.exception(MethodNotAllowedResponse.class, this::otherMethod);
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, answer(e)));
        routes.exception(SearchEngine.Unavailable.class, this::unavailable);
        routes.exception(Exception.class, this::unexpected);
        routes.error(404, ctx -> {
            if (ctx.result() == null || "Not Found".equals(ctx.result())) {
                answer(
                        ctx,
                        Failure.notFound("There is no page at this address.").answer());
            }
        });
    }

    /**
     * Whether the client wants JSON, judged by the path extension or else the {@code Accept} header.
     */
    public static boolean wantsJson(Context ctx) {
        var accept = ctx.header("Accept");
        return ctx.path().endsWith(".json")
                || (accept != null && accept.contains("application/json") && !accept.contains("text/html"));
    }

    private void answer(Context ctx, Failure.Answer answer) {
        prepare(ctx, answer);
        if (wantsJson(ctx)) {
            Pages.json(ctx, json(answer));
        } else if (answer.retryAfter().isPresent()) {
            // rejecting requests under overload must cost less than serving them
            pages.renderShared(ctx, "pages/failure", Head.notIndexed(""), answer);
        } else {
            pages.render(ctx, "pages/failure", Head.notIndexed(""), answer);
        }
    }

    /**
     * Sets the status and headers of an error response and removes headers that apply only to successful ones.
     */
    public static void prepare(Context ctx, Failure.Answer answer) {
        ctx.status(answer.status());
        ctx.res().setHeader("ETag", null);
        ctx.header("Cache-Control", "no-store");
        answer.retryAfter().ifPresent(s -> ctx.header("Retry-After", Integer.toString(s)));
    }

    /**
     * Returns the JSON object of an error response.
     */
    public static Map<String, Object> json(Failure.Answer answer) {
        var json = new LinkedHashMap<String, Object>();
        json.put("status", answer.status());
        json.put("error", answer.error());
        json.put("detail", answer.detail());
        answer.position().ifPresent(p -> json.put("position", p));
        answer.parameter().ifPresent(p -> json.put("parameter", p));
        return json;
    }

    // Javalin puts the allowed methods into the details, under a key that depends on the response format
    private void otherMethod(MethodNotAllowedResponse e, Context ctx) {
        var allowed = String.join(", ", e.getDetails().values());
        ctx.header("Allow", allowed);
        var detail = "This address takes " + allowed + ", not " + ctx.method().name() + ".";
        answer(ctx, new Failure(405, "Method not allowed", detail).answer());
    }

    // the engine's message names internal hosts; the operator finds it in the log
    private void unavailable(SearchEngine.Unavailable e, Context ctx) {
        LOG.error("search unavailable path={} {}", RequestMetrics.path(ctx), e.getMessage());
        answer(ctx, UNAVAILABLE);
    }

    private void unexpected(Exception e, Context ctx) {
        var unreadable = unreadable(e);
        if (unreadable.isPresent()) {
            LOG.debug("request not readable method={} path={}", ctx.method(), RequestMetrics.path(ctx));
            answer(ctx, unreadable.get());
            return;
        }
        // the path and the message may contain confidential data of the client, so they are not logged
        LOG.error(
                "request failed method={} path={} {}",
                ctx.method(),
                RequestMetrics.path(ctx),
                ExceptionSummary.summarize(e));
        if (e instanceof UncheckedIOException) {
            answer(ctx, NOT_READY);
            return;
        }
        answer(
                ctx,
                new Failure(
                                500,
                                "Something went wrong",
                                "This is a server error, not a problem with your request; it has been logged.")
                        .answer());
    }

    // handles malformed requests and clients that disconnected before sending all of the body
    private static Optional<Failure.Answer> unreadable(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http && http.getCode() >= 400 && http.getCode() < 500) {
                return Optional.of(new Failure(
                                http.getCode(), "Bad request", "The request is malformed: the server cannot read it.")
                        .answer());
            }
            if (cause instanceof EofException || cause instanceof ClosedChannelException) {
                return Optional.of(new Failure(
                                400,
                                "Bad request",
                                "The request was cut off before it arrived completely. Send it" + " again.")
                        .answer());
            }
        }
        return Optional.empty();
    }

    private static Failure.Answer answer(HttpResponseException e) {
        var status = e.getStatus();
        var words = switch (status) {
            case 404 -> "Not found";
            case 413 -> "Request too large";
            default -> status < 500 ? "Bad request" : "Something went wrong";
        };
        // Javalin's message names server internals
        var detail =
                status == 404 ? "There is no page at this address." : Objects.requireNonNullElse(e.getMessage(), words);
        return new Failure.Answer(status, words, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
