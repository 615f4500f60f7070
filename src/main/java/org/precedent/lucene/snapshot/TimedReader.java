package org.precedent.lucene.snapshot;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.jspecify.annotations.Nullable;

/**
 * Index reader that checks a search's deadline while positions are read, so that a proximity cannot exceed it within one long text. Used
 * only for positional queries, because the check increments a counter for every position and document.
 */
final class TimedReader extends FilterDirectoryReader {
    private final SearchDeadline deadline;

    TimedReader(DirectoryReader in, SearchDeadline deadline) throws IOException {
        super(in, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader reader) {
                return new TimedLeaf(reader, deadline.part());
            }
        });
        this.deadline = deadline;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
        return new TimedReader(other, deadline);
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return in.getReaderCacheHelper();
    }

    private static final class TimedLeaf extends FilterLeafReader {
        private final SearchDeadline deadline;

        TimedLeaf(LeafReader in, SearchDeadline deadline) {
            super(in);
            this.deadline = deadline;
        }

        @Override
        public @Nullable Terms terms(String field) throws IOException {
            var terms = in.terms(field);
            return terms == null ? null : new TimedTerms(terms, deadline);
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }

    private static final class TimedTerms extends FilterLeafReader.FilterTerms {
        private final SearchDeadline deadline;

        TimedTerms(Terms in, SearchDeadline deadline) {
            super(in);
            this.deadline = deadline;
        }

        @Override
        public TermsEnum iterator() throws IOException {
            return new FilterLeafReader.FilterTermsEnum(in.iterator()) {
                @Override
                public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
                    return new TimedPostings(in.postings(null, flags), deadline);
                }
            };
        }
    }

    private static final class TimedPostings extends FilterLeafReader.FilterPostingsEnum {
        private final SearchDeadline deadline;

        TimedPostings(PostingsEnum in, SearchDeadline deadline) {
            super(in);
            this.deadline = deadline;
        }

        @Override
        public int nextPosition() throws IOException {
            deadline.step();
            return in.nextPosition();
        }

        @Override
        public int nextDoc() throws IOException {
            deadline.step();
            return in.nextDoc();
        }

        @Override
        public int advance(int target) throws IOException {
            deadline.step();
            return in.advance(target);
        }
    }
}
