package org.precedent.determination;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precedent.determination.Issue.GuidelineLine;

/**
 * Renders a determination in its public JSON shape, as maps and lists. Absent values are {@code null} or empty lists; dates
 * are ISO 8601.
 */
public final class DeterminationJson {
    private DeterminationJson() {}

    /**
     * Returns the object that the {@code parse} command prints and {@code /determinations/{id}.json} serves.
     */
    public static Map<String, Object> toMap(Determination d) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", d.id());
        put(json, "case", d.header().caseNumber().map(Located::value));
        json.put("source", d.origin().source());
        json.put("sha256", d.origin().sha256());
        json.put("layout", d.origin().layout().name());
        json.put("scanned", d.origin().scanned());
        json.put("fictional", d.origin().fictional());
        json.put("dates", dates(d.header().dates()));
        put(json, "priority", d.header().priority().map(Located::value));
        json.put("licensure", values(d.reviewer().licensure()));
        json.put("specialties", values(d.reviewer().specialties()));
        json.put("patient", patient(d.narrative()));
        put(json, "clinicalSummary", d.narrative().clinicalSummary().map(Located::value));
        put(json, "documentsReviewed", d.narrative().documentsReviewed().map(Located::value));
        json.put("outcome", d.outcome().label());
        json.put("issues", d.issues().stream().map(DeterminationJson::issue).toList());
        json.put(
                "findings",
                d.findings().stream().map(DeterminationJson::finding).toList());
        return json;
    }

    private static Map<String, Object> citation(Citation c) {
        var json = new LinkedHashMap<String, Object>();
        json.put("family", c.family());
        put(json, "title", c.title());
        put(json, "edition", c.edition());
        put(json, "section", c.section());
        put(json, "pages", c.pages());
        json.put("text", c.text().value());
        return json;
    }

    private static Map<String, Object> dates(Dates dates) {
        var json = new LinkedHashMap<String, Object>();
        put(json, "assigned", iso(dates.assigned()));
        put(json, "injury", iso(dates.injury()));
        put(json, "decided", iso(dates.decided()));
        put(json, "utilizationReview", iso(dates.utilizationReview()));
        put(json, "received", iso(dates.received()));
        return json;
    }

    private static Map<String, Object> patient(Narrative narrative) {
        var json = new LinkedHashMap<String, Object>();
        put(json, "age", narrative.age().map(Located::value));
        put(json, "sex", narrative.sex().map(Located::value));
        return json;
    }

    /**
     * Returns the JSON object of one issue.
     */
    public static Map<String, Object> issue(Issue issue) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", issue.number());
        json.put("request", issue.request().value());
        json.put("decision", issue.decision().value().label());
        json.put("modality", values(issue.subject().modalities()));
        json.put("region", values(issue.subject().regions()));
        put(json, "laterality", issue.subject().laterality().map(l -> l.value().label()));
        put(json, "treatment", issue.subject().treatment().map(Located::value));
        put(json, "subcategory", issue.subject().subcategory().map(Located::value));
        json.put("items", values(issue.subject().items()));
        json.put(
                "reasons",
                issue.reasons().stream().map(DeterminationJson::reason).toList());
        json.put("guidelines", citations(issue.reviewerGuidelines()));
        json.put("claimsAdministratorGuidelines", citations(issue.administratorGuidelines()));
        put(json, "rationale", issue.rationale().map(Located::value));
        return json;
    }

    private static Map<String, Object> reason(Reason reason) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", reason.code());
        json.put("text", reason.evidence().value());
        return json;
    }

    private static List<Map<String, Object>> citations(GuidelineLine line) {
        return line.citations().stream().map(DeterminationJson::citation).toList();
    }

    private static Map<String, Object> finding(Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", finding.kind().label());
        json.put("message", finding.message());
        json.put("span", List.of(finding.span().start(), finding.span().end()));
        if (finding.issue() > 0) {
            json.put("issue", finding.issue());
        }
        return json;
    }

    private static <T> List<T> values(List<Located<T>> located) {
        return located.stream().map(Located::value).toList();
    }

    private static Optional<String> iso(Optional<Located<LocalDate>> date) {
        return date.map(d -> d.value().toString());
    }

    private static void put(Map<String, Object> json, String key, Optional<?> value) {
        json.put(key, value.orElse(null));
    }
}
