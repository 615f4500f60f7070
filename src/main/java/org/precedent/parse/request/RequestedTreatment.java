package org.precedent.parse.request;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.TreatmentTree;
import org.precedent.vocabulary.TreatmentWords.Hint;
import org.precedent.vocabulary.TreatmentWords.Replacement;

/**
 * The treatment category and subcategory of a request, decided by the strongest hint in its words or, among equals, the first.
 *
 * @param term the subcategory, or the category if the subcategory is unknown; empty if the words contain no hint
 * @param category label of the category
 * @param span the words that were decisive
 */
record RequestedTreatment(Optional<Term> term, String category, Span span) {
    /** Separates an item from its purpose. */
    private static final Pattern PURPOSE = Pattern.compile("\\b(?:for|prior to|before)\\b");
    /** Separates an item from the next one, or from its details. */
    private static final Pattern REST_FOLLOWS =
            Pattern.compile("[,;+]\\s|\\b(?:and|with|of|to|followed by)\\b|&|\\bw/");

    /** Introduces the components of the item before it; one word may precede the first component. */
    private static final Pattern COMPONENTS_FOLLOW =
            Pattern.compile("(?i)\\s*(?:(?:to include|including|includes|include)\\b:?|:)\\s*(?:\\w+\\s+)?");

    /** Two percentages of a mixture, with a name in between. */
    private static final Pattern MIXTURE =
            Pattern.compile("\\d\\s?%[^%a-z]*[a-z][^%]*\\d\\s?%", Pattern.CASE_INSENSITIVE);

    private static final String IMAGING = "imaging-radiology";
    private static final String TESTS = "Diagnostic Testing";
    private static final String INJECTIONS = "Injection";
    private static final String REST = "Other";
    private static final String VISITS = "Evaluation & Management";
    /** Vocabulary cue for a visit or a referral. */
    private static final String REFERRAL = "referral";

    private static final String MEDICINES = "Pharmaceuticals";
    private static final String MIXTURES = "Topical Compounds";
    /** Vocabulary cue for words that count only if the request names no drug, such as "supply". */
    private static final String MEDICINE = "medicine";
    /** Maximum strength of drug names. */
    private static final int MEDICINE_STRENGTH = 2;
    /** Strength of test names. */
    private static final int TEST_STRENGTH = 3;
    /** Maximum number of characters examined between two hints. */
    private static final int MAX_DISTANCE = 300;

    static RequestedTreatment of(RequestWords request) {
        return new Reader(request).read();
    }

    /**
     * Whether a diagnostic test is requested.
     */
    boolean isTest() {
        return category.equals(TESTS);
    }

    /**
     * Whether an imaging study is requested.
     */
    boolean isImaging() {
        return term.filter(t -> t.id().equals(IMAGING)).isPresent();
    }

    /**
     * Whether a drug is requested, other than as an injection.
     */
    boolean isMedicine() {
        return category.equals(MEDICINES);
    }

    /**
     * Whether a topical compound is requested.
     */
    boolean isMixture() {
        return term.filter(t -> t.label().equals(MIXTURES)).isPresent();
    }

    /**
     * Whether an injection is requested.
     */
    boolean isInjection() {
        return category.equals(INJECTIONS);
    }

    /**
     * Returns the category with its position.
     */
    Located<String> locatedCategory() {
        return new Located<>(category, span);
    }

    /**
     * Returns the subcategory with its position; empty if the category has none or the subcategory is unknown.
     */
    Optional<Located<String>> subcategory() {
        return term.filter(t -> t.parent().isPresent()).map(t -> new Located<>(t.label(), span));
    }

    private record Reader(RequestWords request, TreatmentTree tree) {
        Reader(RequestWords request) {
            this(request, request.tree());
        }

        RequestedTreatment read() {
            var hints = request.vocabulary().treatments().find(request.words());
            boolean medicine = request.isDosed() || hints.stream().anyMatch(this::namesMedicine);
            var decisive = hints.stream()
                    .filter(h -> !medicine || !dependsOn(h, MEDICINE))
                    .toList();
            if (decisive.isEmpty()) {
                return wholeRequest(medicine ? MEDICINES : REST);
            }
            var winner = strongest(decisive);
            if (winner.strength() == 0 && request.isDosed()) {
                return wholeRequest(MEDICINES);
            }
            return named(isMixture(winner) ? mixtures() : termOf(winner), winner.span());
        }

        private boolean namesMedicine(Hint hint) {
            return hint.strength() == MEDICINE_STRENGTH
                    && tree.category(hint.term()).label().equals(MEDICINES);
        }

        private static boolean dependsOn(Hint hint, String cue) {
            return hint.instead().stream().anyMatch(i -> i.cue().equals(cue));
        }

        private boolean isMixture(Hint winner) {
            return winner.strength() <= MEDICINE_STRENGTH
                    && ((request.counted().matcher(MIXTURE).find() && !DrugNames.startWithProduct(request))
                            || DrugNames.areMixed(request));
        }

        private Term mixtures() {
            return tree.findByLabel(MIXTURES).getFirst();
        }

        private Term termOf(Hint winner) {
            return winner.instead().stream()
                    .filter(i -> request.has(i.cue()))
                    .findFirst()
                    .map(Replacement::term)
                    .or(() -> namesMedicine(winner) ? DrugNames.combinedClass(request) : Optional.empty())
                    .orElse(winner.term());
        }

        private Hint strongest(List<Hint> hints) {
            var strongest = hints.getFirst();
            for (var hint : hints) {
                boolean stronger = hint.strength() > strongest.strength() && !prevails(strongest, hint);
                if (stronger || introduces(strongest, hint)) {
                    strongest = hint;
                }
            }
            return strongest;
        }

        /** Whether a test only introduces a later one: "labs to include: EKG" requests an EKG. */
        private boolean introduces(Hint first, Hint later) {
            return first.strength() == TEST_STRENGTH
                    && later.strength() == TEST_STRENGTH
                    && between(COMPONENTS_FOLLOW, first, later).matches();
        }

        /** Returns a matcher for the text between two hints, limited in length. */
        private Matcher between(Pattern pattern, Hint first, Hint later) {
            int start = first.span().end();
            int end = Math.clamp(later.span().start(), start, start + MAX_DISTANCE);
            return request.counted().matcher(pattern, start, end);
        }

        /**
         * Whether an earlier hint prevails over a stronger later one: a test if details or other items follow it, any item if its purpose
         * follows.
         */
        private boolean prevails(Hint first, Hint later) {
            var category = tree.category(first.term()).label();
            var other = tree.category(later.term()).label();
            if (first.strength() < MEDICINE_STRENGTH || first.strength() > TEST_STRENGTH || category.equals(other)) {
                return false;
            }
            boolean test = first.strength() == TEST_STRENGTH && category.equals(TESTS);
            return (test
                            && (isVisitOnlyInName(first, other)
                                    || between(REST_FOLLOWS, first, later).find()))
                    || (!other.equals(INJECTIONS)
                            && between(PURPOSE, first, later).find());
        }

        /** In "CT maxillofacial", the name of a specialty is part of the name of the study; no visit is requested. */
        private boolean isVisitOnlyInName(Hint study, String other) {
            return study.term().id().equals(IMAGING) && other.equals(VISITS) && !request.has(REFERRAL);
        }

        private RequestedTreatment named(Term term, Span span) {
            return new RequestedTreatment(Optional.of(term), tree.category(term).label(), span);
        }

        private RequestedTreatment wholeRequest(String category) {
            return new RequestedTreatment(
                    Optional.empty(), category, new Span(0, request.text().length()));
        }
    }
}
