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
import org.precedent.vocabulary.TreatmentWords.Instead;

/**
 * The treatment category and subcategory of a request: the strongest of its words decide, of equals the first.
 *
 * @param term the subcategory, or the category where its words show no more; empty where no words show any
 * @param category label of the category
 * @param span the words that decided
 */
record RequestedTreatment(Optional<Term> term, String category, Span span) {
    /** What parts a thing from what it is for. */
    private static final Pattern PURPOSE = Pattern.compile("\\b(?:for|prior to|before)\\b");
    /** What separates one item from another, or from details of it. */
    private static final Pattern REST_FOLLOWS =
            Pattern.compile("[,;+]\\s|\\b(?:and|with|of|to|followed by)\\b|&|\\bw/");

    /** Introduces the parts of what was named before; a word or two may precede the first part's name. */
    private static final Pattern NAMELY =
            Pattern.compile("(?i)\\s*(?:(?:to include|including|includes|include)\\b:?|:)\\s*(?:\\w+\\s+)?");

    /** Two shares of a mixture with a name between them. */
    private static final Pattern MIXTURE =
            Pattern.compile("\\d\\s?%[^%a-z]*[a-z][^%]*\\d\\s?%", Pattern.CASE_INSENSITIVE);

    private static final String IMAGING = "imaging-radiology";
    private static final String TESTS = "Diagnostic Testing";
    private static final String INJECTIONS = "Injection";
    private static final String REST = "Other";
    private static final String VISITS = "Evaluation & Management";
    /** Cue of a visit to someone, or of sending someone there. */
    private static final String REFERRAL = "referral";

    private static final String MEDICINES = "Pharmaceuticals";
    private static final String MIXTURES = "Topical Compounds";
    /** Cue of a word that counts only where the request names no drug, such as "supply". */
    private static final String MEDICINE = "medicine";
    /** Names of medicines are no stronger. */
    private static final int MEDICINE_STRENGTH = 2;
    /** So strong are names of tests. */
    private static final int TEST_STRENGTH = 3;
    /** Farther from a hint its words are not asked how they go with the next. */
    private static final int FAR = 300;

    static RequestedTreatment of(RequestWords request) {
        return new Reader(request).read();
    }

    /**
     * Whether a test is requested.
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
     * Whether a drug is requested, other than by injection.
     */
    boolean isMedicine() {
        return category.equals(MEDICINES);
    }

    /**
     * Whether the request is for a mixture compounded for the skin.
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
     * Where the category was read.
     */
    Located<String> locatedCategory() {
        return new Located<>(category, span);
    }

    /**
     * The subcategory and where it was read; empty for a category without any, and where the words show the category alone.
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
                return rest(medicine ? MEDICINES : REST);
            }
            var winner = strongest(decisive);
            if (winner.strength() == 0 && request.isDosed()) {
                return rest(MEDICINES);
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
                    .map(Instead::term)
                    .or(() -> namesMedicine(winner) ? DrugNames.combinedClass(request) : Optional.empty())
                    .orElse(winner.term());
        }

        private Hint strongest(List<Hint> hints) {
            var strongest = hints.getFirst();
            for (var hint : hints) {
                boolean stronger = hint.strength() > strongest.strength() && !stands(strongest, hint);
                if (stronger || introduces(strongest, hint)) {
                    strongest = hint;
                }
            }
            return strongest;
        }

        /** "Labs to include: EKG" asks for the test named last. */
        private boolean introduces(Hint first, Hint later) {
            return first.strength() == TEST_STRENGTH
                    && later.strength() == TEST_STRENGTH
                    && between(NAMELY, first, later).matches();
        }

        /** The text between two hints, as far as it matters. */
        private Matcher between(Pattern pattern, Hint first, Hint later) {
            int start = first.span().end();
            int end = Math.clamp(later.span().start(), start, start + FAR);
            return request.counted().matcher(pattern, start, end);
        }

        /** A test stands whatever follows it; another item precedes what it is for. */
        private boolean stands(Hint first, Hint later) {
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

        /** In "CT maxillofacial" a specialty's name says how or where a study is made; no visit is requested. */
        private boolean isVisitOnlyInName(Hint study, String other) {
            return study.term().id().equals(IMAGING) && other.equals(VISITS) && !request.has(REFERRAL);
        }

        private RequestedTreatment named(Term term, Span span) {
            return new RequestedTreatment(Optional.of(term), tree.category(term).label(), span);
        }

        private RequestedTreatment rest(String category) {
            return new RequestedTreatment(
                    Optional.empty(), category, new Span(0, request.text().length()));
        }
    }
}
