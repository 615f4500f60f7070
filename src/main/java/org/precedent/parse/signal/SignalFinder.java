package org.precedent.parse.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.determination.Citation;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.Finding.Kind;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.parse.text.DateText;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.SignalRules;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Words;

/**
 * Finds points to check in a determination, such as a request and a rationale about different body regions, or a guideline edition that had
 * been superseded by the decision date. Findings are worded neutrally, because a mismatch usually has an innocent explanation. Each
 * determination is checked on its own, using only the vocabularies. Immutable.
 */
public final class SignalFinder {
    /** Prefix of the ids of modality terms that do not name a specific modality; such a term is compatible with every modality. */
    private static final String UNSPECIFIED = "unspecified";

    private final Vocabularies vocabularies;
    private final SignalRules rules;
    private final RegionDistance distance;

    public SignalFinder(Vocabularies vocabularies, SignalRules rules) {
        this.vocabularies = vocabularies;
        this.rules = rules;
        this.distance = new RegionDistance(vocabularies.region(), rules);
    }

    /**
     * Returns the points to check in a determination, issue by issue.
     */
    public List<Finding> find(Determination determination) {
        var decided = determination.header().dates().decided().map(Located::value);
        var specialties = values(determination.reviewer().specialties());
        var found = new ArrayList<Finding>();
        for (var issue : determination.issues()) {
            var rationale = Words.of(
                    namesRegionOrModality(issue)
                            ? issue.rationale().map(Located::value).orElse("")
                            : "");
            var letter = determination.origin().text();
            region(issue, rationale, letter).ifPresent(found::add);
            modality(issue, rationale, letter).ifPresent(found::add);
            guidelineRegion(issue).ifPresent(found::add);
            decided.flatMap(day -> serviceDate(issue, day)).ifPresent(found::add);
            decided.ifPresent(day -> found.addAll(editions(issue, day)));
            specialty(issue, specialties).ifPresent(found::add);
        }
        records(determination).ifPresent(found::add);
        return List.copyOf(found);
    }

    /**
     * Whether the request names a region or modality from which the rationale could differ; otherwise the rationale need not be analyzed.
     */
    private static boolean namesRegionOrModality(Issue issue) {
        return !issue.subject().regions().isEmpty()
                || !issue.subject().modalities().isEmpty();
    }

    private Optional<Finding> records(Determination determination) {
        return determination
                .narrative()
                .documentsReviewed()
                .filter(documents -> RecordsList.isOnlyDateRanges(documents.value(), rules))
                .map(documents -> new Finding(
                        Kind.RECORDS_AS_DATE_RANGES,
                        "check: the records reviewed are identified only by dates, so it is unknown what was reviewed",
                        documents.span()));
    }

    private Optional<Finding> region(Issue issue, Words rationale, String letter) {
        var requested = distance.exact(values(issue.subject().regions()));
        if (requested.isEmpty()) {
            return Optional.empty();
        }
        var mentions = distance.mentions(rationale);
        var reasoned = labels(mentions);
        return !reasoned.isEmpty() && distance.areFar(requested, reasoned)
                ? Optional.of(mismatch(Kind.RATIONALE_ON_OTHER_REGION, issue, requested, mentions, letter))
                : Optional.empty();
    }

    private static List<String> labels(List<Mention> mentions) {
        return mentions.stream().map(Mention::term).map(Term::label).distinct().toList();
    }

    /** Creates a finding about a rationale that does not match the request; its span is the first sentence that names something else. */
    private static Finding mismatch(
            Kind kind, Issue issue, List<String> requested, List<Mention> reasoned, String letter) {
        var sentence = issue.rationale()
                .flatMap(text -> QuotedSentence.around(text, reasoned.getFirst().span(), letter));
        return new Finding(
                kind,
                place(issue) + "the request is for " + joined(requested) + ", the rationale discusses "
                        + joined(labels(reasoned)),
                sentence.orElse(issue.request().span()),
                issue.number());
    }

    private Optional<Finding> modality(Issue issue, Words rationale, String letter) {
        var requested = values(issue.subject().modalities());
        if (requested.isEmpty()) {
            return Optional.empty();
        }
        var named = vocabularies.modality().mentions(rationale).stream()
                .filter(mention -> !mention.weak())
                .collect(Collectors.partitioningBy(mention -> isSpecific(mention.term())));
        var mentions = named.getOrDefault(true, List.of());
        var reasoned = labels(mentions);
        // in "imaging is not warranted; an earlier x-ray was normal", the rationale is about the requested study;
        // the other one is only mentioned
        boolean general = named.getOrDefault(false, List.of()).size() >= mentions.size();
        boolean specific = requested.stream()
                .flatMap(label -> vocabularies.modality().findByLabel(label).stream())
                .allMatch(SignalFinder::isSpecific);
        return specific && !general && requested.stream().noneMatch(reasoned::contains)
                ? Optional.of(mismatch(Kind.RATIONALE_ON_OTHER_MODALITY, issue, requested, mentions, letter))
                : Optional.empty();
    }

    private static boolean isSpecific(Term modality) {
        return !modality.id().startsWith(UNSPECIFIED);
    }

    private Optional<Finding> guidelineRegion(Issue issue) {
        var requested = distance.exact(values(issue.subject().regions()));
        var cited = issue.reviewerGuidelines().citations();
        boolean allFar = !requested.isEmpty()
                && !cited.isEmpty()
                && cited.stream()
                        .map(Citation::label)
                        .allMatch(guideline -> isForOtherRegion(guideline, requested)
                                && !rules.coversRequest(
                                        guideline, issue.request().value()));
        return allFar
                ? Optional.of(finding(
                        Kind.GUIDELINE_OF_OTHER_REGION,
                        issue,
                        "the request is for " + joined(requested) + ", the guideline cited is "
                                + joined(cited.stream()
                                        .map(Citation::label)
                                        .distinct()
                                        .toList())))
                : Optional.empty();
    }

    private boolean isForOtherRegion(String guideline, List<String> requested) {
        var regions = regions(guideline);
        return !regions.isEmpty() && distance.areFar(requested, regions);
    }

    /** Returns the regions a guideline is for; empty if its title names none. */
    private List<String> regions(String guideline) {
        var named = distance.regionsIn(guideline);
        return named.isEmpty()
                ? named
                : Stream.concat(named.stream(), rules.covers(guideline).stream())
                        .toList();
    }

    private static Optional<Finding> serviceDate(Issue issue, LocalDate decided) {
        var dates = DateText.DATE.matcher(issue.request().value());
        while (dates.find()) {
            var date = DateText.read(dates);
            if (date.isPresent() && date.get().isAfter(decided)) {
                return Optional.of(finding(
                        Kind.SERVICE_AFTER_DECISION,
                        issue,
                        "the request names " + date.get() + ", the decision is of " + decided));
            }
        }
        return Optional.empty();
    }

    private List<Finding> editions(Issue issue, LocalDate decided) {
        var found = new ArrayList<Finding>();
        for (var citation : issue.reviewerGuidelines().citations()) {
            citation.edition()
                    .flatMap(edition -> rules.replaced(citation.label(), edition))
                    .filter(replaced -> !decided.isBefore(replaced))
                    .ifPresent(replaced -> found.add(new Finding(
                            Kind.REPLACED_EDITION,
                            place(issue) + citation.label() + " is cited in the edition of "
                                    + citation.edition().orElseThrow() + ", which was replaced on " + replaced
                                    + "; the decision is of " + decided,
                            citation.text().span(),
                            issue.number())));
        }
        return found;
    }

    private Optional<Finding> specialty(Issue issue, List<String> specialties) {
        return issue.subject()
                .treatment()
                .map(Located::value)
                .filter(treatment -> !rules.isWithin(specialties, treatment))
                .map(treatment -> finding(
                        Kind.SPECIALTY_FAR_FROM_TREATMENT,
                        issue,
                        "the reviewer's specialty is " + joined(specialties) + ", the request is for " + treatment));
    }

    private static Finding finding(Kind kind, Issue issue, String message) {
        return new Finding(kind, place(issue) + message, issue.request().span(), issue.number());
    }

    private static String place(Issue issue) {
        return "issue " + issue.number() + ": check: ";
    }

    private static List<String> values(List<Located<String>> located) {
        return located.stream().map(Located::value).toList();
    }

    private static String joined(List<String> labels) {
        return String.join(", ", labels);
    }

    /**
     * Analyzes the list of records reviewed.
     */
    static final class RecordsList {
        /** Two dates separated by "to", "through" or a dash. */
        private static final Pattern RANGE = Pattern.compile(
                "\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}\\s*(?:-|\u2013|to|thru|through|and)\\s*\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}",
                Pattern.CASE_INSENSITIVE);

        private static final Pattern WORD = Pattern.compile("\\p{L}+");

        private RecordsList() {}

        /**
         * Whether records are identified by date ranges and none by its type, such as report, note or study.
         */
        static boolean isOnlyDateRanges(String list, SignalRules rules) {
            return RANGE.matcher(list).find()
                    && WORD.matcher(list)
                            .results()
                            .map(word -> word.group().toLowerCase(Locale.ROOT))
                            .noneMatch(rules::namesRecord);
        }
    }
}
