package org.precedent.lucene.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * Recovery instructions for an index whose pointer file is damaged or missing: what can still be read and how to repair it.
 */
public final class GenerationRemedy {
    private GenerationRemedy() {}

    /** A generation that can be opened. */
    private record OpenGeneration(String name, long letters) {}

    /**
     * Returns instructions for a damaged or missing pointer file.
     *
     * @param finished the existing generations
     */
    static String describe(Path root, List<Path> finished) {
        var readable = new ArrayList<OpenGeneration>();
        for (var folder : finished) {
            LetterCount.count(folder).ifPresent(n -> readable.add(new OpenGeneration(Generations.name(folder), n)));
        }
        if (readable.isEmpty()) {
            return restore(root);
        }
        readable.sort(Comparator.comparingLong(OpenGeneration::letters).reversed());
        return "write the line " + readable.getFirst().name() + " into it, or restore a backup; "
                + readable.stream()
                        .map(r -> r.name() + " holds " + r.letters() + (r.letters() == 1 ? " letter" : " letters"))
                        .collect(Collectors.joining(", "));
    }

    /** Returns instructions for missing files. */
    public static String restore(Path root) {
        return "restore a backup, or remove " + root + " and ingest again";
    }

    /** Whether treating this generation as unfinished could lose determinations: false only for an empty commit. */
    static boolean mayHoldLetters(Path folder) {
        if (!Generations.hasCommit(folder)) {
            return Generations.files(folder).stream()
                    .anyMatch(f -> Generations.name(f).startsWith("_"));
        }
        try (var directory = FSDirectory.open(folder, NoLockFactory.INSTANCE)) {
            return SegmentInfos.readLatestCommit(directory).size() > 0;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }
}
