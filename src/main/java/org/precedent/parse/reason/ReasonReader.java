package org.precedent.parse.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Decision;
import org.precedent.determination.Span;
import org.precedent.parse.reason.CueCompiler.CompiledCue;
import org.precedent.vocabulary.ReasonCues;
import org.precedent.vocabulary.ReasonCues.Voice;
import org.precedent.vocabulary.Term;

/**
 * Recognizes the reasons for a decision in a rationale by cue phrases, sentence by sentence. Immutable; runs in time linear in the length
 * of the rationale.
 */
public final class ReasonReader {
    private static final int MIN_REQUEST_WORD_LENGTH = 3;

    private final CueCompiler compiler;
    private final int boilerplate;
    private final int generic;
    private final int request;

    private record Evidence(CompiledCue cue, Span sentence) {}

    public ReasonReader(ReasonCues cues) {
        this.compiler = new CueCompiler(cues);
        this.boilerplate = compiler.known("boilerplate");
        this.generic = compiler.known("generic");
        this.request = compiler.known("request");
    }

    /**
     * Returns the reasons that a rationale gives for a decision, in the order of their sentences, each at most once.
     *
     * @param rationale the reviewer's text
     * @param request the disputed request; some cues require that it is mentioned
     * @param decision the decision; reasons that cannot explain it are ignored
     */
    public List<ReasonMention> read(String rationale, String request, Decision decision) {
        var evidence = new ArrayList<Evidence>();
        var voices = new VoiceReader(compiler);
        var requestText = compiler.words(request);
        var disputed = compiler.sentence(requestText, 0, requestText.size());
        var requested = requestWords(disputed);
        var cues = compiler.explaining(decision);
        var words = compiler.words(rationale);
        int end = 0;
        for (var span : SentenceSplitter.split(rationale)) {
            int first = words.firstWordAt(span.start(), end);
            end = words.firstWordAt(span.end(), first);
            var sentence = compiler.sentence(words, first, end);
            markRequest(sentence, requested);
            var voiceOfWord = voices.read(sentence);
            if (!sentence.has(boilerplate)) {
                cuesIn(sentence, voiceOfWord, disputed, cues).forEach(cue -> evidence.add(new Evidence(cue, span)));
            }
        }
        return strongest(evidence);
    }

    private Set<String> requestWords(SentenceWords request) {
        var requested = new HashSet<String>();
        for (int i = 0; i < request.size(); i++) {
            var word = request.word(i);
            if (word.length() >= MIN_REQUEST_WORD_LENGTH
                    && !Character.isDigit(word.charAt(0))
                    && !request.begins(i, generic)) {
                addForms(singular(word), requested);
            }
        }
        return requested;
    }

    /** Adds the words whose singular, formed as simply as here, is this. */
    private static void addForms(String singular, Set<String> words) {
        if (!singular.endsWith("s")) {
            words.add(singular);
        }
        words.add(singular + "s");
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private void markRequest(SentenceWords sentence, Set<String> requested) {
        for (int i = 0; i < sentence.size(); i++) {
            if (requested.contains(sentence.word(i))) {
                sentence.mark(i, request);
            }
        }
    }

    private static List<CompiledCue> cuesIn(
            SentenceWords sentence, Voice[] voices, SentenceWords request, List<List<CompiledCue>> cues) {
        var found = new ArrayList<CompiledCue>();
        for (int wordClass = sentence.nextClass(0); wordClass >= 0; wordClass = sentence.nextClass(wordClass + 1)) {
            for (var cue : cues.get(wordClass)) {
                if (sentence.hasAll(cue.steps())
                        && !sentence.hasAny(cue.unless())
                        && cue.request().isMet(request)
                        && applies(cue, sentence, voices)) {
                    found.add(cue);
                }
            }
        }
        return found;
    }

    private static boolean applies(CompiledCue cue, SentenceWords sentence, Voice[] voices) {
        var voice = cue.cue().voice();
        for (int i = 0; i < sentence.size(); i++) {
            if ((voice.isEmpty() || voice.get() == voices[i]) && sentence.matches(cue.steps(), i)) {
                return true;
            }
        }
        return false;
    }

    private static List<ReasonMention> strongest(List<Evidence> evidence) {
        int level = evidence.stream().mapToInt(e -> e.cue.cue().level()).min().orElse(0);
        Map<String, ReasonMention> first = new LinkedHashMap<>();
        for (var e : evidence) {
            var reason = e.cue.cue().reason();
            if (e.cue.cue().level() == level) {
                first.putIfAbsent(reason.id(), new ReasonMention(reason, e.sentence.start(), e.sentence.end()));
            }
        }
        return first.values().stream()
                .sorted(Comparator.comparingInt(ReasonMention::start))
                .toList();
    }

    /**
     * Determines word by word whether a sentence quotes a source or describes the case. "Guidelines recommend imaging when red flags are
     * absent" must not be read as "there are no red flags". Words of the class {@code case} switch to the case wherever they occur; those
     * of {@code source} switch to a source unless the sentence has already mentioned the case; those of {@code record} switch to the case
     * only at the start of a sentence. A sentence with none of them continues in the voice of the previous one.
     */
    private static final class VoiceReader {
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
         * Returns the voice of each word; must be called for the sentences in order.
         */
        Voice[] read(SentenceWords sentence) {
            var voices = new Voice[sentence.size()];
            boolean turned = false;
            for (int i = 0; i < voices.length; i++) {
                var turn = voiceChangeAt(sentence, i, turned);
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

        private @Nullable Voice voiceChangeAt(SentenceWords sentence, int word, boolean turned) {
            if (sentence.begins(word, caseWords)) {
                return Voice.CASE;
            }
            if (sentence.begins(word, sourceWords) && !(turned && voice == Voice.CASE)) {
                return Voice.SOURCE;
            }
            return !turned && sentence.begins(word, recordWords) ? Voice.CASE : null;
        }
    }

    /**
     * A reason found in a rationale.
     *
     * @param reason term of the reason vocabulary
     * @param start start of the sentence that states it, in the rationale
     * @param end one past the last character of that sentence
     */
    public record ReasonMention(Term reason, int start, int end) {}
}
