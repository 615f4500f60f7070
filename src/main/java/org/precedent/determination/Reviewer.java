package org.precedent.determination;

import java.util.List;

/**
 * The reviewer, whose identity is confidential by statute (Lab. Code 4610.6(f)): specialties and
 * licensure.
 *
 * @param specialties vocabulary labels in printed order, primary first; empty where not stated
 * @param licensure states in printed order; empty where not stated
 */
public record Reviewer(List<Located<String>> specialties, List<Located<String>> licensure) {
    public Reviewer {
        specialties = List.copyOf(specialties);
        licensure = List.copyOf(licensure);
    }
}
