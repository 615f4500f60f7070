package org.precedent.search.query;

import java.util.List;

/**
 * What can be written in a query; the help page is made of this table, and every example on it is run by a test.
 */
public final class QueryForms {
    private static final List<Form> ALL = List.of(
            new Form(
                    List.of("a b", "a AND b"),
                    "Both. Words side by side must all be there; AND may be written in capitals.",
                    List.of("lumbar radiculopathy", "opioid AND taper")),
            new Form(
                    List.of("a OR b"),
                    "Either. OR is written in capitals; AND binds before OR, brackets make it plain.",
                    List.of("radiograph OR fluoroscopy", "(cervical OR lumbar) MRI")),
            new Form(
                    List.of("NOT a", "-a", "!a", "a % b"),
                    "Without it.",
                    List.of("MRI NOT contrast", "epidural -fluoroscopy", "MRI !knee", "MRI % knee")),
            new Form(
                    List.of("( )"),
                    "Brackets keep together what belongs together.",
                    List.of("(fusion OR discectomy) NOT instability")),
            new Form(
                    List.of("\"exact phrase\""),
                    "Exactly these words, side by side; no other form of them, and never taken as a filter.",
                    List.of("\"red flags\"", "\"plain film\"")),
            new Form(
                    List.of("a w/5 b"),
                    "Within five words of each other, in either order. The sides may be words, phrases, word starts, or these"
                            + " joined by OR in brackets.",
                    List.of("conservative w/5 failed", "\"red flags\" w/10 (absent OR documented)")),
            new Form(List.of("a pre/3 b"), "Within three words, the first one first.", List.of("not pre/3 necessary")),
            new Form(
                    List.of("a /s b", "a /p b"),
                    "In the same sentence; in the same paragraph.",
                    List.of("radiculopathy /s exam*", "surgery /p consult*")),
            new Form(
                    List.of("a NOT w/5 b"),
                    "The first where the second is not that close; also with pre/n, /s and /p.",
                    List.of("contrast NOT w/3 without")),
            new Form(
                    List.of("radiculop*", "radiculop!"),
                    "Words that begin so; at least three letters.",
                    List.of("radiculop*", "arthroscop! knee")),
            new Form(
                    List.of("modality:", "region:", "treatment:"),
                    "What the request is about. A region holds all regions within it.",
                    List.of("modality:MRI region:cervical", "region:\"lumbar spine\"", "region:(neck OR shoulder)")),
            new Form(
                    List.of("decision:", "outcome:"),
                    "How the issue was decided; what the whole letter comes to.",
                    List.of("decision:overturned MRI", "outcome:mixed")),
            new Form(
                    List.of("guideline:", "specialty:"),
                    "What the reviewer cited; the reviewer's specialty.",
                    List.of("guideline:ACOEM", "guideline:\"low back\"", "specialty:orthopedic")),
            new Form(
                    List.of("case:"),
                    "The letter of a case number, in any spelling. A case number alone, or a list of them, will do too.",
                    List.of("case:CM16-0213037", "cm16 0213037")),
            new Form(
                    List.of("decided:", "year:"),
                    "When it was decided: a day, month or year, or a range of them, open at either end.",
                    List.of("decided:2016..2017", "decided:2016-12..", "year:2017")),
            new Form(
                    List.of("request:", "rationale:", "summary:"),
                    "Looks in one text only: the disputed item, the reviewer's reasons, the clinical summary.",
                    List.of("request:contrast", "rationale:\"red flags\"", "summary:(fall OR lifting)")),
            new Form(
                    List.of("w/o contrast", "C5/C6", "5/10", "L4-5", "and/or", "10/325mg"),
                    "Ordinary words: only whole words of the forms above are connectors, and and, or, not in small letters are"
                            + " words.",
                    List.of(
                            "MRI w/o contrast",
                            "C5/C6",
                            "L4-5 disc",
                            "pain 5/10",
                            "Norco 10/325mg",
                            "brace and/or splint")),
            new Form(
                    List.of("a need in plain words"),
                    "Function words never count. Issues with all the words come first; where few have them all, those with"
                            + " most of them follow.",
                    List.of("wrist brace after fracture, need not documented")));

    private QueryForms() {}

    /**
     * One form.
     *
     * @param forms how it is written
     * @param meaning what it does, for people
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
        return ALL;
    }
}
