package org.precedent.web.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes the base path off the address of every request, before anything is routed.
 */
public final class BasePathCustomizer implements HttpConfiguration.Customizer {
    private final BasePath base;

    /**
     * A customizer for a server below this path.
     */
    public BasePathCustomizer(BasePath base) {
        this.base = base;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var path = request.getHttpURI().getPath();
        var inner = path == null ? null : base.toInternal(path);
        if (inner == null || inner.equals(path)) {
            return request;
        }
        var uri = HttpURI.build(request.getHttpURI()).path(inner).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return uri;
            }
        };
    }
}
