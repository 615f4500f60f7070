package org.precedent.web.http;

import io.javalin.http.Context;

/**
 * Who sent a request, as far as the network tells: the connection's other end, or whom a trusted proxy says it speaks for.
 */
public final class Peer {
    private static final int NETWORK_GROUPS = 4;

    private Peer() {}

    /**
     * One client, for counting. An IPv6 client owns its whole network of 64 bits and is counted by that.
     */
    public static String of(Context ctx) {
        var address = ctx.ip();
        return address.contains(":") ? network(address) : address;
    }

    private static String network(String address) {
        var bare = address.replaceAll("[\\[\\]]|%.*", "");
        try {
            // a literal: nothing is looked up
            var bytes = java.net.InetAddress.getByName(bare).getAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 2 * NETWORK_GROUPS));
        } catch (java.net.UnknownHostException e) {
            return bare;
        }
    }
}
