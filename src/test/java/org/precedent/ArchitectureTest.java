package org.precedent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The package rules: each package depends only on those listed for it, and each library is imported by a single package.
 */
class ArchitectureTest {
    private static final String ROOT = "org.precedent";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** A package and the packages it may depend on. */
    private record Row(String name, List<String> mayUse) {
        Row(String name, String mayUse) {
            this(name, mayUse.isEmpty() ? List.of() : List.of(mayUse.split(" ")));
        }
    }

    private static final List<Row> TABLE = List.of(
            new Row("json", ""),
            new Row("determination", ""),
            new Row("vocabulary", "determination"),
            new Row("document", ""),
            new Row("parse", "determination vocabulary document"),
            new Row("search", "determination vocabulary"),
            new Row("text", "vocabulary search"),
            new Row("highlight", "determination vocabulary search text"),
            new Row("engine", "determination vocabulary search text"),
            new Row("lucene", "json determination vocabulary search text highlight engine"),
            new Row("opensearch", "json determination vocabulary search text highlight engine"),
            new Row("correction", "determination vocabulary"),
            new Row("saved", "search correction"),
            new Row("ingest", "json determination document parse search correction"),
            new Row("mail", ""),
            new Row("web", "json determination search correction saved mail"),
            new Row(
                    "cli",
                    "json determination vocabulary document parse search text engine lucene opensearch correction saved ingest mail web"));

    /** Subpackages in dependency order: each may use only those listed before it. The empty name is the package itself. */
    private static final Map<String, List<String>> SUB_PACKAGES = Map.of(
            "document", List.of("", "text", "html", "word", "mail", "pdf", "source", "reader"),
            "parse",
                    List.of(
                            "text",
                            "request",
                            "reason",
                            "citation",
                            "reviewer",
                            "layout",
                            "issue",
                            "privacy",
                            "signal",
                            "",
                            "evaluation"),
            "search", List.of("facet", "query", "", "request", "mention", "interpret"),
            "lucene",
                    List.of(
                            "schema",
                            "legacy",
                            "store",
                            "snapshot",
                            "facet",
                            "write",
                            "proximity",
                            "query",
                            "maintenance",
                            ""),
            "opensearch", List.of("cluster", "write", ""),
            "web",
                    List.of(
                            "tray",
                            "http",
                            "limit",
                            "access",
                            "view",
                            "result",
                            "search",
                            "letter",
                            "export",
                            "insights",
                            "subject",
                            "saved",
                            "folder",
                            "alert",
                            "correction",
                            "api",
                            "site",
                            ""),
            "cli", List.of("output", "option", ""));

    /** The most types a package may have before it has to be split. */
    private static final int MANY_TYPES = 24;

    /** The most components a record may have; with more, some of them form a group that deserves a name. */
    private static final int MANY_COMPONENTS = 7;

    private static final Map<String, String> ALONE_IN_IMPORTING = Map.ofEntries(
            Map.entry("tools.jackson..", "json"),
            Map.entry("org.apache.pdfbox..", "document"),
            Map.entry("org.jsoup..", "document"),
            Map.entry("org.apache.james..", "document"),
            Map.entry("org.apache.lucene.index..", "lucene"),
            Map.entry("org.apache.lucene.search..", "lucene"),
            Map.entry("org.apache.lucene.store..", "lucene"),
            Map.entry("org.apache.lucene.codecs..", "lucene"),
            Map.entry("org.opensearch..", "opensearch"),
            Map.entry("org.apache.hc..", "opensearch"),
            Map.entry("org.jdbi..", "saved"),
            Map.entry("java.sql..", "saved"),
            Map.entry("org.sqlite..", "saved"),
            Map.entry("org.postgresql..", "saved"),
            Map.entry("com.zaxxer..", "saved"),
            Map.entry("io.javalin..", "web"),
            Map.entry("org.eclipse.jetty..", "web"),
            Map.entry("org.thymeleaf..", "web"),
            Map.entry("io.prometheus..", "web"),
            Map.entry("org.dhatim..", "web"),
            Map.entry("jakarta.mail..", "mail"),
            Map.entry("picocli..", "cli"));

    @TestFactory
    Stream<DynamicTest> usesOnlyWhatItsRowNames() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(row.name, () -> {
                    var forbidden = new ArrayList<String>();
                    TABLE.stream()
                            .map(Row::name)
                            .filter(n -> !n.equals(row.name) && !row.mayUse.contains(n))
                            .forEach(n -> forbidden.add(packageOf(n)));
                    noClasses()
                            .that()
                            .resideInAPackage(packageOf(row.name))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)))
                            .check(CLASSES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryIsImportedByOnePackage() {
        return ALONE_IN_IMPORTING.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey() + " only in " + e.getValue(),
                        () -> noClasses()
                                .that(DescribedPredicate.not(resideInAPackage(packageOf(e.getValue()))))
                                .should()
                                .dependOnClassesThat(resideInAPackage(e.getKey()))
                                .check(CLASSES)));
    }

    @Test
    void hasNoCycleBetweenPackages() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsARowAndEveryRowHasClasses() {
        var found = new TreeSet<String>();
        CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(p -> p.substring(ROOT.length() + 1).replaceFirst("\\..*", ""))
                .forEach(found::add);
        assertEquals(new TreeSet<>(TABLE.stream().map(Row::name).toList()), found);
        assertTrue(CLASSES.size() > 60, "scanned only " + CLASSES.size() + " classes");
    }

    @TestFactory
    Stream<DynamicTest> subPackagesUseOnlyThoseAboveThem() {
        return SUB_PACKAGES.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(sub -> {
                    var below = e.getValue()
                            .subList(e.getValue().indexOf(sub) + 1, e.getValue().size());
                    var forbidden =
                            below.stream().map(b -> subPackage(e.getKey(), b)).toArray(String[]::new);
                    return DynamicTest.dynamicTest(
                            e.getKey() + "." + sub,
                            () -> noClasses()
                                    .that()
                                    .resideInAPackage(subPackage(e.getKey(), sub))
                                    .should()
                                    .dependOnClassesThat(resideInAnyPackage(forbidden))
                                    .check(CLASSES));
                }));
    }

    @Test
    void everySubPackageIsListed() {
        var listed = new TreeSet<String>();
        SUB_PACKAGES.forEach((name, subs) -> subs.forEach(s -> listed.add(subPackage(name, s))));
        var found = new TreeSet<String>();
        CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(p ->
                        SUB_PACKAGES.containsKey(p.substring(ROOT.length() + 1).replaceFirst("\\..*", "")))
                .forEach(found::add);
        assertEquals(listed, found);
    }

    @Test
    void onlyItsFaceIsUsedOfTheEmbeddedEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("lucene"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".lucene.*.."))
                .check(CLASSES);
    }

    @Test
    void noPackageHasTooManyTypes() {
        var types = CLASSES.stream()
                .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        types.values().removeIf(n -> n <= MANY_TYPES);
        assertEquals(Map.of(), types);
    }

    @Test
    void noRecordHasTooManyComponents() {
        var components = new TreeMap<String, Long>();
        new ClassFileImporter()
                .importPackages(ROOT).stream()
                        .filter(JavaClass::isRecord)
                        .forEach(c -> components.put(
                                c.getName(),
                                c.getFields().stream()
                                        .filter(f -> !f.getModifiers().contains(JavaModifier.STATIC))
                                        .count()));
        assertTrue(components.size() > 100, "scanned only " + components.size() + " records");
        components.values().removeIf(n -> n <= MANY_COMPONENTS);
        assertEquals(Map.of(), components);
    }

    @Test
    void topLevelNamesAreUnique() throws IOException {
        var files = new TreeMap<String, List<String>>();
        for (var root :
                List.of("src/main/java", "src/test/java", "src/browser/java", "src/postgres/java", "src/jmh/java")) {
            try (var walk = Files.walk(Path.of(root))) {
                walk.filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java"))
                        .forEach(f -> files.computeIfAbsent(f.getFileName().toString(), n -> new ArrayList<>())
                                .add(f.getParent().toString()));
            }
        }
        files.values().removeIf(folders -> folders.size() == 1);
        assertEquals(Map.of(), files);
    }

    private static String subPackage(String name, String sub) {
        return ROOT + "." + name + (sub.isEmpty() ? "" : "." + sub);
    }

    @Test
    void hasNoUtilityClasses() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Misc|Common)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineSpeaksToTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .check(CLASSES);
    }

    private static String packageOf(String name) {
        return ROOT + "." + name + "..";
    }
}
