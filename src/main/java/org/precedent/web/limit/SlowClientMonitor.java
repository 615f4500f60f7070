package org.precedent.web.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections of clients that send a request or read a response too slowly (slowloris). An idle timeout is not enough, because an
 * occasional byte resets it.
 */
public final class SlowClientMonitor extends AbstractLifeCycle implements HttpConfiguration.Customizer {
    private static final long CHECK_INTERVAL_MILLIS = 500;

    private final AbstractConnector connector;
    private final ClientTimeouts timeouts;
    private final AtomicLong ended = new AtomicLong();
    private final Map<Connection, Exchange> exchanges = new ConcurrentHashMap<>();
    // accessed by one check at a time
    private Map<Connection, Pause> pauses = new HashMap<>();

    /**
     * Time limits for clients.
     *
     * @param header time to send the header of a request, from its first byte
     * @param exchange time for request body and response before the data rate is enforced
     * @param bytesPerSecond minimum average rate at which a client must read the response after that
     */
    public record ClientTimeouts(Duration header, Duration exchange, long bytesPerSecond) {
        /** Lenient enough for a mobile connection. */
        public static final ClientTimeouts DEFAULT =
                new ClientTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), 4096);
    }

    /**
     * A request that is being read or answered.
     *
     * @param since when its header was complete or, if it has no body, when the response was seen to start, in {@link System#nanoTime}
     *     units
     * @param bytesOut bytes the connection had sent when the header was complete
     * @param waits whether the client is waiting for the server: the request has no body and no byte of the response has been sent
     */
    private record Exchange(long since, long bytesOut, boolean waits) {}

    /**
     * A connection between two requests.
     *
     * @param requests number of complete requests so far
     * @param bytesIn bytes received by the end of the last request
     * @param begun when a byte of the next request was first seen, in {@link System#nanoTime} units; 0 for not yet
     */
    private record Pause(long requests, long bytesIn, long begun) {}

    /**
     * Creates a monitor for the connections of a connector; monitoring begins on start.
     */
    public SlowClientMonitor(AbstractConnector connector, ClientTimeouts timeouts) {
        this.connector = connector;
        this.timeouts = timeouts;
    }

    /**
     * Number of connections closed because the client was too slow.
     */
    public long ended() {
        return ended.get();
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        var connection = request.getConnectionMetaData().getConnection();
        var headers = request.getHeaders();
        boolean waits = !headers.contains(HttpHeader.CONTENT_LENGTH) && !headers.contains(HttpHeader.TRANSFER_ENCODING);
        exchanges.put(connection, new Exchange(System.nanoTime(), connection.getBytesOut(), waits));
        Request.addCompletionListener(request, failure -> exchanges.remove(connection));
        return request;
    }

    @Override
    protected void doStart() {
        scheduleCheck();
    }

    private void scheduleCheck() {
        connector.getScheduler().schedule(this::check, CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void check() {
        if (!isRunning()) {
            return;
        }
        try {
            var current = new HashMap<Connection, Pause>();
            for (var endPoint : connector.getConnectedEndPoints()) {
                var connection = endPoint.getConnection();
                if (connection != null) {
                    check(connection, current);
                }
            }
            pauses = current;
        } finally {
            scheduleCheck();
        }
    }

    private void check(Connection c, Map<Connection, Pause> current) {
        long now = System.nanoTime();
        var exchange = exchanges.get(c);
        if (exchange != null) {
            if (!exchange.waits()) {
                endIf(isSlow(c, exchange, now), c);
            } else if (c.getBytesOut() > exchange.bytesOut()) {
                exchanges.replace(c, exchange, new Exchange(now, exchange.bytesOut(), false));
            }
            return;
        }
        var pause = pause(c, now);
        current.put(c, pause);
        endIf(pause.begun() != 0 && hasElapsed(timeouts.header(), pause.begun(), now), c);
    }

    private Pause pause(Connection c, long now) {
        var last = pauses.get(c);
        if (last == null || last.requests() != c.getMessagesIn()) {
            // bytes received on a new connection belong to its first request
            return new Pause(c.getMessagesIn(), c.getMessagesIn() == 0 ? 0 : c.getBytesIn(), 0);
        }
        var begins = last.begun() == 0 && c.getBytesIn() > last.bytesIn();
        return begins ? new Pause(last.requests(), last.bytesIn(), now) : last;
    }

    private boolean isSlow(Connection c, Exchange exchange, long now) {
        long sent = c.getBytesOut() - exchange.bytesOut();
        double seconds = (now - exchange.since()) / 1e9;
        return hasElapsed(timeouts.exchange(), exchange.since(), now) && sent < seconds * timeouts.bytesPerSecond();
    }

    private void endIf(boolean slow, Connection c) {
        if (slow) {
            ended.incrementAndGet();
            c.getEndPoint().close();
        }
    }

    private static boolean hasElapsed(Duration bound, long since, long now) {
        return now - since > bound.toNanos();
    }
}
