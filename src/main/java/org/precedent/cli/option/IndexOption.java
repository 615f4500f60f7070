package org.precedent.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Folder of the index generations, for a command that makes sense only where there is one.
     *
     * @throws ParameterException when there is none
     */
    public Path existing() {
        if (!Files.isDirectory(lucene())) {
            throw new ParameterException(
                    spec.commandLine(), index + ": no index there; name its folder with --index, or ingest first");
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
                            + " or delete " + folder().replicaMark() + " to make it an index of its own");
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
     * File of the letters that must not be kept; need not exist.
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
