package org.precedent.search.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.search.facet.Facet;
import org.precedent.search.request.SearchUrl.Reading.BadParameter;
import org.precedent.search.request.SearchUrl.Reading.Parsed;

class SearchUrlTest {
    @ParameterizedTest
    @CsvSource({
        "region=knee, region=Knee",
        "region=NECK, region=Cervical+spine",
        "not.modality=x-RAY, not.modality=X-ray",
        "treatment=opioids, treatment=Opioids",
        "treatment=Norco, treatment=hydrocodone%2Facetaminophen",
        "region=None, region=none",
        "region=elsewhere, region=elsewhere",
    })
    void writesAFacetValueInItsCanonicalSpelling(String given, String canonical) {
        var parsed = assertInstanceOf(SearchUrl.Reading.Parsed.class, SearchUrl.parse(given));
        assertEquals(canonical, SearchUrl.query(parsed.request()));
    }

    @Test
    void countsDaysBackFromTodayAndKeepsThemSo() {
        var before = LocalDate.now(ZoneOffset.UTC).minusDays(90);
        var read = SearchUrl.parse("from=-90d&to=2100");
        var after = LocalDate.now(ZoneOffset.UTC).minusDays(90);
        var request = assertInstanceOf(Parsed.class, read).request();
        var from = request.selection().decided().from().orElseThrow();
        assertTrue(from.equals(before) || from.equals(after), from.toString());
        assertEquals("/search?from=-90d&to=2100-12-31", SearchUrl.path(request));
    }

    @Test
    void aRelativeStartAfterTheEndIsAnEmptyRange() {
        var decided = asked("from=-9d&to=2016").selection().decided();
        assertFalse(decided.contains(LocalDate.of(2016, 6, 1)));
        assertFalse(decided.contains(LocalDate.now(ZoneOffset.UTC)));
    }

    @Test
    void everythingIsTheBarePath() {
        assertEquals("/search", SearchUrl.path(SearchRequest.EVERYTHING));
        assertEquals(SearchRequest.EVERYTHING, asked(""));
        assertEquals(SearchRequest.EVERYTHING, asked("?"));
    }

    @Test
    void writesParametersInOneOrderAndLeavesDefaultsOut() {
        var request = asked("page=2&sort=newest&size=10&not.region=Knee&modality=X-ray&scope=issue&modality=CT"
                + "&to=2017&from=2016-02&q=+red+flags+&match=most&words=1&specialty=");
        assertEquals(
                "/search?q=red+flags&modality=CT&modality=X-ray&not.region=Knee&from=2016-02-01&to=2017-12-31"
                        + "&words=1&match=most&sort=newest&page=2",
                SearchUrl.path(request));
    }

    @Test
    void namesTheOtherRenderings() {
        assertEquals(
                "/search.json?q=C5%2FC6+%26+%22a%2Bb%22", SearchUrl.path(".json", SearchRequest.of("C5/C6 & \"a+b\"")));
    }

    @Test
    void keepsValuesThatNoLetterHas() {
        assertEquals(Set.of("Tail"), asked("region=Tail").selection().chosenIn(Facet.REGION));
    }

    @Test
    void keepsAValueThatIsBothChosenAndLeftOut() {
        var query = "region=Knee&not.region=Knee";
        assertEquals(query, SearchUrl.query(asked(query)));
    }

    @Test
    void acceptsTheParametersOfThePage() {
        assertInstanceOf(Parsed.class, SearchUrl.parse("q=a&view=table", Set.of("view")));
        assertInstanceOf(BadParameter.class, SearchUrl.parse("q=a&view=table"));
    }

    @ParameterizedTest
    @CsvSource({
        "regoin=Knee, regoin, region",
        "Modality=CT, Modality, modality",
        "not.decison=Upheld, not.decison, not.decision",
        "sort=newst, sort, newest",
        "scope=leter, scope, letter",
        "match=al, match, all",
        "words=yes, words, 1",
        "pge=2, pge, page",
    })
    void namesWhatWasProbablyMeant(String query, String name, String nearest) {
        var bad = bad(query);
        assertEquals(name, bad.name());
        assertEquals(Optional.of(nearest), bad.nearest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=two",
                "page=99999999999",
                "page=1001",
                "size=0",
                "size=101",
                "from=2016-13",
                "to=yesterday",
                "from=2017&to=2016",
                "from=-90",
                "q=%zz",
                "q=a&q=b",
                "sort=up",
                "from=2016-02-30"
            })
    void refusesWhatCannotBe(String query) {
        assertTrue(bad(query).message().length() > 10, bad(query).message());
    }

    @Test
    void refusesPagesTooDeepWithAdvice() {
        assertInstanceOf(Parsed.class, SearchUrl.parse("page=1000"));
        assertTrue(bad("page=101&size=100").message().contains("narrow"));
    }

    @Test
    void refusesTooManyFilters() {
        var many = values(RequestReader.MAX_VALUES + 1);
        assertTrue(bad(many).message().contains("at most 200"));
        assertInstanceOf(Parsed.class, SearchUrl.parse(values(RequestReader.MAX_VALUES)));
    }

    @Test
    void readsOnlyPathsOfSearches() {
        assertEquals(Optional.of(new Parsed(SearchRequest.of("neck"))), SearchUrl.parsePath("/search?q=neck"));
        assertEquals(Optional.of(new Parsed(SearchRequest.of("neck"))), SearchUrl.parsePath("/search.csv?q=neck"));
        assertEquals(Optional.empty(), SearchUrl.parsePath("//elsewhere/search?q=neck"));
        assertEquals(Optional.empty(), SearchUrl.parsePath("/searching"));
    }

    @Test
    void readsBackEveryRequest() {
        long seed = 20_261_120;
        for (int i = 0; i < 2_000; i++) {
            var request = RandomRequests.random(new Random(seed + i));
            var url = SearchUrl.query(request);
            assertEquals(new Parsed(request), SearchUrl.parse(url), "seed " + (seed + i) + ": " + url);
            var shuffled = new ArrayList<>(List.of(url.split("&")));
            Collections.shuffle(shuffled, new Random(seed + i));
            assertEquals(url, SearchUrl.query(asked(String.join("&", shuffled))), "seed " + (seed + i));
        }
    }

    @Test
    void readsDecodedParametersToo() {
        var parameters = Map.of("q", List.of("neck"), "region", List.of("Knee", "Hip"));
        assertEquals(new Parsed(asked("q=neck&region=Hip&region=Knee")), SearchUrl.parse(parameters, Set.of()));
    }

    private static String values(int count) {
        var query = new StringBuilder();
        for (int i = 0; i < count; i++) {
            query.append("&region=r").append(i);
        }
        return query.substring(1);
    }

    private static SearchRequest asked(String query) {
        return assertInstanceOf(Parsed.class, SearchUrl.parse(query)).request();
    }

    private static BadParameter bad(String query) {
        return assertInstanceOf(BadParameter.class, SearchUrl.parse(query));
    }
}
