package org.precedent.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.precedent.cli.option.DatabaseOption;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.output.Terminal;
import org.precedent.cli.output.TerminalResults;
import org.precedent.json.Json;
import org.precedent.saved.DatabaseAddress;
import org.precedent.saved.InvalidInputException;
import org.precedent.saved.SavedSearch;
import org.precedent.saved.SavedSearches;
import org.precedent.saved.StoreContents;
import org.precedent.search.facet.Total;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.http.Failure;
import org.precedent.web.limit.ConcurrencyLimiter.Listener;
import org.precedent.web.limit.SearchGate;
import org.precedent.web.saved.NewResults;
import org.precedent.web.saved.SavedJson;
import org.precedent.web.saved.SavedNews;
import org.precedent.web.search.SearchGateway;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Lists the saved searches of an index, prints the new results of one, or moves all of them to another database.
 */
@Command(
        name = "saved",
        description = "List the saved searches, show the new results of one, or move all to another database.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SavedCommand implements Callable<Integer> {
    private static final String LINK = "/s/";

    @Parameters(
            arity = "0..1",
            paramLabel = "LINK",
            description = "a saved link (/s/...) or its ID (default: list" + " all)")
    private @Nullable String link;

    @Option(names = "--since", paramLabel = "DATE", description = "count results since that day, such as 2026-01-31")
    private @Nullable String since;

    @Option(names = "--json", description = "print the JSON of /saved.json or /s/LINK.json")
    private boolean json;

    @ArgGroup
    private @Nullable Transfer transfer;

    /** Options for exporting and importing the contents of a database. */
    static final class Transfer {
        @Option(
                names = "--export",
                paramLabel = "FILE",
                description = "write all searches, folders and alerts to a new file, notes and addresses included")
        private @Nullable Path export;

        @Option(
                names = "--import",
                paramLabel = "FILE",
                description = "import such a file; the database, here or at --database, must be empty")
        private @Nullable Path from;
    }

    @Mixin
    private IndexOption index;

    @Mixin
    private DatabaseOption database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (transfer != null) {
            return transfer(transfer);
        }
        index.existing();
        var address = database.address(index);
        if (address instanceof DatabaseAddress.SqliteFile sqlite && !Files.exists(sqlite.file())) {
            return link == null ? list(List.of()) : fail("no saved searches in " + index.database());
        }
        try (var saved = SavedSearches.openToRead(address, InstantSource.system())) {
            if (link == null) {
                return list(saved.all());
            }
            var one = saved.find(id(link));
            if (one.isEmpty()) {
                return fail(link + ": no saved search with this ID; `precedent saved` lists them");
            }
            try (var engine = index.openExisting(Vocabularies.bundled())) {
                var gateway = new SearchGateway(
                        new SearchService(engine, Vocabularies.bundled()),
                        new SearchGate(1, Duration.ofMinutes(1), Listener.NONE),
                        Integer.MAX_VALUE);
                return print(SavedNews.find(gateway, one.get(), after(one.get())));
            }
        } catch (Failure e) {
            return fail(e.answer().detail());
        }
    }

    private int transfer(Transfer asked) throws IOException {
        if (link != null || since != null || json) {
            throw new ParameterException(
                    spec.commandLine(), "--export and --import cannot be combined with LINK, --since or --json");
        }
        var address = database.address(index);
        var err = spec.commandLine().getErr();
        if (asked.export != null) {
            err.println("exported " + counts(SavedFile.write(asked.export, address)) + " to " + asked.export);
        } else if (asked.from != null) {
            err.println("imported " + counts(SavedFile.read(asked.from, address)) + " into " + address);
        }
        return Main.DONE;
    }

    private static String counts(StoreContents contents) {
        return TerminalResults.count(contents.searches(), "saved search", "saved searches") + " and "
                + TerminalResults.count(contents.folders(), "folder");
    }

    private static String id(String link) {
        int at = link.lastIndexOf(LINK);
        return at < 0 ? link : link.substring(at + LINK.length());
    }

    private Instant after(SavedSearch saved) {
        try {
            return Optional.ofNullable(since)
                    .map(LocalDate::parse)
                    .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1))
                    .orElse(saved.created().indexAsOf());
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--since: expected a day such as 2026-01-31, got " + since, e);
        }
    }

    private int list(List<SavedSearch> list) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(SavedJson.list(list)));
        } else {
            list.forEach(s -> out.println(LINK + s.id() + "  " + s.draft().name() + "\n    "
                    + s.draft().url() + "\n    saved " + day(s.created().at())));
            spec.commandLine().getErr().println(TerminalResults.count(list.size(), "saved search", "saved searches"));
        }
        return Main.DONE;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private int print(SavedNews run) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(SavedJson.toMap(run, true)));
        } else {
            spec.commandLine().getErr().println(sentence(run));
            new TerminalResults(out, Terminal.supportsColor()).print(run.page());
        }
        return Main.DONE;
    }

    private static String sentence(SavedNews run) {
        NewResults news = run.news();
        return run.saved().draft().name() + ": " + letters(run.page().total()) + "; new " + letters(news.fresh())
                + ", changed " + letters(news.changed()) + " since "
                + day(news.since().plusNanos(1));
    }

    private static String letters(Total total) {
        return TerminalResults.count(total.determinations(), "determination");
    }

    private int fail(String why) {
        spec.commandLine().getErr().println("precedent: " + why);
        return Main.FAILED;
    }

    /**
     * The JSON export of saved searches, folders and alerts, for moving them between SQLite and PostgreSQL databases. It contains
     * everyone's notes and email addresses, so only the file's owner may read it.
     */
    private static final class SavedFile {
        private SavedFile() {}

        /**
         * Exports a database to a new file.
         *
         * @throws IOException if the database does not exist or the file does
         */
        static StoreContents write(Path file, DatabaseAddress address) throws IOException {
            if (address instanceof DatabaseAddress.SqliteFile sqlite && !Files.exists(sqlite.file())) {
                throw new IOException(sqlite + ": no saved searches there; give the folder of the index with --index");
            }
            try (var saved = SavedSearches.openToRead(address, InstantSource.system())) {
                var contents = saved.export();
                create(file);
                try {
                    Files.write(file, Json.writeBytes(contents), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                } catch (IOException e) {
                    Files.deleteIfExists(file);
                    throw e;
                }
                return contents;
            }
        }

        private static void create(Path file) throws IOException {
            try {
                Files.createFile(file, ownerOnly(file));
            } catch (FileAlreadyExistsException e) {
                throw new IOException(file + ": already exists; choose a new file");
            }
        }

        private static FileAttribute<?>[] ownerOnly(Path file) {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
        }

        /**
         * Imports an export file into an empty database.
         *
         * @throws IOException if the database is not empty or the file is not an export
         */
        static StoreContents read(Path file, DatabaseAddress address) throws IOException {
            var contents = contents(file);
            try (var saved = SavedSearches.open(address, InstantSource.system())) {
                saved.restore(contents, address.toString());
            } catch (InvalidInputException e) {
                throw new IOException(file + ": " + e.getMessage());
            }
            return contents;
        }

        private static StoreContents contents(Path file) throws IOException {
            try {
                return Json.read(Files.readAllBytes(file), StoreContents.class);
            } catch (Json.NotJson e) {
                throw new IOException(file + ": expected a file written by `precedent saved --export`");
            }
        }
    }
}
