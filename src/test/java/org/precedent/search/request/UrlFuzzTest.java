package org.precedent.search.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.precedent.MutationFuzzer;

/**
 * Mutated URLs: each is either rejected with a message or has one canonical form that parses to the same search.
 */
class UrlFuzzTest {
    private static final int EXECUTIONS = 25_000;
    private static final List<String> WORDS = List.of(
            "&",
            "=",
            "+",
            "%",
            "%20",
            "%2B",
            "%00",
            "%ff",
            "%C3%A9",
            "%E2%80",
            "%F0%9F%A6%B4",
            "q=",
            "&q=",
            "&region=Knee",
            "&not.region=",
            "&modality=none",
            "&page=2",
            "&page=1001",
            "&size=100",
            "&size=0",
            "&sort=oldest",
            "&from=2016",
            "&to=2016-02-29",
            "&words=1",
            "&match=all",
            "&scope=letter",
            "&year=2016",
            "&from=9999999-01-01",
            ";",
            "#",
            "?");

    @Test
    void changedAddressesAreReadOrRefused() {
        new MutationFuzzer(MutationFuzzer.lines("urls.txt"), WORDS).run(EXECUTIONS, UrlFuzzTest::check);
    }

    private static void check(String query) {
        if (!MutationFuzzer.isText(query)) {
            return;
        }
        switch (SearchUrl.parse(query)) {
            case SearchUrl.Reading.Parsed parsed -> {
                var canonical = SearchUrl.query(parsed.request());
                var again = SearchUrl.parse(canonical);
                assertEquals(parsed, again, canonical);
                assertEquals(canonical, SearchUrl.query(((SearchUrl.Reading.Parsed) again).request()));
            }
            case SearchUrl.Reading.BadParameter bad -> assertFalse(bad.message().isBlank());
        }
    }
}
