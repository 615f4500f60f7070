package org.precedent.web.limit;

/**
 * Thread-bound address of the client whose request is being answered, for limits that do not see the request.
 */
public final class CurrentClient {
    /** Work of the server itself, such as the alerts of a night. */
    private static final String SERVER = "";

    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> SERVER);

    private CurrentClient() {}

    /**
     * Answers a request.
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

    /** Who is answered now. */
    static String key() {
        return CURRENT.get();
    }
}
