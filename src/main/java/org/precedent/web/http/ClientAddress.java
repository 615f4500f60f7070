package org.precedent.web.http;

import io.javalin.http.Context;

/**
 * Key that identifies a client to rate limits: its IP address, or for IPv6 the /64 network. Behind a trusted proxy it is the forwarded
 * client address.
 */
public final class ClientAddress {
    private static final int NETWORK_GROUPS = 4;

    private ClientAddress() {}

    /**
     * The key of the client of a request. An IPv6 client controls a whole /64 network, so the network is counted.
     */
    public static String read(Context ctx) {
        return read(ctx.ip());
    }

    /**
     * The key for an IP address.
     */
    public static String read(String address) {
        return address.contains(":") ? network(address) : address;
    }

    private static String network(String address) {
        var bare = address.replaceAll("[\\[\\]]|%.*", "");
        try {
            // an address literal, so this does not query DNS
            var bytes = java.net.InetAddress.getByName(bare).getAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 2 * NETWORK_GROUPS));
        } catch (java.net.UnknownHostException e) {
            return bare;
        }
    }
}
