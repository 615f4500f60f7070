package org.precedent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.precedent.cli.option.IndexFolder;
import org.precedent.cli.output.TerminalResults;
import org.precedent.cli.output.WritingCommand;
import org.precedent.ingest.OriginalStore;
import org.precedent.json.Json;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Copies an index to another web server's folder, or updates such a copy, while both are in use.
 */
@Command(
        name = "replicate",
        description =
                "Copy the index in FROM-DIR to TO-DIR, or update that copy. A server on TO-DIR shows the new state"
                        + " without a restart. Saved searches are not copied.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReplicateCommand implements Callable<Integer>, WritingCommand {
    @Parameters(index = "0", paramLabel = "FROM-DIR", description = "index folder to copy, as given to --index")
    private Path from;

    @Parameters(
            index = "1",
            paramLabel = "TO-DIR",
            description =
                    "index folder of the other server: a replica, an empty folder, or one that does not exist yet")
    private Path to;

    @Option(names = "--verify", description = "also read every byte in TO-DIR and replace damaged files")
    private boolean verify;

    @Option(names = "--no-originals", description = "do not copy the original files; pages then show only the text")
    private boolean noOriginals;

    @Spec
    private CommandSpec spec;

    @Override
    public Path target() {
        return to;
    }

    @Override
    public Integer call() throws IOException {
        var replica = new Replica(new IndexFolder(from), new IndexFolder(to));
        var objection = replica.refusalReason();
        if (objection.isPresent()) {
            throw new ParameterException(spec.commandLine(), objection.get());
        }
        var copied = replica.update(verify, !noOriginals)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), from + ": contains no index yet; ingest first, or choose another folder"));
        var index = copied.index();
        spec.commandLine()
                .getErr()
                .println("copied " + TerminalResults.count(index.files(), "index file") + " (" + index.bytes() / 1024
                        + " KB) and " + TerminalResults.count(copied.originals(), "original file") + "; " + to
                        + " holds "
                        + TerminalResults.count(index.letters(), "determination"));
        return Main.DONE;
    }

    /**
     * A replica of an index folder for another web server: index, original files and the lists next to them. The database of saved searches
     * is not copied, because the replica's server has its own.
     *
     * @param from the original folder
     * @param to the replica folder; need not exist
     */
    record Replica(IndexFolder from, IndexFolder to) {
        /** Files that a server may have created before the first replication. */
        private static final Set<String> OF_SERVER =
                Set.of("precedent.db", "precedent.db-wal", "precedent.db-shm", "precedent.properties", "lost+found");

        private static final String PART = ".part";

        /**
         * Result of an update.
         *
         * @param index index files copied
         * @param originals number of original files copied
         */
        record Copied(IndexMaintenance.Replicated index, int originals) {}

        /**
         * Why the folders cannot be used, as a sentence with a remedy; empty if they can.
         */
        Optional<String> refusalReason() throws IOException {
            if (!Files.isDirectory(from.root())) {
                return Optional.of(
                        from.root() + ": no such folder; give the folder that --index names on the ingesting machine");
            }
            if (!Files.isDirectory(from.lucene())) {
                return Optional.of(from.root() + ": no index there; expected an index folder with " + from.lucene());
            }
            if (Files.exists(to.root()) && !Files.isDirectory(to.root())) {
                return Optional.of(
                        to.root() + ": is a file; choose a replica, an empty folder, or one that does not exist yet");
            }
            var source = from.root().toRealPath();
            var target = toRealPath(to.root().toAbsolutePath().normalize());
            if (source.startsWith(target) || target.startsWith(source)) {
                return Optional.of(to.root() + ": is, contains or lies in " + from.root()
                        + "; choose a folder on the other server or disk");
            }
            return foreign();
        }

        // resolves the nearest existing parent, because a symbolic link may lead into the original folder
        private static Path toRealPath(Path path) throws IOException {
            var parent = path.getParent();
            return Files.exists(path) || parent == null
                    ? path.toRealPath()
                    : toRealPath(parent).resolve(path.getFileName().toString());
        }

        private Optional<String> foreign() throws IOException {
            if (!Files.isDirectory(to.root()) || Files.exists(to.replicaMark())) {
                return Optional.empty();
            }
            try (var content = Files.list(to.root())) {
                return content.map(file -> file.getFileName().toString())
                        .filter(name -> !OF_SERVER.contains(name) && !name.endsWith(PART))
                        .sorted()
                        .findFirst()
                        .map(name -> to.root() + ": holds " + name + " and is no replica ("
                                + to.replicaMark().getFileName()
                                + " is missing), so nothing there is overwritten; choose an empty folder");
            }
        }

        /**
         * Brings the replica up to date.
         *
         * @param readAll whether to verify the checksum of every index file
         * @param originals whether to copy the original files
         * @return empty if the original has no index yet
         * @throws IOException if the update fails; the replica then keeps serving its previous state
         */
        Optional<Copied> update(boolean readAll, boolean originals) throws IOException {
            AtomicFolder.create(to.root());
            mark();
            var source = new OriginalStore(from.originals());
            var target = new OriginalStore(to.originals());
            var count = new int[1];
            var copied = IndexMaintenance.open(from.lucene(), Vocabularies.bundled())
                    .replicate(to.lucene(), readAll, () -> count[0] = originals ? copy(source, target) : 0);
            for (var list : List.of(from.takedown(), from.paths(), from.lastIngest())) {
                copy(list, to.root().resolve(list.getFileName()));
            }
            target.removeAbsentFrom(source);
            return copied.map(index -> new Copied(index, count[0]));
        }

        private static int copy(OriginalStore source, OriginalStore target) {
            try {
                return source.copyMissingTo(target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void mark() throws IOException {
            var json = Json.write(Map.of("from", from.root().toRealPath().toString())) + "\n";
            write(to.replicaMark(), json.getBytes(StandardCharsets.UTF_8));
        }

        private static void copy(Path list, Path copy) throws IOException {
            if (Files.exists(list)) {
                write(copy, Files.readAllBytes(list));
            } else {
                Files.deleteIfExists(copy);
            }
        }

        private static void write(Path file, byte[] content) throws IOException {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return;
            }
            var part = file.resolveSibling(file.getFileName() + PART);
            try (var channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
