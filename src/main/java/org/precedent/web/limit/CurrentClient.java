package org.precedent.web.limit;

/**
 * The client whose request the current thread is handling, for rate limits in code without access to the request.
 */
public final class CurrentClient {
    /** Key for the server's own work, such as nightly alerts. */
    private static final String SERVER = "";

    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> SERVER);

    private CurrentClient() {}

    /**
     * Handles a request on behalf of a client.
     *
     * @param client key of the client, as returned by {@link org.precedent.web.http.ClientAddress}
     */
    public static void runAs(String client, Runnable answer) {
        CURRENT.set(client);
        try {
            answer.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Key of the current client; an empty string for the server's own work. */
    static String key() {
        return CURRENT.get();
    }
}
