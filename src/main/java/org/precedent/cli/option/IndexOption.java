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
     * The engine, for a command that makes sense only where there is an index.
     *
     * @throws ParameterException when there is none in the folder
     * @throws SearchEngine.Unavailable when there is none on the cluster, or the cluster cannot be used
     */
    public SearchEngine openExisting(Vocabularies vocabularies) {
        existing();
        return openToServe(vocabularies);
    }

    /**
     * The engine, where a folder without an index counts as an empty one.
     *
     * @throws SearchEngine.Unavailable when there is none on the cluster, or the cluster cannot be used
     */
    public SearchEngine openToServe(Vocabularies vocabularies) {
        if (engine.isDistributed()) {
            try (var index = OpenSearchMaintenance.open(engine.cluster(), vocabularies)) {
                index.requireUsable();
            }
        }
        return open(vocabularies);
    }

    /** The engine, whether there is an index or not. */
    public SearchEngine open(Vocabularies vocabularies) {
        return engine.isDistributed()
                ? OpenSearchEngine.open(engine.cluster(), vocabularies)
                : LuceneEngine.open(lucene(), vocabularies);
    }

    /** A writer whose commits the engine shows at once. */
    public static LetterWriter writer(SearchEngine engine, InstantSource clock) {
        return switch (engine) {
            case LuceneEngine lucene -> lucene.writer(clock);
            case OpenSearchEngine cluster -> cluster.writer(clock);
            default -> throw new IllegalArgumentException(engine.getClass() + ": cannot be written");
        };
    }

    /** The maintenance of the index. */
    public EngineMaintenance maintenance(Vocabularies vocabularies) {
        return engine.isDistributed()
                ? OpenSearchMaintenance.open(engine.cluster(), vocabularies)
                : IndexMaintenance.open(lucene(), vocabularies);
    }

    /** Which engine keeps the index. */
    public EngineOption engine() {
        return engine;
    }

    /**
     * Folder of the index generations, for a command that makes sense only where there is one.
     *
     * @throws ParameterException when there is none
     */
    public Path existing() {
        if (!engine.isDistributed() && !Files.isDirectory(lucene())) {
            throw new ParameterException(
                    spec.commandLine(), index + ": contains no index; give its folder with --index, or ingest first");
        }
        return lucene();
    }

    /**
     * Refuses a replica: what is written there would be replaced by the next {@code replicate}.
     *
     * @throws ParameterException when it is one
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
     * The folder as given.
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
     * File of the saved searches.
     */
    public Path database() {
        return folder().database();
    }

    /**
     * File of the determinations that must not be stored; need not exist.
     */
    public Path takedown() {
        return folder().takedown();
    }

    /**
     * File of the paths that determinations without a case number were read from; need not exist.
     */
    public Path paths() {
        return folder().paths();
    }

    /**
     * Folder of the files that determinations were read from; need not exist.
     */
    public Path originals() {
        return folder().originals();
    }
}
