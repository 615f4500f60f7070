package org.precedent.web.access;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Applies {@code X-Forwarded-For} and {@code X-Forwarded-Proto} of trusted proxies. Jetty's customizer takes the first address of the list,
 * which the client may have written itself; this class passes it only the last one that is not a trusted proxy. Headers from other senders
 * are ignored.
 */
public final class TrustedProxies implements HttpConfiguration.Customizer {
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern WITH_PORT = Pattern.compile("\\[(.+)](?::\\d+)?|([\\d.]+):\\d+");

    private final InetAddressSet proxies = new InetAddressSet();
    private final ForwardedRequestCustomizer jetty = new ForwardedRequestCustomizer();

    /**
     * Trusts proxies at the given addresses.
     *
     * @param proxies single addresses, CIDR blocks such as {@code 10.0.0.0/8} or ranges such as {@code 10.0.0.1-10.0.0.9}
     * @throws IllegalArgumentException when an entry has none of these forms
     */
    public TrustedProxies(Collection<String> proxies) {
        this.proxies.addAll(proxies);
        jetty.setForwardedHeader(null);
        jetty.setForwardedHostHeader(null);
        jetty.setForwardedServerHeader(null);
        jetty.setForwardedPortHeader(null);
        jetty.setForwardedHttpsHeader(null);
        jetty.setForwardedCipherSuiteHeader(null);
        jetty.setForwardedSslSessionIdHeader(null);
    }

    /**
     * Whether the address is that of a trusted proxy.
     */
    public boolean trusts(InetAddress address) {
        return proxies.test(address);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var connection = request.getConnectionMetaData();
        return connection.getRemoteSocketAddress() instanceof InetSocketAddress peer && proxies.test(peer.getAddress())
                ? jetty.customize(narrowed(request, peer), responseHeaders)
                : request;
    }

    private Request narrowed(Request request, InetSocketAddress peer) {
        var headers = HttpFields.build(request.getHeaders());
        headers.computeField(
                HttpHeader.X_FORWARDED_FOR,
                (name, sent) -> sent == null
                        ? null
                        : new HttpField(name, client(request.getHeaders(), peer).getHostAddress()));
        var schemes = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_PROTO, true);
        if (schemes.isEmpty() || !schemes.getLast().equalsIgnoreCase("https")) {
            headers.remove(HttpHeader.X_FORWARDED_PROTO);
        } else {
            headers.put(HttpHeader.X_FORWARDED_PROTO, "https");
        }
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    // The client may have sent any list. Only its last entries were added by trusted proxies: read backwards, up to the
    // first address that is not a trusted proxy.
    private InetAddress client(HttpFields headers, InetSocketAddress peer) {
        var forwarded = headers.getCSV(HttpHeader.X_FORWARDED_FOR, true);
        var client = peer.getAddress();
        for (int i = forwarded.size() - 1; i >= 0 && proxies.test(client); i--) {
            var next = address(forwarded.get(i));
            if (next.isEmpty()) {
                break;
            }
            client = next.get();
        }
        return client;
    }

    private static Optional<InetAddress> address(String text) {
        var port = WITH_PORT.matcher(text);
        var bare = port.matches() ? (port.group(1) == null ? port.group(2) : port.group(1)) : text;
        if (!LITERAL.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
