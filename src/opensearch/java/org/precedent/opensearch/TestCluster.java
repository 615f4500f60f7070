package org.precedent.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.ClusterOptions;

/**
 * A real OpenSearch cluster on loopback; each node is a child process that ends with the tests.
 */
public final class TestCluster implements AutoCloseable {
    /** Where the profile puts the server's JAR files. */
    private static final Path SERVER = Path.of(System.getProperty("opensearch.lib", "target/opensearch/lib"));

    private static final Path SOURCE = Path.of("src/opensearch/server/ClusterNode.java");
    private static final AtomicInteger ALIASES = new AtomicInteger();

    private final Path folder;
    private final List<Node> nodes = new ArrayList<>();
    private List<Integer> http = List.of();
    private List<Integer> transport = List.of();

    /**
     * A node of the cluster.
     *
     * @param process of the node
     * @param url of its HTTP interface
     */
    public record Node(String name, Process process, URI url) {
        /** Kills it at once, as a power loss would. */
        public void kill() {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private TestCluster(Path folder) {
        this.folder = folder;
    }

    /** A one-node cluster shared by all tests that do not break it; ends with this process. */
    public static TestCluster shared() {
        return Shared.CLUSTER;
    }

    private static final class Shared {
        static final TestCluster CLUSTER = start(1);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close, "stop cluster"));
        }

        private Shared() {}
    }

    /** Starts a cluster with this many nodes; returns when it accepts requests. */
    public static TestCluster start(int count) {
        try {
            var cluster = new TestCluster(Files.createTempDirectory("opensearch"));
            cluster.http = freePorts(count);
            cluster.transport = freePorts(count);
            for (int i = 0; i < count; i++) {
                cluster.nodes.add(cluster.launch(i));
            }
            cluster.nodes.forEach(TestCluster::awaitReady);
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (var socket : sockets) {
            socket.close();
        }
        return ports;
    }

    /** Restarts killed nodes on their old files, and waits until all nodes have joined. */
    public void restore() {
        try {
            for (int i = 0; i < nodes.size(); i++) {
                if (!nodes.get(i).process.isAlive()) {
                    nodes.set(i, launch(i));
                    awaitReady(nodes.get(i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var client = new ClusterClient(options())) {
            client.request("GET", "/_cluster/health?wait_for_nodes=" + nodes.size() + "&timeout=60s", null);
        }
    }

    private Node launch(int number) throws IOException {
        var name = "node-" + number;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        SERVER.toAbsolutePath() + "/*",
                        SOURCE.toAbsolutePath().toString(),
                        folder.resolve(name).toString(),
                        name,
                        Integer.toString(http.get(number)),
                        Integer.toString(transport.get(number)),
                        transport.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .redirectErrorStream(true)
                .start();
        return new Node(name, process, URI.create("http://127.0.0.1:" + http.get(number)));
    }

    private static void awaitReady(Node node) {
        var said = new StringBuilder();
        try {
            var out = new BufferedReader(new InputStreamReader(node.process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
                if (line == null) {
                    throw new IllegalStateException(node.name + " did not start: " + said);
                }
                said.append(line).append('\n');
            }
            // drains the output, so that the process never blocks on a full pipe
            Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Node node(int number) {
        return nodes.get(number);
    }

    /** The node with this name. */
    Node named(String name) {
        return nodes.stream().filter(n -> n.name.equals(name)).findFirst().orElseThrow();
    }

    /** Options for a new index of the caller's own. */
    public ClusterOptions options() {
        return ClusterOptions.of(urls(), "test" + ALIASES.incrementAndGet());
    }

    public List<URI> urls() {
        return nodes.stream().map(Node::url).toList();
    }

    /** The folder of all files that the nodes write. */
    public Path folder() {
        return folder;
    }

    /** The folder in which nodes may store snapshots. */
    public Path snapshots() {
        return folder.resolve("snapshots");
    }

    @Override
    public void close() {
        try {
            for (var node : nodes) {
                node.process.getOutputStream().close();
            }
            for (var node : nodes) {
                if (!node.process.waitFor(20, TimeUnit.SECONDS)) {
                    node.kill();
                }
            }
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
