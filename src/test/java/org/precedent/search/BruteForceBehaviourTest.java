package org.precedent.search;

import org.junit.jupiter.api.Nested;
import org.precedent.search.contract.FindingContract;
import org.precedent.search.contract.WideningContract;

/** The engine others are compared with finds, counts, orders and widens as they must; it marks and completes nothing. */
class BruteForceBehaviourTest {
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
