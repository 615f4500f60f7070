package org.precedent.web.limit;

/**
 * The client whose request the current thread is handling, for rate limits in code that does not have access to the request.
 */
public final class CurrentClient {
    /** The server's own work, such as nightly alerts. */
    private static final String SERVER = "";

    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> SERVER);

    private CurrentClient() {}

    /**
     * Handles a request on behalf of a client.
     *
     * @param client as {@link org.precedent.web.http.ClientAddress} counts it
     */
    public static void runAs(String client, Runnable answer) {
        CURRENT.set(client);
        try {
            answer.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** The current client; an empty string for the server's own work. */
    static String key() {
        return CURRENT.get();
    }
}
