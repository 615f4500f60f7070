package org.precedent.determination;

import java.util.List;

/**
 * The reviewer's credentials. The reviewer's identity is confidential by statute (Lab. Code 4610.6(f)).
 *
 * @param specialties vocabulary labels in printed order, primary first; empty if not stated
 * @param licensure states of licensure in printed order; empty if not stated
 */
public record Reviewer(List<Located<String>> specialties, List<Located<String>> licensure) {
    public Reviewer {
        specialties = List.copyOf(specialties);
        licensure = List.copyOf(licensure);
    }
}
