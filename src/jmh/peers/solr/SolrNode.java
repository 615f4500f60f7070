import java.nio.file.Path;
import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;

/**
 * Starts Solr on loopback and runs it until its standard input ends, as it does when its parent is gone. Launched from source by the
 * benchmarks, since its class path is the server's and not the program's.
 */
final class SolrNode {
    private SolrNode() {}

    /**
     * Starts the server.
     *
     * @param args Solr home, a folder with a folder for each core; HTTP port
     */
    public static void main(String... args) throws Exception {
        var config = JettyConfig.builder()
                .setPort(Integer.parseInt(args[1]))
                .setContext("/solr")
                .build();
        var server = new JettySolrRunner(Path.of(args[0]).toAbsolutePath().toString(), config);
        server.start();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // the parent sends nothing; the end of the input is the signal to stop
        }
        server.stop();
        System.exit(0);
    }
}
