package org.precedent.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Special Studies; Special Studies",
                "Diagnostic Criteria, Special Studies, Summary; Diagnostic Criteria|Special Studies|Summary",
                "Opioids, criteria for use; Opioids, criteria for use",
                "TENS, chronic pain (transcutaneous stimulation); TENS, chronic pain (transcutaneous stimulation)",
                "NSAIDs, GI symptoms & cardiovascular risk, Topical analgesics; NSAIDs, GI symptoms & cardiovascular risk|Topical analgesics",
                "Knee, Forearm, Wrist, & Hand; Knee|Forearm, Wrist, & Hand",
                "Naproxen (Naprosyn, Anaprox), NSAIDs; Naproxen (Naprosyn, Anaprox)|NSAIDs",
                "3.1 Evaluation, Screening and Agreement, 3.2 Tapering; 3.1 Evaluation, Screening and Agreement|3.2 Tapering",
                "326; 326",
                "326, 328; 326|328",
            })
    void splitsAtCommasThatSeparateNames(String sections, String names) {
        assertEquals(List.of(names.split("\\|")), SectionNames.split(sections));
    }
}
