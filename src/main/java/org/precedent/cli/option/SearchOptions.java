package org.precedent.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.search.request.SearchUrl.Reading;
import org.precedent.search.request.SearchUrl.Reading.BadParameter;
import org.precedent.search.request.SearchUrl.Reading.Parsed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Search parameters as options, parsed by the same class that parses URLs, or a search URL itself.
 */
@SuppressWarnings({"FieldMayBeFinal", "NullAway.Init"}) // picocli sets the fields
public final class SearchOptions {
    private static final String DAY = "2016-12-09, 2016-12 or 2016";

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "words, \"phrases\", w/5, region:shoulder, ...; or the link of a search, /search?...")
    private List<String> words = new ArrayList<>();

    @Option(names = "--modality", paramLabel = "NAME", description = "imaging modality: MRI, X-ray, CT, ...")
    private List<String> modality = new ArrayList<>();

    @Option(names = "--region", paramLabel = "NAME", description = "body region: \"Cervical spine\", Shoulder, ...")
    private List<String> region = new ArrayList<>();

    @Option(names = "--decision", paramLabel = "NAME", description = "Upheld, Overturned or \"Partly overturned\"")
    private List<String> decision = new ArrayList<>();

    @Option(names = "--guideline", paramLabel = "NAME", description = "MTUS, ODG, \"MTUS Low Back Complaints\", ...")
    private List<String> guideline = new ArrayList<>();

    @Option(names = "--specialty", paramLabel = "NAME", description = "the reviewer's: \"Orthopedic Surgery\", ...")
    private List<String> specialty = new ArrayList<>();

    @Option(names = "--treatment", paramLabel = "NAME", description = "category, class or item: Surgery, Opioids, ...")
    private List<String> treatment = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "NAME", description = "reason for the decision: \"Findings absent\", ...")
    private List<String> reason = new ArrayList<>();

    @Option(names = "--year", paramLabel = "YEAR", description = "year of the decision")
    private List<String> year = new ArrayList<>();

    @Option(names = "--outcome", paramLabel = "NAME", description = "of the determination: \"All upheld\", Mixed, ...")
    private List<String> outcome = new ArrayList<>();

    @Option(names = "--signal", paramLabel = "NAME", description = "point to check: \"Guideline of other region\", ...")
    private List<String> signal = new ArrayList<>();

    @Option(
            names = "--citation",
            paramLabel = "NAME",
            description = "edition, section or page cited: \"MTUS Low Back Complaints > 2004 > Special Studies\", ...")
    private List<String> citation = new ArrayList<>();

    @Option(
            names = "--administrator",
            paramLabel = "NAME",
            description = "the same, cited by the claims administrator: ODG, ...")
    private List<String> administrator = new ArrayList<>();

    @Option(
            names = "--not",
            paramLabel = "FACET=NAME",
            description = "exclude a value: region=Knee, guideline=ODG, ...")
    private List<String> excluded = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DAY", description = "decided on or after that day: " + DAY)
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "decided on or before that day: " + DAY)
    private @Nullable String to;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "issue: everything must match in one issue (default); letter: anywhere in the determination")
    private @Nullable String scope;

    @Option(names = "--summary", description = "also search the clinical summary")
    private boolean summary;

    @Option(names = "--words", description = "treat every word as text, never as a region, study or decision")
    private boolean literal;

    @Option(
            names = "--match",
            paramLabel = "HOW",
            description = "require all or most of the words (default: most if few issues have all)")
    private @Nullable String match;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            description = "one of relevance, newest, oldest, added, case (default: relevance)")
    private @Nullable String sort;

    @Option(
            names = "--group",
            paramLabel = "ENTRY",
            description =
                    "determination: one result per determination, with its matching issues (default); issue: one per"
                            + " issue")
    private @Nullable String group;

    @Option(names = "--page", paramLabel = "N", description = "page of results (default: 1)")
    private @Nullable String page;

    @Option(names = "--size", paramLabel = "N", description = "results per page, 1 to 100 (default: 10)")
    private @Nullable String size;

    @Option(names = "--after", paramLabel = "ID", description = "start after this determination in the results")
    private @Nullable String after;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The search described by the options.
     *
     * @throws ParameterException if a value would also be invalid in a URL, or a URL is combined with other options
     */
    public SearchRequest request() {
        var options = parameters();
        var link = link();
        if (link.isPresent() && !options.isEmpty()) {
            throw wrong("the link already contains the whole search; leave out --"
                    + options.keySet().iterator().next());
        }
        options.put("q", List.of(String.join(" ", words)));
        return switch (link.orElseGet(() -> SearchUrl.parse(options, Set.of()))) {
            case Parsed parsed -> parsed.request();
            case BadParameter bad -> throw wrong(bad.message() + suggestion(bad));
        };
    }

    private static String suggestion(BadParameter bad) {
        return bad.nearest()
                .filter(n -> !bad.message().contains("\"" + n + "\""))
                .map(n -> "; did you mean \"" + n + "\"?")
                .orElse("");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Optional<Reading> link() {
        if (words.size() != 1) {
            return Optional.empty();
        }
        var path = words.getFirst().replaceFirst("^https?://[^/]+", "");
        return SearchUrl.parsePath(path);
    }

    private Map<String, List<String>> parameters() {
        var given = new LinkedHashMap<String, List<String>>();
        given.put("modality", modality);
        given.put("region", region);
        given.put("decision", decision);
        given.put("guideline", guideline);
        given.put("specialty", specialty);
        given.put("treatment", treatment);
        given.put("reason", reason);
        given.put("year", year);
        given.put("outcome", outcome);
        given.put("signal", signal);
        given.put("citation", citation);
        given.put("administrator", administrator);
        excluded.forEach(e -> exclude(e, given));
        one(given, "from", from);
        one(given, "to", to);
        one(given, "scope", scope);
        one(given, "summary", summary ? "1" : null);
        one(given, "words", literal ? "1" : null);
        one(given, "match", match);
        one(given, "sort", sort);
        one(given, "group", group);
        one(given, "page", page);
        one(given, "size", size);
        one(given, "after", after);
        given.values().removeIf(List::isEmpty);
        return given;
    }

    private void exclude(String exclusion, Map<String, List<String>> given) {
        int equals = exclusion.indexOf('=');
        if (equals < 1) {
            throw wrong("--not takes a facet and one of its values, such as region=Knee, not \"" + exclusion + "\"");
        }
        given.computeIfAbsent("not." + exclusion.substring(0, equals), n -> new ArrayList<>())
                .add(exclusion.substring(equals + 1));
    }

    private static void one(Map<String, List<String>> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, List.of(value));
        }
    }
}
