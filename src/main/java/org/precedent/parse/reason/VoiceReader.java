package org.precedent.parse.reason;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.precedent.vocabulary.ReasonCues.Voice;

/**
 * Determines word by word whether a sentence quotes a source or speaks of the case. "Guidelines recommend imaging when red flags are
 * absent" must not be read as "there are no red flags". Words of the class {@code case} turn to the case wherever they stand;
 * those of {@code source} turn to a source unless the sentence has spoken of the case before; those of {@code record} turn to
 * the case only at the head of a sentence. A sentence with none of them goes on in the voice of the one before.
 */
final class VoiceReader {
    private final int caseWords;
    private final int recordWords;
    private final int sourceWords;
    private Voice voice = Voice.CASE;

    VoiceReader(CueCompiler compiler) {
        this.caseWords = compiler.known("case");
        this.recordWords = compiler.known("record");
        this.sourceWords = compiler.known("source");
    }

    /**
     * The voice of each word; call it for the sentences in order.
     */
    Voice[] read(SentenceWords sentence) {
        var voices = new Voice[sentence.size()];
        boolean turned = false;
        for (int i = 0; i < voices.length; i++) {
            var turn = turnAt(sentence, i, turned);
            if (turn != null) {
                voice = turn;
                if (!turned) {
                    Arrays.fill(voices, 0, i, voice);
                }
                turned = true;
            }
            voices[i] = voice;
        }
        return voices;
    }

    private @Nullable Voice turnAt(SentenceWords sentence, int word, boolean turned) {
        if (sentence.begins(word, caseWords)) {
            return Voice.CASE;
        }
        if (sentence.begins(word, sourceWords) && !(turned && voice == Voice.CASE)) {
            return Voice.SOURCE;
        }
        return !turned && sentence.begins(word, recordWords) ? Voice.CASE : null;
    }
}
