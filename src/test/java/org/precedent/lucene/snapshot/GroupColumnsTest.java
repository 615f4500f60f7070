package org.precedent.lucene.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.search.facet.FacetPaths;
import org.precedent.vocabulary.Vocabularies;

class GroupColumnsTest {
    private static final List<FacetGroup> COUNTED_WITH_EVERY_SEARCH =
            List.of(FacetGroup.SUBJECT, FacetGroup.GROUNDS, FacetGroup.GUIDELINE, FacetGroup.REVIEW);

    @Test
    void groupsThatOnlySomeSearchesCountAreReadOnFirstUse() throws IOException {
        var columns = new GroupColumns(new FacetPaths(Vocabularies.bundled()));
        try (var directory = indexOfOneIssue();
                var reader = DirectoryReader.open(directory)) {
            var segment = reader.leaves().getFirst().reader();
            columns.readAhead(segment);
            long ahead = columns.bytes();
            COUNTED_WITH_EVERY_SEARCH.forEach(group -> columns.get(group, segment));
            assertEquals(ahead, columns.bytes());
            columns.get(FacetGroup.CITATION, segment);
            assertTrue(columns.bytes() > ahead);
        }
    }

    @Test
    void aGroupIsReadOnce() throws IOException {
        var columns = new GroupColumns(new FacetPaths(Vocabularies.bundled()));
        try (var directory = indexOfOneIssue();
                var reader = DirectoryReader.open(directory)) {
            var segment = reader.leaves().getFirst().reader();
            var column = columns.get(FacetGroup.CITATION, segment);
            assertEquals(
                    List.of("MTUS", "MTUS Low Back Complaints"),
                    column.facets().getFirst().values());
            assertSame(column, columns.get(FacetGroup.CITATION, segment));
        }
    }

    private static ByteBuffersDirectory indexOfOneIssue() throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            var issue = new Document();
            FacetGroup.CITATION
                    .terms(facet -> List.of("MTUS Low Back Complaints"))
                    .forEach(term -> issue.add(new SortedSetDocValuesField(FacetGroup.CITATION.field(), term)));
            writer.addDocument(issue);
        }
        return directory;
    }
}
