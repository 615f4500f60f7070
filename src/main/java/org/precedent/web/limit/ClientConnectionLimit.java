package org.precedent.web.limit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;

/**
 * Limits the number of connections that one peer address can hold open, so that no single client can use all of them.
 */
public final class ClientConnectionLimit implements Connection.Listener {
    private final int most;
    private final Predicate<InetAddress> exempt;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();
    // the address is no longer available once a connection is closed
    private final Map<Connection, InetAddress> peers = new ConcurrentHashMap<>();

    /**
     * Creates a limit that applies to each peer address.
     *
     * @param maximum maximum number of open connections per peer
     * @param exempt peers that connect on behalf of many clients, such as proxies
     */
    public ClientConnectionLimit(int maximum, Predicate<InetAddress> exempt) {
        this.most = maximum;
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
