package org.precedent.web.limit;

import java.io.IOException;
import java.io.OutputStream;
import org.precedent.web.http.Failure;

/**
 * Buffered output stream that holds a permit of a {@link ConcurrencyLimiter} while content is produced and releases it while the buffer is
 * sent, so that a slow client does not block others.
 */
public final class YieldingOutputStream extends OutputStream {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ConcurrencyLimiter limiter;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private ConcurrencyLimiter.Permit permit;

    /**
     * Creates a stream, waiting for a permit.
     *
     * @throws Failure with status 503 when none becomes available in time
     */
    public YieldingOutputStream(ConcurrencyLimiter limiter, OutputStream out) {
        this.limiter = limiter;
        this.out = out;
        this.permit = limiter.acquire();
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == buffer.length) {
            send();
        }
        buffer[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (filled == buffer.length) {
                send();
            }
            int part = Math.min(length - done, buffer.length - filled);
            System.arraycopy(bytes, offset + done, buffer, filled, part);
            filled += part;
            done += part;
        }
    }

    /**
     * Sends the rest of the buffer. Closing alone does not, so that an incomplete file does not look complete.
     */
    public void finish() throws IOException {
        send();
    }

    /**
     * Releases the permit without sending the rest of the buffer.
     */
    @Override
    public void close() {
        permit.close();
    }

    private void send() throws IOException {
        permit.close();
        out.write(buffer, 0, filled);
        filled = 0;
        permit = limiter.acquireUninterruptibly();
    }
}
