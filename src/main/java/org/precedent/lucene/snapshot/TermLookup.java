package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.precedent.lucene.schema.IndexField;
import org.precedent.search.SearchEngine.TooCostly;
import org.precedent.text.IndexTerms;

/**
 * Looks up terms in the dictionary of one snapshot.
 */
public final class TermLookup {
    /** Limit on words that a prefix may expand to. */
    public static final int EXPANSIONS = 10_000;

    /** Limit for a prefix in a proximity, where the positions of all words are open at the same time. */
    public static final int PROXIMITY_EXPANSIONS = 2_000;

    private final IndexSnapshot view;
    private final SearchDeadline deadline;

    public TermLookup(IndexSnapshot view) {
        this(view, SearchDeadline.after(SearchDeadline.LIMIT));
    }

    /** Creates a lookup that throws {@link org.precedent.search.SearchEngine.TimedOut} once the deadline has passed. */
    public TermLookup(IndexSnapshot view, SearchDeadline deadline) {
        this.view = view;
        this.deadline = deadline;
    }

    /** The terms of a text field with this stem, in any form. */
    public Collection<String> formsOf(IndexField field, String stem) {
        return terms(field, IndexTerms.prefix(stem), t -> true, EXPANSIONS);
    }

    /**
     * The terms of a text field whose printed form starts with a prefix.
     *
     * @param maximum maximum number of terms
     * @throws TooCostly when there are more
     */
    public Collection<String> startingWith(IndexField field, String start, int maximum) {
        Predicate<String> begins = t -> IndexTerms.form(t).startsWith(start);
        var found = terms(field, IrregularForms.head(start), begins, maximum + 1);
        for (var leaf : view.leaves()) {
            view.segments().get(leaf.ord).irregular().find(field, start, leaf.reader(), deadline).stream()
                    .filter(begins)
                    .forEach(found::add);
        }
        if (found.size() > maximum) {
            throw new TooCostly("\"" + start + "*\" stands for more than " + maximum
                    + " different words; write more letters before the asterisk");
        }
        return found;
    }

    /** Returns the terms of any field with a prefix that satisfy a predicate, sorted, up to a limit. */
    public Collection<String> terms(IndexField field, String prefix, Predicate<String> filter, int limit) {
        return terms(field, prefix, term -> true, filter, limit);
    }

    /**
     * Returns the terms of any field with a prefix that satisfy two predicates, sorted, up to a limit.
     *
     * @param candidate tested first, on the encoded term, so that most terms need not be decoded
     * @param filter tested on the terms that are candidates
     */
    public Collection<String> terms(
            IndexField field, String prefix, Predicate<BytesRef> candidate, Predicate<String> filter, int limit) {
        var found = new TreeSet<String>();
        var bytes = new BytesRef(prefix);
        try {
            for (var leaf : view.leaves()) {
                var terms = Terms.getTerms(leaf.reader(), field.key()).iterator();
                collect(terms, bytes, candidate, filter, limit, found, deadline);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Collects the terms with a prefix that satisfy a predicate, up to a limit. */
    static void collect(
            TermsEnum terms,
            BytesRef prefix,
            Predicate<String> filter,
            int limit,
            Collection<String> found,
            SearchDeadline deadline)
            throws IOException {
        collect(terms, prefix, term -> true, filter, limit, found, deadline);
    }

    private static void collect(
            TermsEnum terms,
            BytesRef prefix,
            Predicate<BytesRef> candidate,
            Predicate<String> filter,
            int limit,
            Collection<String> found,
            SearchDeadline deadline)
            throws IOException {
        deadline.check();
        int taken = 0;
        if (terms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return;
        }
        for (var term = terms.term(); term != null && taken < limit; term = terms.next()) {
            if (!StringHelper.startsWith(term, prefix)) {
                return;
            }
            deadline.step();
            if (!candidate.test(term)) {
                continue;
            }
            var text = term.utf8ToString();
            if (filter.test(text)) {
                found.add(text);
                taken++;
            }
        }
    }

    /** The document frequency of a term. */
    public long frequency(IndexField field, String term) {
        try {
            long count = 0;
            for (var leaf : view.leaves()) {
                count += leaf.reader().docFreq(new org.apache.lucene.index.Term(field.key(), term));
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
