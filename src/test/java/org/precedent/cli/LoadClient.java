package org.precedent.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * HTTP client over one keep-alive connection, lightweight enough not to compete for CPU time with the server it measures.
 */
public final class LoadClient implements AutoCloseable {
    private static final int TIMEOUT = 60_000;

    private final int port;
    private final Socket socket;
    private final InputStream in;

    public LoadClient(int port) throws IOException {
        this.port = port;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * An HTTP response.
     *
     * @param status HTTP status
     * @param body decoded as UTF-8
     * @param retryAfter whether it has a {@code Retry-After} header
     */
    public record Answer(int status, String body, boolean retryAfter) {}

    public Answer get(String path) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
    }

    public Answer post(String path, String form) throws IOException {
        return ask(String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: 127.0.0.1:" + port,
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length(),
                "",
                form));
    }

    /** Sends a request with a body of this content type. */
    public Answer send(String method, String path, String type, byte[] body) throws IOException {
        var head = String.join(
                "\r\n",
                method + " " + path + " HTTP/1.1",
                "Host: 127.0.0.1:" + port,
                "Content-Type: " + type,
                "Content-Length: " + body.length,
                "",
                "");
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return ask(request.toByteArray());
    }

    private Answer ask(String request) throws IOException {
        return ask(request.getBytes(StandardCharsets.US_ASCII));
    }

    private Answer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        int length = 0;
        boolean chunked = false;
        boolean retry = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:");
            retry |= lower.startsWith("retry-after:");
        }
        var body = chunked ? chunks() : in.readNBytes(length);
        return new Answer(status, new String(body, StandardCharsets.UTF_8), retry);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
