package org.precedent.saved;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A program that saves searches and prints each id once it is saved. Arguments: {@code FILE NAME COUNT}.
 */
final class SavingProcess {
    private SavingProcess() {}

    public static void main(String[] args) {
        try (var saved = SavedSearches.open(Path.of(args[0]), InstantSource.system())) {
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                var draft = new Draft(args[1] + " " + i, "", "/search?q=" + args[1] + i);
                System.out.println(saved.create(Owner.ofToken(args[1]), draft, Instant.EPOCH)
                        .id());
            }
        }
    }
}
