package org.precedent.bench.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.precedent.bench.letters.Plan.Item;
import org.precedent.determination.Decision;
import org.precedent.determination.Layout;
import org.precedent.vocabulary.Vocabularies;

/**
 * Chooses the facts of a letter: the dates, the reviewer, the disputed treatments, and their decisions.
 */
final class Planner {
    private static final double MODIFIED = 0.08;
    private static final double SAME_PART = 0.6;
    private static final double SIDED = 0.5;
    private static final int LONGEST_WORD_FOR_A_SIDE = 12;

    private final Grammar grammar;
    private final Weighted<String> years;
    private final Weighted<String> issueCounts;
    private final Weighted<String> decisions;
    private final Names specialties;
    private final Names regions;
    private final Names modalities;
    private final Names treatments;

    Planner(Grammar grammar, Weights weights, Vocabularies vocabularies) {
        this.grammar = grammar;
        this.years = weights.of("year");
        this.issueCounts = weights.of("issues");
        this.decisions = weights.of("decision");
        this.specialties = new Names(vocabularies.specialty(), weights, Set.of());
        this.regions = new Names(vocabularies.region(), weights, Set.of());
        this.modalities = new Names(vocabularies.modality(), weights, Set.of());
        this.treatments = new Names(vocabularies.treatment(), weights, Set.of());
    }

    static final class Planned {
        final Plan plan;
        final Draw draw;

        Planned(Plan plan, Draw draw) {
            this.plan = plan;
            this.draw = draw;
        }
    }

    Planned plan(long index, RandomGenerator random) {
        var days = Days.of(Integer.parseInt(years.draw(random)), random);
        var draw = new Draw(random, days);
        var layout = layout(days.decided().getYear(), random);
        draw.set("review", days.narrative().format(days.review()));
        draw.set("injury", days.narrative().format(days.injury()));
        draw.set("items", layout == Layout.L3B ? "Service" : "services");
        draw.set("age", String.valueOf(random.nextInt(19, 72)));
        draw.set("sex", grammar.say("sex", draw));
        int year = days.received().getYear() % 100;
        var caseNumber = String.format(Locale.ROOT, "CM%02d-%07d", year, caseNumber(index));
        var plan = new Plan(caseNumber, layout, era(days), days, reviewer(random), states(draw), items(layout, draw));
        return new Planned(plan, draw);
    }

    /** Maps indexes to seven-digit numbers one to one, in scattered order. */
    private static long caseNumber(long index) {
        return (index * 7_654_321 + 1_234_567) % 10_000_000;
    }

    private static Layout layout(int year, RandomGenerator random) {
        double chance = random.nextDouble();
        return switch (year) {
            case 2013 -> chance < 0.4 ? Layout.L1 : Layout.L2;
            case 2014 -> chance < 0.2 ? Layout.L2 : Layout.L3A;
            case 2015 -> chance < 0.3 ? Layout.L3A : Layout.L3B;
            default -> Layout.L3B;
        };
    }

    private static String era(Days days) {
        int year = days.decided().getYear();
        return year < 2016 ? "2014" : year < 2018 ? "2017" : "2018";
    }

    private List<String> reviewer(RandomGenerator random) {
        var drawn = new ArrayList<String>();
        do {
            drawn.add(specialties.draw(random));
        } while (drawn.size() < 3 && random.nextDouble() < 0.35);
        return drawn.stream().distinct().toList();
    }

    private List<String> states(Draw draw) {
        var drawn = new ArrayList<String>();
        do {
            drawn.add(grammar.say("state", draw));
        } while (drawn.size() < 4 && draw.random.nextDouble() < 0.4);
        return drawn.stream().distinct().toList();
    }

    private List<Item> items(Layout layout, Draw draw) {
        int count = Integer.parseInt(issueCounts.draw(draw.random));
        var items = new ArrayList<Item>(count);
        var main = part(draw);
        for (int i = 0; i < count; i++) {
            items.add(item(layout, i == 0 || draw.random.nextDouble() < SAME_PART ? main : part(draw), draw));
        }
        return items;
    }

    private Item item(Layout layout, String part, Draw draw) {
        draw.set("part", part);
        var request = request(draw);
        var decision =
                decisions.draw(draw.random).equals(Decision.UPHELD.label()) ? Decision.UPHELD : Decision.OVERTURNED;
        boolean plain = layout == Layout.L1 || draw.random.nextDouble() >= MODIFIED;
        return new Item(plain ? request : modified(request, draw), request, part, decision);
    }

    private String modified(String request, Draw draw) {
        draw.set("original", request);
        draw.set("granted", grammar.say("granted", draw));
        draw.set("rest", request);
        return grammar.say("modified", draw);
    }

    private String request(Draw draw) {
        var modality = modalities.draw(draw.random);
        draw.set("imaging", modalities.form(modality, draw.random));
        draw.set("level", grammar.say("level", draw));
        return grammar.say(grammar.nameFor("request", treatments.draw(draw.random)), draw);
    }

    /** A random body part, with a side if it is paired. */
    private String part(Draw draw) {
        var form = regions.form(regions.draw(draw.random), draw.random);
        boolean sided =
                !form.contains(" ") && form.length() < LONGEST_WORD_FOR_A_SIDE && draw.random.nextDouble() < SIDED;
        return sided ? grammar.say("side", draw) + " " + form : form;
    }
}
