package org.precedent.document.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Limits;
import org.precedent.document.Limits.ArchiveLimits;

class SourcesTest {
    private static final byte[] LETTER = "FICTIONAL SAMPLE LETTER\n\nAn issue: Upheld\n".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void findsFilesOfFoldersInTheOrderOfTheirNames() throws IOException {
        write("b.txt", LETTER);
        write("a/2.txt", LETTER);
        write("a/1.pdf", LETTER);
        write(".hidden/3.txt", LETTER);
        write("a/.DS_Store", LETTER);
        assertEquals(List.of("1.pdf", "2.txt", "b.txt"), names(folder));
    }

    @Test
    void takesPathsInTheOrderGiven() throws IOException {
        var b = write("b.txt", LETTER);
        var a = write("a.txt", LETTER);
        assertEquals(List.of("b.txt", "a.txt"), names(b, a));
    }

    @Test
    void looksIntoArchivesWhateverTheyAreCalled() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("z.txt", LETTER);
        entries.put("__MACOSX/z.txt", LETTER);
        entries.put("folder/inner.zip", Zips.of("y.txt", LETTER));
        entries.put("word.docx", Zips.docx("<w:p/>"));
        write("letters.dat", Zips.of(entries));
        assertEquals(
                List.of("letters.dat!/z.txt", "letters.dat!/folder/inner.zip!/y.txt", "letters.dat!/word.docx"),
                names(folder));
    }

    @Test
    void givesTheBytesOfAnEntry() throws IOException {
        write("letters.zip", Zips.of("z.txt", LETTER));
        var found = (Source.Found) walk(Limits.DEFAULT, folder).getFirst();
        assertArrayEquals(LETTER, found.content().bytes());
        assertEquals(folder.resolve("letters.zip") + "!/z.txt", found.path());
    }

    @Test
    void partsRecordsByLines() throws IOException {
        write("letters.jsonl", "{\"text\":\"a\"}\n\n{\"text\":\"b\"}\r\n{\"text\":\"c\"}".getBytes(UTF_8));
        assertEquals(List.of("letters.jsonl!/line 1", "letters.jsonl!/line 3", "letters.jsonl!/line 4"), names(folder));
    }

    @Test
    void refusesALineTooLongAndContinues() throws IOException {
        write("letters.jsonl", ("{\"text\":\"" + "a".repeat(100) + "\"}\n{\"text\":\"b\"}\n").getBytes(UTF_8));
        var sources = walk(limits(50, ArchiveLimits.DEFAULT), folder);
        assertEquals(2, sources.size());
        assertEquals(Reason.TOO_LARGE, refusal(sources.getFirst()));
        assertEquals("letters.jsonl!/line 2", sources.get(1).name());
    }

    @Test
    void rejectsMissingOrTooLargeFiles() throws IOException {
        var large = write("large.txt", new byte[51]);
        var sources = walk(limits(50, ArchiveLimits.DEFAULT), folder.resolve("missing"), large);
        assertEquals(
                List.of(Reason.UNREADABLE, Reason.TOO_LARGE),
                sources.stream().map(SourcesTest::refusal).toList());
    }

    @Test
    void skipsLinksToFolders() throws IOException {
        write("a/1.txt", LETTER);
        Files.createSymbolicLink(folder.resolve("a/circle"), folder);
        assertEquals(List.of("1.txt"), names(folder));
        assertEquals(LETTER.length, Sources.size(List.of(folder), Limits.DEFAULT));
    }

    @Test
    void refusesLinksOutOfTheFolderUnlessAskedToFollowThem(@TempDir Path outside) throws IOException {
        Files.write(outside.resolve("secret.txt"), LETTER);
        Files.createDirectory(outside.resolve("more"));
        Files.write(outside.resolve("more/2.txt"), LETTER);
        write("a/1.txt", LETTER);
        Files.createSymbolicLink(folder.resolve("a/inside.txt"), Path.of("1.txt"));
        Files.createSymbolicLink(folder.resolve("b-folder"), outside.resolve("more"));
        Files.createSymbolicLink(folder.resolve("c-file.txt"), outside.resolve("secret.txt"));
        var sources = walk(Limits.DEFAULT, folder);
        assertEquals(
                List.of("1.txt", "inside.txt", "b-folder", "c-file.txt"),
                sources.stream().map(Source::name).toList());
        for (var refused : sources.subList(2, 4)) {
            assertEquals(Reason.LINK, refusal(refused));
            assertTrue(((Source.Refused) refused).why().message().contains("--follow-links"));
        }
        assertEquals(2L * LETTER.length, Sources.size(List.of(folder), Limits.DEFAULT));
        var following = Limits.DEFAULT.followingLinks();
        assertEquals(
                List.of("1.txt", "inside.txt", "2.txt", "c-file.txt"),
                walk(following, folder).stream().map(Source::name).toList());
        assertEquals(4L * LETTER.length, Sources.size(List.of(folder), following));
        assertEquals(
                List.of("secret.txt"), names(outside.resolve("secret.txt")), "a path given is followed wherever it is");
        assertEquals(List.of("2.txt"), names(folder.resolve("b-folder")));
    }

    @Test
    void followsNoLinkInACircle(@TempDir Path outside) throws IOException {
        write("1.txt", LETTER);
        Files.write(outside.resolve("2.txt"), LETTER);
        Files.createSymbolicLink(outside.resolve("back"), folder);
        Files.createSymbolicLink(outside.resolve("self"), outside);
        Files.createSymbolicLink(folder.resolve("a"), outside);
        Files.createSymbolicLink(folder.resolve("b"), outside);
        assertEquals(
                List.of("1.txt", "2.txt"),
                walk(Limits.DEFAULT.followingLinks(), folder).stream()
                        .map(Source::name)
                        .toList());
    }

    @Test
    void reportsABrokenLink() throws IOException {
        Files.createSymbolicLink(folder.resolve("gone.txt"), folder.resolve("nothing"));
        assertEquals(Reason.UNREADABLE, refusal(walk(Limits.DEFAULT, folder).getFirst()));
    }

    @Test
    void showsHowFarTheWalkIs() throws IOException {
        write("a.txt", LETTER);
        write("b.zip", Zips.of("z.txt", LETTER));
        write("c.jsonl", "{}\n{}\n".getBytes(UTF_8));
        var positions =
                walk(Limits.DEFAULT, folder).stream().map(Source::position).toList();
        assertEquals(positions.stream().sorted().toList(), positions);
        assertEquals(LETTER.length, positions.getFirst());
        assertEquals(Sources.size(List.of(folder), Limits.DEFAULT), positions.getLast());
    }

    @Test
    void stopsAtTooManyEntries() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 5; i++) {
            entries.put(i + ".txt", LETTER);
        }
        write("many.zip", Zips.of(entries));
        var sources = walk(limits(1000, new ArchiveLimits(3, 3, 1 << 20, 100)), folder);
        assertEquals(4, sources.size());
        assertEquals(Reason.ARCHIVE_LIMIT, refusal(sources.getLast()));
    }

    @Test
    void stopsAtTooManyBytes() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 5; i++) {
            entries.put(i + ".txt", new byte[100]);
        }
        write("large.zip", Zips.of(entries));
        var sources = walk(limits(1000, new ArchiveLimits(3, 10, 250, 100)), folder);
        assertEquals(3, sources.size());
        assertEquals(Reason.ARCHIVE_LIMIT, refusal(sources.getLast()));
    }

    @Test
    void refusesArchivesTooDeep() throws IOException {
        var nested = Zips.of("letter.txt", LETTER);
        for (int i = 0; i < 4; i++) {
            nested = Zips.of(i + ".zip", nested);
        }
        write("deep.zip", nested);
        var sources = walk(Limits.DEFAULT, folder);
        assertEquals(1, sources.size());
        assertEquals(Reason.ARCHIVE_LIMIT, refusal(sources.getFirst()));
    }

    @Test
    void stopsAtABomb() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("a.txt", LETTER);
        entries.put("bomb.txt", new byte[32 << 20]);
        entries.put("z.txt", LETTER);
        write("bomb.zip", Zips.of(entries));
        var sources = walk(Limits.DEFAULT, folder);
        assertEquals(2, sources.size());
        assertEquals("bomb.zip!/a.txt", sources.getFirst().name());
        assertEquals(Reason.ARCHIVE_LIMIT, refusal(sources.getLast()));
    }

    @Test
    void namesThatClimbOutOrGarbleAreShownOnly() throws IOException {
        write("slip.zip", Zips.of("../../etc/\u001b[31mletter\u202e.txt", LETTER));
        assertEquals(List.of("slip.zip!/../../etc/?[31mletter?.txt"), names(folder));
        try (var files = Files.walk(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void showsNoFileNameThatGarblesTheTerminal() throws IOException {
        write("\u001b[2Jletter.txt", LETTER);
        assertEquals(
                folder + "/?[2Jletter.txt",
                walk(Limits.DEFAULT, folder).getFirst().path());
    }

    @Test
    void keepsTheTextBeforeTheDamage() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("a.txt", LETTER);
        entries.put("b.txt", LETTER);
        var whole = Zips.of(entries);
        write("cut.zip", Arrays.copyOf(whole, whole.length / 2 - 30));
        var sources = walk(Limits.DEFAULT, folder);
        assertTrue(sources.getFirst() instanceof Source.Found, sources.toString());
        assertEquals(Reason.DAMAGED, refusal(sources.getLast()));
    }

    @Test
    void readsAStreamedArchiveOfEntriesThatAreNotCompressed() throws IOException {
        write("streamed.zip", Zips.storedWithDescriptor("a.txt", LETTER));
        assertArrayEquals(
                LETTER,
                ((Source.Found) walk(Limits.DEFAULT, folder).getFirst())
                        .content()
                        .bytes());
    }

    @Test
    void readsAnArchiveWithSomethingBeforeIt() throws IOException {
        var banner = "This attachment was checked by the gateway.\n".getBytes(UTF_8);
        var zip = Zips.of("a.txt", LETTER);
        var both = Arrays.copyOf(banner, banner.length + zip.length);
        System.arraycopy(zip, 0, both, banner.length, zip.length);
        write("banner.zip", both);
        write("outer.zip", Zips.of("inner.zip", both));
        assertEquals(List.of("banner.zip!/a.txt", "outer.zip!/inner.zip!/a.txt"), names(folder));
    }

    @Test
    void readsNamesInUtf8WithOrWithoutTheFlagAndOldOnesInTheDosCodePage() throws IOException {
        write("1-flag.zip", Zips.of("Muñoz.txt", LETTER));
        write("2-mac.zip", Zips.of("Muñoz.txt", LETTER, ISO_8859_1, UTF_8));
        write("3-dos.zip", Zips.of("Muñoz.txt", LETTER, Charset.forName("IBM437"), Charset.forName("IBM437")));
        assertEquals(List.of("1-flag.zip!/Muñoz.txt", "2-mac.zip!/Muñoz.txt", "3-dos.zip!/Muñoz.txt"), names(folder));
    }

    @Test
    void readsADocumentFoundInAPackageThatBeginsWithAnotherEntry() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("customXml/item1.xml", "<a/>".getBytes(UTF_8));
        entries.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
        entries.put("word/document.xml", "<document/>".getBytes(UTF_8));
        write("letter.docx", Zips.of(entries));
        assertEquals(List.of("letter.docx"), names(folder));
    }

    @Test
    void findsTheDocumentsAttachedToAnEmail() throws IOException {
        var attachment = java.util.Base64.getMimeEncoder().encodeToString(LETTER);
        write(
                "mail.eml",
                ("From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
                                + "--x\nContent-Type: text/plain\n\nAttached is the letter.\n"
                                + "--x\nContent-Type: image/png\nContent-Disposition: inline; filename=logo.png\n"
                                + "Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
                                + "--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=letter.txt\n"
                                + "Content-Transfer-Encoding: base64\n\n" + attachment + "\n--x--\n")
                        .getBytes(UTF_8));
        assertEquals(List.of("mail.eml!/letter.txt"), names(folder));
    }

    @Test
    void readsAnEmailWithoutAttachedDocuments() throws IOException {
        var mail = "From: a@example.org\nMIME-Version: 1.0\n\nThe letter.\n\n";
        write("mail.eml", mail.getBytes(UTF_8));
        write("mail.mbox", ("From a Mon\n" + mail + "From b Tue\n" + mail).getBytes(UTF_8));
        assertEquals(List.of("mail.eml", "mail.mbox!/message 1", "mail.mbox!/message 2"), names(folder));
    }

    @Test
    void refusesWhatACoverLetterAttachesByWhatItIs() throws IOException {
        write("mail.eml", """
                        From: a@example.org
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary=x

                        --x
                        Content-Type: text/plain

                        Attached is the letter.
                        --x
                        Content-Type: application/ms-tnef; name=winmail.dat
                        Content-Disposition: attachment; filename=winmail.dat
                        Content-Transfer-Encoding: base64

                        eJ8+IgAAAAAAAAAAAAAA
                        --x--
                        """.getBytes(UTF_8));
        assertEquals(List.of("mail.eml!/winmail.dat"), names(folder));
    }

    @Test
    void refusesAnArchiveWithoutLetters() throws IOException {
        write("empty.zip", new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertEquals(Reason.EMPTY, refusal(walk(Limits.DEFAULT, folder).getFirst()));
    }

    private static Limits limits(long fileBytes, ArchiveLimits archive) {
        return new Limits(fileBytes, 10, Duration.ofSeconds(10), archive);
    }

    private static List<String> names(Path... paths) {
        return walk(Limits.DEFAULT, paths).stream().map(Source::name).toList();
    }

    private static List<Source> walk(Limits limits, Path... paths) {
        var sources = new ArrayList<Source>();
        Sources.walk(List.of(paths), limits, sources::add);
        return sources;
    }

    private static Reason refusal(Source source) {
        return ((Source.Refused) source).why().reason();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }
}
