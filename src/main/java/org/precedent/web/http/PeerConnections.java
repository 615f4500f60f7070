package org.precedent.web.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;

/**
 * Bounds how many connections one peer holds open, so that nobody can take them all.
 */
public final class PeerConnections implements Connection.Listener {
    private final int most;
    private final Predicate<InetAddress> exempt;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

    /**
     * A bound for every peer.
     *
     * @param exempt peers that speak for many, as proxies do
     */
    public PeerConnections(int most, Predicate<InetAddress> exempt) {
        this.most = most;
        this.exempt = exempt;
    }

    @Override
    public void onOpened(Connection connection) {
        peer(connection).ifPresent(peer -> {
            if (open.merge(peer, 1, Integer::sum) > most) {
                connection.getEndPoint().close();
            }
        });
    }

    @Override
    public void onClosed(Connection connection) {
        peer(connection).ifPresent(peer -> open.computeIfPresent(peer, (p, n) -> n == 1 ? null : n - 1));
    }

    private Optional<InetAddress> peer(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? Optional.of(address.getAddress()).filter(exempt.negate())
                : Optional.empty();
    }
}
