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
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of packages, as a test: a package uses only those its row names, and each library is imported by one package.
 */
class ArchitectureTest {
    private static final String ROOT = "org.precedent";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private record Row(String name, List<String> mayUse) {}

    private static final List<Row> TABLE = List.of(
            new Row("json", List.of()),
            new Row("determination", List.of()),
            new Row("vocabulary", List.of("determination")),
            new Row("document", List.of()),
            new Row("parse", List.of("determination", "vocabulary", "document")),
            new Row("search", List.of("determination", "vocabulary")),
            new Row("lucene", List.of("json", "determination", "vocabulary", "search")),
            new Row("saved", List.of("search")),
            new Row("ingest", List.of("json", "determination", "document", "parse", "search")),
            new Row("web", List.of("json", "determination", "search", "saved")),
            new Row(
                    "cli",
                    List.of(
                            "json",
                            "determination",
                            "vocabulary",
                            "document",
                            "parse",
                            "search",
                            "lucene",
                            "saved",
                            "ingest",
                            "web")));

    private static final Map<String, String> ALONE_IN_IMPORTING = Map.ofEntries(
            Map.entry("tools.jackson..", "json"),
            Map.entry("org.apache.pdfbox..", "document"),
            Map.entry("org.jsoup..", "document"),
            Map.entry("org.apache.lucene..", "lucene"),
            Map.entry("org.jdbi..", "saved"),
            Map.entry("java.sql..", "saved"),
            Map.entry("org.sqlite..", "saved"),
            Map.entry("io.javalin..", "web"),
            Map.entry("org.eclipse.jetty..", "web"),
            Map.entry("org.thymeleaf..", "web"),
            Map.entry("io.prometheus..", "web"),
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

    @Test
    void hasNoDrawersOfOddments() {
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
