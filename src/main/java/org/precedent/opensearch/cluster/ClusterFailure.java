package org.precedent.opensearch.cluster;

/**
 * Thrown when the cluster answers a request with an error.
 */
public final class ClusterFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    /**
     * An error response.
     *
     * @param status HTTP status
     * @param type as OpenSearch names it: {@code resource_already_exists_exception}
     */
    public ClusterFailure(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }
}
