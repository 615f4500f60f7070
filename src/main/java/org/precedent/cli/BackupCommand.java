package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.precedent.cli.option.DatabaseOption;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.output.TerminalResults;
import org.precedent.cli.output.WritingCommand;
import org.precedent.ingest.OriginalStore;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.opensearch.OpenSearchMaintenance;
import org.precedent.saved.DatabaseAddress;
import org.precedent.saved.SavedSearches;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Backs up the index, the saved searches, the original files and the takedown list while they are in use. The copy is written to
 * {@code DIR.unfinished}, verified, and only then renamed to {@code DIR}.
 */
@Command(
        name = "backup",
        description = "Copy the index and the saved searches into a new folder; serve it with --index DIR.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BackupCommand implements Callable<Integer>, WritingCommand {
    @Parameters(paramLabel = "DIR", description = "a folder that does not exist yet, or is empty")
    private Path folder;

    @Mixin
    private IndexOption index;

    @Mixin
    private DatabaseOption database;

    @Spec
    private CommandSpec spec;

    @Override
    public Path target() {
        return folder;
    }

    @Override
    public Integer call() throws IOException {
        var lucene = index.existing();
        var address = database.address(index);
        requireEmpty();
        var copied =
                new Backup(lucene, address, index.originals(), List.of(index.takedown(), index.paths())).copyTo(folder);
        spec.commandLine()
                .getErr()
                .println("copied " + TerminalResults.count(copied.letters(), "determination") + " and "
                        + TerminalResults.count(copied.saved(), "saved search", "saved searches") + " to " + folder);
        if (index.engine().isDistributed()) {
            snapshot();
        }
        if (address instanceof DatabaseAddress.PostgresServer) {
            spec.commandLine().getErr().println("the saved searches are in " + address + ": back them up with pg_dump");
        }
        return Main.DONE;
    }

    /** Takes a snapshot of the cluster's index into a new repository in the backup folder. */
    private void snapshot() {
        var to = folder.resolve("opensearch");
        try (var maintenance = OpenSearchMaintenance.open(index.engine().cluster(), Vocabularies.bundled())) {
            maintenance.backup(to);
            spec.commandLine()
                    .getErr()
                    .println("snapshot of " + TerminalResults.count(maintenance.determinationCount(), "determination")
                            + " in " + to);
        }
    }

    private void requireEmpty() throws IOException {
        if (Files.exists(folder)) {
            try (var content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new ParameterException(
                            spec.commandLine(), folder + ": not empty; choose a folder that does not exist yet");
                }
            }
        }
    }

    /**
     * A backup of the index, the saved searches, the original files and the lists next to them while they are in use. The copy is written
     * to {@code FOLDER.unfinished}, verified, forced to disk and then renamed.
     *
     * @param lucene folder of the index generations
     * @param database database of the saved searches; a file need not exist, and PostgreSQL is not copied because it has its own tools
     * @param originals folder of the original files; need not exist
     * @param lists further files next to the index, such as the takedown list; need not exist
     */
    record Backup(Path lucene, DatabaseAddress database, Path originals, List<Path> lists) {
        /**
         * Contents of a backup.
         *
         * @param letters number of determinations
         * @param saved number of saved searches
         */
        record Copied(long letters, long saved) {}

        /**
         * Writes the backup.
         *
         * @param folder must not exist or must be empty
         * @throws IOException if the backup fails or the copied data is damaged; nothing is left behind then
         */
        Copied copyTo(Path folder) throws IOException {
            var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
            AtomicFolder.remove(unfinished);
            try {
                var copied = copy(Files.createDirectories(unfinished));
                AtomicFolder.publish(unfinished, folder);
                return copied;
            } catch (IOException | RuntimeException e) {
                removeAfter(e, unfinished);
                throw e;
            }
        }

        private Copied copy(Path to) throws IOException {
            var vocabularies = Vocabularies.bundled();
            IndexMaintenance.open(lucene, vocabularies).backup(to.resolve("lucene"));
            var index = IndexMaintenance.open(to.resolve("lucene"), vocabularies);
            requireSound(index.damage());
            new OriginalStore(originals).copyTo(to.resolve("originals"));
            requireSound(new OriginalStore(to.resolve("originals")).damage());
            for (var list : lists) {
                if (Files.exists(list)) {
                    Files.copy(list, to.resolve(list.getFileName()));
                }
            }
            return new Copied(
                    index.determinationCount(),
                    database instanceof DatabaseAddress.SqliteFile sqlite && Files.exists(sqlite.file())
                            ? copyDatabase(sqlite, to.resolve("precedent.db"))
                            : 0);
        }

        private long copyDatabase(DatabaseAddress from, Path to) throws IOException {
            try (var saved = SavedSearches.openToRead(from, InstantSource.system())) {
                saved.backup(to);
            }
            try (var saved = SavedSearches.open(to, InstantSource.system())) {
                requireSound(saved.damage());
                return saved.count();
            }
        }

        private static void requireSound(List<String> damage) throws IOException {
            if (!damage.isEmpty()) {
                throw new IOException(
                        "the index is damaged, and no copy was made; run `precedent verify`. " + damage.getFirst());
            }
        }

        private static void removeAfter(Exception failure, Path unfinished) {
            try {
                AtomicFolder.remove(unfinished);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
