package org.precedent.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Input stream that counts the bytes read and fails when a limit is exceeded. Closing it leaves the underlying stream open.
 */
public final class BoundedInput extends FilterInputStream {
    private final long allowed;
    private long count;

    public BoundedInput(InputStream in, long allowed) {
        super(in);
        this.allowed = allowed;
    }

    /**
     * Returns the number of bytes read so far.
     */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        add(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        add(Math.max(n, 0));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        add(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {}

    private void add(long n) throws LimitExceeded {
        count += n;
        if (count > allowed) {
            throw new LimitExceeded(allowed);
        }
    }

    /**
     * Thrown when the input is longer than the limit.
     */
    public static final class LimitExceeded extends IOException {
        private static final long serialVersionUID = 1L;

        LimitExceeded(long allowed) {
            super("more than " + allowed + " bytes");
        }
    }
}
