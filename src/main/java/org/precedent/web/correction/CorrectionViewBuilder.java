package org.precedent.web.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.precedent.correction.CorrectedField;
import org.precedent.correction.Correction;
import org.precedent.correction.CorrectionApplier;
import org.precedent.correction.FieldValues;
import org.precedent.determination.Determination;
import org.precedent.search.IssueHit;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageText;

/**
 * Builds the view models of the corrections of a determination.
 *
 * @param values allowed values of each field
 */
record CorrectionViewBuilder(FieldValues values) {
    String path(String id) {
        return PageAddress.determinationPath(id) + "/corrections";
    }

    CorrectionView build(Determination letter, Optional<CorrectionView.Form> form, List<Correction> history) {
        var entries = new CorrectionEntries(id -> Optional.of(letter));
        return new CorrectionView(
                letter.id(),
                CorrectionEntries.name(letter),
                PageAddress.determinationPath(letter.id()),
                parts(letter),
                form,
                history.reversed().stream().map(entries::entry).toList());
    }

    private List<CorrectionView.Part> parts(Determination letter) {
        var parts = new ArrayList<CorrectionView.Part>();
        letter.issues()
                .forEach(issue -> parts.add(new CorrectionView.Part(
                        "issue-" + issue.number(),
                        "Issue " + issue.number() + ": "
                                + IssueHit.title(issue.request().value()),
                        values(letter, issue.number()))));
        parts.add(new CorrectionView.Part("determination", "The determination as a whole", values(letter, 0)));
        return parts;
    }

    private List<CorrectionView.Value> values(Determination letter, int issue) {
        return CorrectedField.ofIssue(issue > 0).stream()
                .filter(field -> field.input() != CorrectedField.Input.READ
                        || !CorrectionApplier.currentValues(letter, issue, field)
                                .isEmpty())
                .map(field -> new CorrectionView.Value(
                        field.label(),
                        text(field, CorrectionApplier.currentValues(letter, issue, field)),
                        path(letter.id()) + "?issue=" + issue + "&field=" + field.key() + "#form"))
                .toList();
    }

    private static String text(CorrectedField field, List<String> values) {
        return field.input() == CorrectedField.Input.DATE && !values.isEmpty()
                ? PageText.day(LocalDate.parse(values.getFirst()))
                : CorrectionEntries.text(values);
    }

    CorrectionView.Form buildForm(Determination letter, Correction.Place place) {
        return buildForm(
                letter,
                place,
                CorrectionView.Entered.of(CorrectionApplier.currentValues(letter, place.issue(), place.field())));
    }

    CorrectionView.Form buildForm(Determination letter, Correction.Place place, CorrectionView.Entered entered) {
        var field = place.field();
        return new CorrectionView.Form(
                place.issue() == 0
                        ? field.label()
                        : "Issue " + place.issue() + ", " + field.label().toLowerCase(Locale.ROOT),
                place.issue(),
                field.key(),
                field.input().name(),
                new CorrectionView.Values(
                        CorrectionApplier.currentValues(letter, place.issue(), field),
                        values.choices(field),
                        field.mayBeAbsent()),
                entered);
    }
}
