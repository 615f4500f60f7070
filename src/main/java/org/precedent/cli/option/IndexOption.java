package org.precedent.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.precedent.engine.EngineMaintenance;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.lucene.LuceneEngine;
import org.precedent.opensearch.OpenSearchEngine;
import org.precedent.opensearch.OpenSearchMaintenance;
import org.precedent.search.LetterWriter;
import org.precedent.search.SearchEngine;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code --index} option of every command that opens an index.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class IndexOption {
    @Option(
            names = "--index",
            paramLabel = "DIR",
            defaultValue = "index",
            description = "folder of the search index and the saved searches (default: ${DEFAULT-VALUE})")
    private Path index;

    @Mixin
    private EngineOption engine;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Opens the engine for a command that needs an existing index.
     *
     * @throws ParameterException if the folder has no index
     * @throws SearchEngine.Unavailable if the cluster has no index or cannot be used
     */
    public SearchEngine openExisting(Vocabularies vocabularies) {
        existing();
        return openToServe(vocabularies);
    }

    /**
     * Opens the engine; a folder without an index is treated as an empty index.
     *
     * @throws SearchEngine.Unavailable if the cluster has no index or cannot be used
     */
    public SearchEngine openToServe(Vocabularies vocabularies) {
        if (engine.isDistributed()) {
            try (var index = OpenSearchMaintenance.open(engine.cluster(), vocabularies)) {
                index.requireUsable();
            }
        }
        return open(vocabularies);
    }

    /** Opens the engine, whether or not there is an index. */
    public SearchEngine open(Vocabularies vocabularies) {
        return engine.isDistributed()
                ? OpenSearchEngine.open(engine.cluster(), vocabularies)
                : LuceneEngine.open(lucene(), vocabularies);
    }

    /** Opens a writer whose commits are immediately visible in the engine. */
    public static LetterWriter writer(SearchEngine engine, InstantSource clock) {
        return switch (engine) {
            case LuceneEngine lucene -> lucene.writer(clock);
            case OpenSearchEngine cluster -> cluster.writer(clock);
            default -> throw new IllegalArgumentException(engine.getClass() + ": cannot be written");
        };
    }

    /** Maintenance operations for the index. */
    public EngineMaintenance maintenance(Vocabularies vocabularies) {
        return engine.isDistributed()
                ? OpenSearchMaintenance.open(engine.cluster(), vocabularies)
                : IndexMaintenance.open(lucene(), vocabularies);
    }

    /** The selected engine. */
    public EngineOption engine() {
        return engine;
    }

    /**
     * Folder of the index generations, for a command that needs an existing index.
     *
     * @throws ParameterException if the folder has no index
     */
    public Path existing() {
        if (!engine.isDistributed() && !Files.isDirectory(lucene())) {
            throw new ParameterException(
                    spec.commandLine(), index + ": contains no index; give its folder with --index, or ingest first");
        }
        return lucene();
    }

    /**
     * Rejects a replica, because the next {@code replicate} would overwrite changes to it.
     *
     * @throws ParameterException if the folder is a replica
     */
    public void requireNoReplica() {
        if (Files.exists(folder().replicaMark())) {
            throw new ParameterException(
                    spec.commandLine(),
                    index
                            + ": is a replica, which `precedent replicate` overwrites; run this on the index it is copied from,"
                            + " or delete " + folder().replicaMark() + " to make it an independent index");
        }
    }

    /**
     * The index folder.
     */
    public IndexFolder folder() {
        return new IndexFolder(index);
    }

    /**
     * Folder of the index generations.
     */
    public Path lucene() {
        return folder().lucene();
    }

    /**
     * SQLite file of the saved searches.
     */
    public Path database() {
        return folder().database();
    }

    /**
     * List of determinations that must not be stored; need not exist.
     */
    public Path takedown() {
        return folder().takedown();
    }

    /**
     * List of the paths of files without a case number; need not exist.
     */
    public Path paths() {
        return folder().paths();
    }

    /**
     * Folder of the original files; need not exist.
     */
    public Path originals() {
        return folder().originals();
    }
}
