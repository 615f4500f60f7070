package org.precedent.web;

import io.javalin.config.JavalinState;
import io.javalin.http.Header;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.JavalinServletRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.precedent.web.http.ClientAddress;
import org.precedent.web.limit.CurrentClient;

/**
 * Javalin's HTTP servlet that routes by the method on the request line only. By default, Javalin lets a client override the method with
 * {@value Header#X_HTTP_METHOD_OVERRIDE}, so that a request could be routed as a write although proxies, browsers and logs saw a read. Also
 * sets the {@link CurrentClient} while a request is handled.
 */
final class WireMethodServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient JavalinServlet javalin;

    WireMethodServlet(JavalinState state) {
        this.javalin = new JavalinServlet(state);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        CurrentClient.runAs(
                ClientAddress.read(request.getRemoteAddr()),
                () -> javalin.handle(new JavalinServletRequest(new WithoutOverride(request)), response));
    }

    private static final class WithoutOverride extends HttpServletRequestWrapper {
        WithoutOverride(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(Header.X_HTTP_METHOD_OVERRIDE) ? null : super.getHeader(name);
        }
    }
}
