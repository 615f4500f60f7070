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
 * Answers what is no proper HTTP and so never becomes a request: in the shape of every other failure, with the same headers, and
 * with nothing of what was sent.
 */
public final class ProtocolErrors extends ErrorHandler {
    private final BasePath base;

    /**
     * Errors of a server below this path.
     */
    public ProtocolErrors(BasePath base) {
        this.base = base;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        Guard.HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
        var words = HttpStatus.getMessage(code);
        var accept = request.getHeaders().get(HttpHeader.ACCEPT);
        byte[] body;
        if (accept != null && accept.contains("application/json") && !accept.contains("text/html")) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
            body = Json.bytes(
                    Failures.json(new Failure(code, words, "This is no request the server can read.").answer()));
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
                <body><h1>%1$d %2$s</h1><p>This is no request the server can read. <a href="%3$s">Start page</a></p></body></html>
                """.formatted(code, words, base.outer("/"));
    }
}
