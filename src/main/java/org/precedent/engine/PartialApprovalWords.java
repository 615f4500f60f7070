package org.precedent.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of the formula by which a heading says that a request was approved in part, from {@code partial-approval.txt}. Two disputes
 * do not resemble each other by them.
 */
final class PartialApprovalWords {
    private static final String RESOURCE = "/search/partial-approval.txt";
    private static final Set<String> ALL = read();

    private PartialApprovalWords() {}

    /** Whether it is one of them, in lower case. */
    static boolean holds(String form) {
        return ALL.contains(form);
    }

    private static Set<String> read() {
        try (var in = PartialApprovalWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + ": missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
