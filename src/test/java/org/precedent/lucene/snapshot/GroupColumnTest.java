package org.precedent.lucene.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.vocabulary.Vocabularies;

class GroupColumnTest {
    private static final FacetPaths PATHS = new FacetPaths(Vocabularies.bundled());
    private static final FacetGroup GROUP = FacetGroup.SUBJECT;
    private static final Map<Facet, List<String>> CHOICES = Map.of(
            Facet.MODALITY, List.of("MRI", "X-ray", "none"),
            Facet.REGION, List.of("Cervical spine", "Lumbar spine", "Spine", "Knee"),
            Facet.TREATMENT, List.of("Surgery", "Injection", "tramadol", "unknown item"));

    @Test
    void documentsHaveTheirValuesAndAncestors() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        check(300, doc -> randomValues(random), "seed " + seed);
    }

    @Test
    void documentsWithMoreValuesThanFitInATermHaveThemAll() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var many = IntStream.range(0, 3_000).mapToObj(i -> "item number " + i).toList();
        check(
                60,
                doc -> {
                    var values = randomValues(random);
                    return doc % 20 == 7
                            ? Map.of(
                                    Facet.MODALITY,
                                    values.get(Facet.MODALITY),
                                    Facet.REGION,
                                    values.get(Facet.REGION),
                                    Facet.TREATMENT,
                                    many)
                            : values;
                },
                "seed " + seed);
    }

    private static Map<Facet, List<String>> randomValues(Random random) {
        return Map.of(
                Facet.MODALITY, some(random, Facet.MODALITY),
                Facet.REGION, some(random, Facet.REGION),
                Facet.TREATMENT, some(random, Facet.TREATMENT));
    }

    private static List<String> some(Random random, Facet facet) {
        var all = CHOICES.getOrDefault(facet, List.of());
        return all.stream().filter(v -> random.nextInt(3) == 0).toList();
    }

    private static void check(int documents, IntFunction<Map<Facet, List<String>>> values, String message)
            throws IOException {
        var truth = new ArrayList<Map<Facet, List<String>>>();
        try (var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (int i = 0; i < documents; i++) {
                    var own = values.apply(i);
                    var doc = new Document();
                    GROUP.terms(facet -> own.getOrDefault(facet, List.of()))
                            .forEach(term -> doc.add(new SortedSetDocValuesField(GROUP.field(), term)));
                    writer.addDocument(doc);
                    truth.add(own);
                }
                writer.forceMerge(1);
            }
            try (var reader = DirectoryReader.open(directory)) {
                var column = GroupColumn.read(reader.leaves().getFirst().reader(), GROUP, PATHS);
                for (var facet : GROUP.facets()) {
                    checkFacet(
                            column.facets().get(GROUP.facets().indexOf(facet)),
                            truth.stream()
                                    .map(own -> (Set<String>) new TreeSet<>(
                                            PATHS.withAncestors(facet, own.getOrDefault(facet, List.of()))))
                                    .toList(),
                            facet + ", " + message);
                }
            }
        }
    }

    private static void checkFacet(FacetColumn column, List<Set<String>> truth, String message) {
        var all = new TreeSet<String>();
        truth.forEach(all::addAll);
        assertEquals(List.copyOf(all), column.values(), message);
        var docs = IntStream.range(0, truth.size()).toArray();
        var sets = new int[docs.length];
        column.codes(docs, docs.length, sets);
        for (int doc : docs) {
            var found = new TreeSet<String>();
            for (int value : column.valuesOf(doc)) {
                found.add(column.values().get(value));
            }
            assertEquals(truth.get(doc), found, message);
            assertArrayEquals(column.valuesOf(doc), column.combinations()[sets[doc]], message);
        }
        for (var value : all) {
            var expected = new FixedBitSet(docs.length);
            IntStream.of(docs).filter(doc -> truth.get(doc).contains(value)).forEach(expected::set);
            assertEquals(expected, column.with(value).orElseThrow().bits(docs.length), value + ", " + message);
        }
    }
}
