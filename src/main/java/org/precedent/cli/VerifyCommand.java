package org.precedent.cli;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.precedent.lucene.IndexCare;
import org.precedent.saved.SavedSearches;
import org.precedent.saved.Unavailable;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Says whether index and saved searches are sound.
 */
@Command(
        name = "verify",
        description = "Read every byte of the index and the saved searches and say what is damaged.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private IndexOption index;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var damage = new ArrayList<>(
                IndexCare.of(index.existing(), Vocabularies.bundled()).verify());
        damage.addAll(savedDamage());
        damage.forEach(line -> spec.commandLine().getOut().println(line));
        if (damage.isEmpty()) {
            spec.commandLine().getErr().println("index and saved searches are sound");
        }
        return damage.isEmpty() ? Main.DONE : Main.FAILED;
    }

    private List<String> savedDamage() {
        if (!Files.exists(index.database())) {
            return List.of();
        }
        try (var saved = SavedSearches.open(index.database(), InstantSource.system())) {
            return saved.damage();
        } catch (Unavailable e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
