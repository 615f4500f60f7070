package org.precedent.web.letter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Input stream over a range of a file.
 */
final class FilePart extends FilterInputStream {
    private long left;

    FilePart(Path file, ByteRange part) throws IOException {
        super(Channels.newInputStream(FileChannel.open(file).position(part.from())));
        this.left = part.length();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = super.read(bytes, from, (int) Math.min(length, left));
        left -= Math.max(n, 0);
        return n;
    }
}
