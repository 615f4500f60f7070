package org.precedent.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.precedent.json.Json;

/**
 * Error responses for malformed HTTP, which never reaches a route. They have the format and headers of every other error response and never
 * echo any part of the request.
 */
public final class ProtocolErrors extends ErrorHandler {
    private final BasePath base;

    public ProtocolErrors(BasePath base) {
        this.base = base;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        SecurityHeaders.set(response.getHeaders());
        var words = HttpStatus.getMessage(code);
        var accept = request.getHeaders().get(HttpHeader.ACCEPT);
        byte[] body;
        if (accept != null && accept.contains("application/json") && !accept.contains("text/html")) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
            body = Json.writeBytes(
                    Failures.json(new Failure(code, words, "The server cannot read this request.").answer()));
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
            body = page(code, words).getBytes(StandardCharsets.UTF_8);
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private String page(int code, String words) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%2$s – Precedent</title></head>
                <body><h1>%1$d %2$s</h1><p>The server cannot read this request. <a href="%3$s">Start page</a></p></body></html>
                """.formatted(code, words, base.toExternal("/"));
    }
}
