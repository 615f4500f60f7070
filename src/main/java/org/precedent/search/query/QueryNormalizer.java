package org.precedent.search.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Normalizes query trees: flattens nested AND and OR, unwraps single children, removes double negation.
 */
public final class QueryNormalizer {
    private QueryNormalizer() {}

    public static Query and(List<Query> parts) {
        var flat = new ArrayList<Query>();
        for (var part : parts) {
            if (part instanceof Query.And and) {
                flat.addAll(and.parts());
            } else if (!(part instanceof Query.Everything)) {
                flat.add(part);
            }
        }
        return switch (flat.size()) {
            case 0 -> new Query.Everything();
            case 1 -> flat.getFirst();
            default -> new Query.And(flat);
        };
    }

    public static Query or(List<Query> parts) {
        var flat = new ArrayList<Query>();
        for (var part : parts) {
            if (part instanceof Query.Or or) {
                flat.addAll(or.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Query.Or(flat);
    }

    public static Query not(Query part) {
        return part instanceof Query.Not not ? not.part() : new Query.Not(part);
    }

    /** The tree with that node removed. */
    public static Query without(Query tree, Query node) {
        if (tree.equals(node)) {
            return new Query.Everything();
        }
        if (tree instanceof Query.And and) {
            return and(kept(and.parts(), node));
        }
        if (tree instanceof Query.Or or) {
            var kept = kept(or.parts(), node);
            return kept.isEmpty() ? new Query.Everything() : or(kept);
        }
        if (tree instanceof Query.Not not) {
            var part = without(not.part(), node);
            return part instanceof Query.Everything ? part : not(part);
        }
        return tree;
    }

    private static List<Query> kept(List<Query> parts, Query node) {
        return parts.stream()
                .map(p -> without(p, node))
                .filter(p -> !(p instanceof Query.Everything))
                .toList();
    }
}
