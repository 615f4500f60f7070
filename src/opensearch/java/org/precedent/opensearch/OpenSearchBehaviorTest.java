package org.precedent.opensearch;

import org.junit.jupiter.api.Nested;
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

/** Runs the tests that every engine must pass on the OpenSearch engine. */
class OpenSearchBehaviorTest {
    @Nested
    class Finding extends FindingContract {
        Finding() {
            super(new OpenSearchFixture());
        }
    }

    @Nested
    class WordForms extends WordFormsContract {
        WordForms() {
            super(new OpenSearchFixture());
        }
    }

    @Nested
    class Widening extends WideningContract {
        Widening() {
            super(new OpenSearchFixture());
        }
    }

    @Nested
    class Snippets extends SnippetsContract {
        Snippets() {
            super(new OpenSearchFixture());
        }
    }

    @Nested
    class Marks extends MarksContract {
        Marks() {
            super(new OpenSearchFixture());
        }
    }

    @Nested
    class SimilarIssues extends SimilarIssuesContract {
        SimilarIssues() {
            super(new OpenSearchFixture());
        }
    }

    @Nested
    class TypingHelp extends SuggestionContract {
        TypingHelp() {
            super(new OpenSearchFixture());
        }
    }

    @Nested
    class PageEntries extends PageEntriesContract {
        PageEntries() {
            super(new OpenSearchFixture());
        }
    }

    @Nested
    class CostlyQueries extends CostlyQueriesContract {
        CostlyQueries() {
            super(new OpenSearchFixture());
        }

        /** The query spells out both orders of two words, so that each further word doubles it. */
        @Override
        protected boolean answersLongChains() {
            return false;
        }
    }

    @Nested
    class Writing extends WritingContract {
        Writing() {
            super(new OpenSearchFixture());
        }
    }
}
