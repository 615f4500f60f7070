package org.precedent.search.query;

import java.util.List;

/**
 * Table of the query syntax. The help page is generated from it, and a test runs every example.
 */
public final class QueryForms {
    private static final List<Form> FORMS = List.of(
            new Form(
                    List.of("a b", "a AND b"),
                    "Both words. Words typed side by side must all match; AND is optional.",
                    List.of("lumbar radiculopathy", "opioid AND taper")),
            new Form(
                    List.of("a OR b"),
                    "Either word. OR must be capitalized; AND takes precedence over OR, so use parentheses to group.",
                    List.of("radiograph OR fluoroscopy", "(cervical OR lumbar) MRI")),
            new Form(
                    List.of("NOT a", "-a", "!a", "a % b"),
                    "Excludes the word or group.",
                    List.of("MRI NOT contrast", "epidural -fluoroscopy", "MRI !knee", "MRI % knee")),
            new Form(List.of("( )"), "Parentheses group.", List.of("(fusion OR discectomy) NOT instability")),
            new Form(
                    List.of("\"exact phrase\""),
                    "These exact words, side by side, in no other form, never read as a filter.",
                    List.of("\"red flags\"", "\"plain film\"")),
            new Form(
                    List.of("a w/5 b"),
                    "Within five words of each other, in either order. Each side may be a word, a phrase, a prefix,"
                            + " or several of these joined by OR in parentheses.",
                    List.of("conservative w/5 failed", "\"red flags\" w/10 (absent OR documented)")),
            new Form(List.of("a pre/3 b"), "Within three words, in this order.", List.of("not pre/3 necessary")),
            new Form(
                    List.of("a /s b", "a /p b"),
                    "In the same sentence; in the same paragraph.",
                    List.of("radiculopathy /s exam*", "surgery /p consult*")),
            new Form(
                    List.of("a NOT w/5 b"),
                    "The first word where the second is not that close. Also with pre/n, /s and /p.",
                    List.of("contrast NOT w/3 without")),
            new Form(
                    List.of("radiculop*", "radiculop!"),
                    "Words starting with these letters (at least three).",
                    List.of("radiculop*", "arthroscop! knee")),
            new Form(
                    List.of("modality:", "region:", "treatment:"),
                    "What the request is about. A region includes all regions within it.",
                    List.of("modality:MRI region:cervical", "region:\"lumbar spine\"", "region:(neck OR shoulder)")),
            new Form(
                    List.of("decision:", "outcome:"),
                    "How the issue was decided; the outcome of the whole determination.",
                    List.of("decision:overturned MRI", "outcome:mixed")),
            new Form(
                    List.of("guideline:", "specialty:"),
                    "What the reviewer cited; the reviewer's specialty.",
                    List.of("guideline:ACOEM", "guideline:\"low back\"", "specialty:orthopedic")),
            new Form(
                    List.of("case:"),
                    "Find a determination by case number, in any format. A case number on its own, or a list of them, works too.",
                    List.of("case:CM16-0213037", "cm16 0213037")),
            new Form(
                    List.of("decided:", "year:"),
                    "Decision date: a day, month or year, or a range, which may be open at either end.",
                    List.of("decided:2016..2017", "decided:2016-12..", "year:2017")),
            new Form(
                    List.of("request:", "rationale:", "summary:"),
                    "Searches one text only: the disputed item, the reviewer's rationale, or the clinical summary.",
                    List.of("request:contrast", "rationale:\"red flags\"", "summary:(fall OR lifting)")),
            new Form(
                    List.of("w/o contrast", "C5/C6", "5/10", "L4-5", "and/or", "10/325mg"),
                    "Ordinary words. Connectors must be capitalized and stand alone; lowercase and, or, not are ordinary words.",
                    List.of(
                            "MRI w/o contrast",
                            "C5/C6",
                            "L4-5 disc",
                            "pain 5/10",
                            "Norco 10/325mg",
                            "brace and/or splint")),
            new Form(
                    List.of("a question in plain words"),
                    "Common words (the, of, with) are ignored. If few issues have all the other words, issues with some of them are"
                            + " included, and the page says so.",
                    List.of("wrist brace after fracture, need not documented")));

    private QueryForms() {}

    /**
     * One form of the query syntax.
     *
     * @param forms how it is written
     * @param meaning what it does, as display text
     * @param examples queries that can be run
     */
    public record Form(List<String> forms, String meaning, List<String> examples) {
        public Form {
            forms = List.copyOf(forms);
            examples = List.copyOf(examples);
        }
    }

    /**
     * Every form, simplest first.
     */
    public static List<Form> all() {
        return FORMS;
    }
}
