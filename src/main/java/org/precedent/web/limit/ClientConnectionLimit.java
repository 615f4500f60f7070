package org.precedent.web.limit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;

/**
 * Limits the connections one peer address holds open at the same time, so that no single client can take all of them.
 */
public final class ClientConnectionLimit implements Connection.Listener {
    private final int most;
    private final Predicate<InetAddress> exempt;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();
    // a closed connection no longer knows whose it was
    private final Map<Connection, InetAddress> peers = new ConcurrentHashMap<>();

    /**
     * A bound for every peer.
     *
     * @param most connections one peer may hold open at the same time
     * @param exempt peers that connect for many clients, as proxies do
     */
    public ClientConnectionLimit(int most, Predicate<InetAddress> exempt) {
        this.most = most;
        this.exempt = exempt;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress address
                && !exempt.test(address.getAddress())) {
            peers.put(connection, address.getAddress());
            if (open.merge(address.getAddress(), 1, Integer::sum) > most) {
                connection.getEndPoint().close();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        var peer = peers.remove(connection);
        if (peer != null) {
            open.computeIfPresent(peer, (p, n) -> n == 1 ? null : n - 1);
        }
    }
}
