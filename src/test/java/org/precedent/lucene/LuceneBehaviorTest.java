package org.precedent.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.contract.CostlyQueriesContract;
import org.precedent.search.contract.FindingContract;
import org.precedent.search.contract.MarksContract;
import org.precedent.search.contract.PageEntriesContract;
import org.precedent.search.contract.SimilarIssuesContract;
import org.precedent.search.contract.SnippetsContract;
import org.precedent.search.contract.SuggestionContract;
import org.precedent.search.contract.WideningContract;
import org.precedent.search.contract.WordFormsContract;
import org.precedent.search.contract.WritingContract;

/** Runs the tests that every engine must pass on the embedded engine. */
class LuceneBehaviorTest {
    @TempDir
    private static Path folder;

    @Nested
    class Finding extends FindingContract {
        Finding() {
            super(new LuceneFixture(() -> folder));
        }
    }

    @Nested
    class WordForms extends WordFormsContract {
        WordForms() {
            super(new LuceneFixture(() -> folder));
        }
    }

    @Nested
    class Widening extends WideningContract {
        Widening() {
            super(new LuceneFixture(() -> folder));
        }
    }

    @Nested
    class Snippets extends SnippetsContract {
        Snippets() {
            super(new LuceneFixture(() -> folder));
        }
    }

    @Nested
    class Marks extends MarksContract {
        Marks() {
            super(new LuceneFixture(() -> folder));
        }
    }

    @Nested
    class SimilarIssues extends SimilarIssuesContract {
        SimilarIssues() {
            super(new LuceneFixture(() -> folder));
        }
    }

    @Nested
    class TypingHelp extends SuggestionContract {
        TypingHelp() {
            super(new LuceneFixture(() -> folder));
        }
    }

    @Nested
    class PageEntries extends PageEntriesContract {
        PageEntries() {
            super(new LuceneFixture(() -> folder));
        }
    }

    @Nested
    class CostlyQueries extends CostlyQueriesContract {
        CostlyQueries() {
            super(new LuceneFixture(() -> folder));
        }
    }

    @Nested
    class Writing extends WritingContract {
        Writing() {
            super(new LuceneFixture(() -> folder));
        }
    }
}
