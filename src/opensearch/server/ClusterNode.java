import java.util.List;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Starts one OpenSearch node on loopback and runs it until its standard input ends, as it does when its parent is gone. Launched from
 * source by the tests, since its class path is the server's and not the program's.
 */
final class ClusterNode {
    private ClusterNode() {}

    /**
     * Starts the node.
     *
     * @param args folder, name, HTTP port, transport port, transport ports of all nodes separated by commas
     */
    public static void main(String... args) throws Exception {
        var peers = List.of(args[4].split(","));
        try (var runner = new OpenSearchRunner()) {
            runner.onBuild((number, settings) -> {
                settings.put("node.name", args[1]);
                settings.put("network.host", "127.0.0.1");
                settings.put("http.port", args[2]);
                settings.put("transport.port", args[3]);
                settings.putList("path.repo", args[0] + "/../snapshots");
                settings.put("search.default_allow_partial_results", false);
                settings.put("indices.query.bool.max_clause_count", 16_384);
                settings.put("discovery.type", peers.size() == 1 ? "single-node" : "zen");
                if (peers.size() > 1) {
                    settings.putList("discovery.seed_hosts", peers.stream().map(p -> "127.0.0.1:" + p).toList());
                    settings.putList("cluster.initial_cluster_manager_nodes", "node-0", "node-1", "node-2");
                    settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
                }
            });
            runner.build(OpenSearchRunner.newConfigs()
                    .basePath(args[0])
                    .clusterName("precedent-test")
                    .numOfNode(1)
                    .baseHttpPort(9200)
                    .disableESLogger());
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // nothing is said to it
            }
        }
        System.exit(0);
    }
}
