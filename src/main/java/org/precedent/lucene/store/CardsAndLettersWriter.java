package org.precedent.lucene.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.StoredFieldDataInput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/**
 * Writes cards and whole letters into their two files.
 */
final class CardsAndLettersWriter extends StoredFieldsWriter {
    private final StoredFieldsWriter cards;
    private final StoredFieldsWriter letters;

    CardsAndLettersWriter(StoredFieldsWriter cards, StoredFieldsWriter letters) {
        this.cards = cards;
        this.letters = letters;
    }

    private StoredFieldsWriter of(FieldInfo field) {
        return CardsAndLettersFormat.isLetter(field) ? letters : cards;
    }

    @Override
    public void startDocument() throws IOException {
        cards.startDocument();
        letters.startDocument();
    }

    @Override
    public void finishDocument() throws IOException {
        cards.finishDocument();
        letters.finishDocument();
    }

    @Override
    public void writeField(FieldInfo field, int value) throws IOException {
        of(field).writeField(field, value);
    }

    @Override
    public void writeField(FieldInfo field, long value) throws IOException {
        of(field).writeField(field, value);
    }

    @Override
    public void writeField(FieldInfo field, float value) throws IOException {
        of(field).writeField(field, value);
    }

    @Override
    public void writeField(FieldInfo field, double value) throws IOException {
        of(field).writeField(field, value);
    }

    @Override
    public void writeField(FieldInfo field, StoredFieldDataInput value) throws IOException {
        of(field).writeField(field, value);
    }

    @Override
    public void writeField(FieldInfo field, BytesRef value) throws IOException {
        of(field).writeField(field, value);
    }

    @Override
    public void writeField(FieldInfo field, String value) throws IOException {
        of(field).writeField(field, value);
    }

    @Override
    public void finish(int documents) throws IOException {
        cards.finish(documents);
        letters.finish(documents);
    }

    /** Each file is merged by itself, so that chunks are copied as they are. */
    @Override
    public int merge(MergeState state) throws IOException {
        for (var reader : state.storedFieldsReaders) {
            if (!(reader instanceof CardsAndLettersReader)) {
                return super.merge(state);
            }
        }
        cards.merge(only(state, CardsAndLettersReader::cards));
        return letters.merge(only(state, CardsAndLettersReader::letters));
    }

    private static MergeState only(MergeState state, Function<CardsAndLettersReader, StoredFieldsReader> part) {
        var readers = Arrays.stream(state.storedFieldsReaders)
                .map(CardsAndLettersReader.class::cast)
                .map(part)
                .toArray(StoredFieldsReader[]::new);
        return new MergeState(
                state.docMaps,
                state.segmentInfo,
                state.mergeFieldInfos,
                readers,
                state.termVectorsReaders,
                state.normsProducers,
                state.docValuesProducers,
                state.fieldInfos,
                state.liveDocs,
                state.fieldsProducers,
                state.pointsReaders,
                state.knnVectorsReaders,
                state.maxDocs,
                state.infoStream,
                state.intraMergeTaskExecutor,
                state.needsIndexSort,
                state.oneMerge);
    }

    @Override
    public long ramBytesUsed() {
        return cards.ramBytesUsed() + letters.ramBytesUsed();
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(cards, letters);
    }
}
