package org.precedent.bench.letters;

import java.util.List;
import org.precedent.bench.letters.Plan.Item;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.Vocabulary;

/**
 * Writes the running text of a letter, in realistic length.
 */
final class Prose {
    private static final Length SUMMARY = new Length(1_290, 0.42, 500, 4_800);
    private static final Length RATIONALE = new Length(680, 0.55, 150, 5_700);

    private final Grammar grammar;
    private final Vocabulary guidelines;
    private final Weighted<Term> titles;

    Prose(Grammar grammar, Vocabulary guidelines) {
        this.grammar = grammar;
        this.guidelines = guidelines;
        this.titles = Weighted.zipf(titled(guidelines), 1);
    }

    /**
     * The distribution of text lengths in characters: lognormal around a median, within bounds.
     */
    private record Length(double median, double spread, int least, int most) {
        int draw(Draw draw) {
            double length = median * Math.exp(spread * draw.random.nextGaussian());
            return (int) Math.clamp(length, least, most);
        }
    }

    String fixed(String section, Draw draw) {
        return grammar.say(section, draw);
    }

    String decided(String section, Item item, Draw draw) {
        return grammar.say(grammar.nameFor(section, item.decision().label()), draw);
    }

    String summary(Plan plan, Draw draw) {
        speakOf(plan.issues().getFirst(), plan, draw);
        grammar.write("summary.opening", draw);
        return filled("summary.sentence", SUMMARY.draw(draw), draw);
    }

    String rationale(Item item, Draw draw) {
        grammar.write("rationale.opening", draw);
        filled(draw, "rationale.sentence", RATIONALE.draw(draw));
        draw.text.append(' ');
        grammar.write(grammar.nameFor("rationale.closing", item.decision().label()), draw);
        return draw.take();
    }

    /** The guideline line of one party, without its label. */
    String cited(Plan plan, String side, Draw draw) {
        var title = titles.draw(draw.random);
        var path = guidelines.path(title.label());
        draw.set("side", side);
        draw.set("family", path.getFirst());
        draw.set("title", title.label().substring(path.getFirst().length()).strip());
        draw.set("chapter", grammar.say(grammar.nameFor("chapter", plan.era()), draw));
        draw.set("citation", grammar.say(grammar.nameFor("citation", path.getFirst()), draw));
        return grammar.say(grammar.nameFor("cited", plan.era()), draw);
    }

    /** Sets the values that sentences about this issue refer to. */
    void speakOf(Item item, Plan plan, Draw draw) {
        draw.set("request", item.named());
        draw.set("item", item.named());
        draw.set("part", item.part());
        draw.set("specialty", plan.specialties().getFirst());
        draw.set("state", plan.states().getFirst());
    }

    private String filled(String section, int length, Draw draw) {
        filled(draw, section, length);
        return draw.take();
    }

    private void filled(Draw draw, String section, int length) {
        while (draw.text.length() < length) {
            draw.text.append(' ');
            grammar.write(section, draw);
        }
    }

    private static List<Term> titled(Vocabulary guidelines) {
        var titled = guidelines.terms().stream()
                .filter(t -> t.parent().isPresent())
                .filter(t -> t.label().startsWith(guidelines.path(t.label()).getFirst()))
                .toList();
        return titled.isEmpty() ? List.of(new Term("none", "ODG", java.util.Optional.empty(), List.of(), "")) : titled;
    }
}
