package org.precedent.web.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Buffered output that holds a place of a {@link Gate} while content is produced, and gives it back while the client takes what
 * was produced. A client that reads slowly therefore keeps nobody else waiting.
 */
public final class YieldingOutputStream extends OutputStream {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Gate gate;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private Gate.Place place;

    /**
     * Waits for a place.
     *
     * @throws Failure with status 503 when there is none in time
     */
    public YieldingOutputStream(Gate gate, OutputStream out) {
        this.gate = gate;
        this.out = out;
        this.place = gate.enter();
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
     * Sends what is left in the buffer; what was not finished is never sent as if it were whole.
     */
    public void finish() throws IOException {
        send();
    }

    /**
     * Gives the place back, and sends nothing more.
     */
    @Override
    public void close() {
        place.close();
    }

    private void send() throws IOException {
        place.close();
        out.write(buffer, 0, filled);
        filled = 0;
        place = gate.enterPatiently();
    }
}
