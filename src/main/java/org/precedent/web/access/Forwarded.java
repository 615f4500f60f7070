package org.precedent.web.access;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Believes what trusted proxies say of the request they pass on: the client's address ({@code X-Forwarded-For}) and that it came
 * by TLS ({@code X-Forwarded-Proto}). What anybody else says in these headers changes nothing.
 */
public final class Forwarded implements HttpConfiguration.Customizer {
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern WITH_PORT = Pattern.compile("\\[(.+)](?::\\d+)?|([\\d.]+):\\d+");

    private final InetAddressSet proxies = new InetAddressSet();

    /**
     * Trusts these addresses.
     *
     * @param proxies addresses, {@code 10.0.0.0/8} or {@code 10.0.0.1-10.0.0.9}
     * @throws IllegalArgumentException when one is none of these
     */
    public Forwarded(Collection<String> proxies) {
        this.proxies.addAll(proxies);
    }

    /**
     * Whether this is a trusted proxy.
     */
    public boolean trusts(InetAddress address) {
        return proxies.test(address);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var connection = request.getConnectionMetaData();
        return connection.getRemoteSocketAddress() instanceof InetSocketAddress peer && proxies.test(peer.getAddress())
                ? new PassedOn(request, client(request.getHeaders(), peer))
                : request;
    }

    // Whoever comes first may have written anything; from the last on back, each was written by a trusted proxy, up to
    // the
    // first that is none.
    private InetSocketAddress client(HttpFields headers, InetSocketAddress peer) {
        var said = headers.getCSV("X-Forwarded-For", true);
        var client = peer.getAddress();
        for (int i = said.size() - 1; i >= 0 && proxies.test(client); i--) {
            var next = address(said.get(i));
            if (next.isEmpty()) {
                break;
            }
            client = next.get();
        }
        return client.equals(peer.getAddress()) ? peer : new InetSocketAddress(client, 0);
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

    /** A request with the address and scheme its proxy told. */
    private static final class PassedOn extends Request.Wrapper {
        private final ConnectionMetaData connection;
        private final HttpURI uri;

        PassedOn(Request request, InetSocketAddress client) {
            super(request);
            var secure = isTls(request.getHeaders());
            this.uri =
                    secure ? HttpURI.build(request.getHttpURI()).scheme("https").asImmutable() : request.getHttpURI();
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return client;
                }

                @Override
                public boolean isSecure() {
                    return secure;
                }
            };
        }

        private static boolean isTls(HttpFields headers) {
            List<String> said = headers.getCSV("X-Forwarded-Proto", true);
            return !said.isEmpty() && said.getLast().equalsIgnoreCase("https");
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public boolean isSecure() {
            return connection.isSecure();
        }
    }
}
