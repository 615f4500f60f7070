package org.precedent.vocabulary;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Domain facts for the consistency checks, read from {@code guideline-edition.tsv},
 * {@code specialty-scope.tsv}, {@code region-group.tsv}, {@code guideline-region.tsv} and
 * {@code record.tsv}. Immutable.
 */
public final class SignalRules {
    private static final int EDITION_COLUMNS = 4;
    private static final int SCOPE_COLUMNS = 3;
    private static final int REGION_COLUMNS = 4;
    private static final int GROUP_COLUMNS = 2;
    private static final int RECORD_COLUMNS = 2;

    private static final SignalRules BUNDLED = read(
            VocabularyFile.resource("guideline-edition"),
            VocabularyFile.resource("specialty-scope"),
            VocabularyFile.resource("region-group"),
            VocabularyFile.resource("record"),
            VocabularyFile.resource("guideline-region"));

    private final Map<Edition, LocalDate> replaced = new HashMap<>();
    private final Map<String, Set<String>> scopes = new HashMap<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<String> records = new HashSet<>();
    private final Map<String, List<String>> covered = new HashMap<>();
    private final Map<String, Pattern> coveredRequests = new HashMap<>();

    private record Edition(String guideline, String year) {}

    private SignalRules() {}

    /**
     * The bundled rules.
     */
    public static SignalRules bundled() {
        return BUNDLED;
    }

    static SignalRules read(String editions, String scopes, String groups, String records, String covered) {
        var rules = new SignalRules();
        for (var row : VocabularyFile.rows("guideline-edition", editions, EDITION_COLUMNS)) {
            rules.replaced.put(new Edition(row.get(0), row.get(1)), LocalDate.parse(row.get(2)));
        }
        for (var row : VocabularyFile.rows("specialty-scope", scopes, SCOPE_COLUMNS)) {
            rules.scopes.put(row.get(0), Set.copyOf(VocabularyFile.forms(row.get(1))));
        }
        VocabularyFile.rows("region-group", groups, GROUP_COLUMNS).forEach(row -> rules.groups.add(row.getFirst()));
        VocabularyFile.rows("record", records, RECORD_COLUMNS).forEach(row -> rules.records.add(row.getFirst()));
        for (var row : VocabularyFile.rows("guideline-region", covered, REGION_COLUMNS)) {
            rules.covered.put(row.get(0), VocabularyFile.forms(row.get(1)));
            var words = VocabularyFile.forms(row.get(2));
            if (!words.isEmpty()) {
                rules.coveredRequests.put(row.get(0), anyOf(words));
            }
        }
        return rules;
    }

    /**
     * The day an edition of a guideline was replaced; empty when it was not, or the day is not known.
     *
     * @param guideline the guideline's label: {@code MTUS Low Back Complaints}
     * @param year the edition: {@code 2004}
     */
    public Optional<LocalDate> replaced(String guideline, String year) {
        return Optional.ofNullable(replaced.get(new Edition(guideline, year)));
    }

    /**
     * Whether a treatment category is within the scope of at least one of these specialties. True if one of them is not limited, or if
     * there are none.
     */
    public boolean isWithin(List<String> specialties, String treatment) {
        return specialties.isEmpty()
                || specialties.stream()
                        .anyMatch(s -> !scopes.containsKey(s) || scopes.get(s).contains(treatment));
    }

    /**
     * Whether the parts of a region are so close together that one may be named for another.
     */
    public boolean isGroup(String region) {
        return groups.contains(region);
    }

    /**
     * Labels of the body regions a guideline covers in addition to those its title names.
     *
     * @param guideline the guideline's label
     */
    public List<String> covers(String guideline) {
        return covered.getOrDefault(guideline, List.of());
    }

    /**
     * Whether a guideline has sections on a request that apply to every body region, such as on preoperative tests.
     *
     * @param guideline the guideline's label
     * @param request the words of the request
     */
    public boolean coversRequest(String guideline, String request) {
        var words = coveredRequests.get(guideline);
        return words != null && words.matcher(request).find();
    }

    private static Pattern anyOf(List<String> words) {
        return Pattern.compile(
                words.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")),
                Pattern.CASE_INSENSITIVE);
    }

    /**
     * Whether a word, in lower case, names a kind of medical record, so that a list with it is a list of records reviewed.
     */
    public boolean namesRecord(String word) {
        return records.contains(word);
    }

    /**
     * Labels of the guidelines of which an edition was replaced.
     */
    public Set<String> guidelines() {
        return replaced.keySet().stream().map(Edition::guideline).collect(Collectors.toSet());
    }

    /**
     * Labels of the specialties with a limited license.
     */
    public Set<String> specialties() {
        return Set.copyOf(scopes.keySet());
    }

    /**
     * Labels of the treatment categories within the scope of any limited license.
     */
    public Set<String> treatments() {
        return scopes.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
