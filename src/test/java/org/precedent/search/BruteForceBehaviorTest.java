package org.precedent.search;

import org.junit.jupiter.api.Nested;
import org.precedent.search.contract.FindingContract;
import org.precedent.search.contract.WideningContract;

/** Runs the tests of matching, counting, ordering, and widening on the brute-force engine, which neither highlights nor completes. */
class BruteForceBehaviorTest {
    @Nested
    class Finding extends FindingContract {
        Finding() {
            super(SearchEngineContract::truth);
        }
    }

    @Nested
    class Widening extends WideningContract {
        Widening() {
            super(SearchEngineContract::truth);
        }
    }
}
