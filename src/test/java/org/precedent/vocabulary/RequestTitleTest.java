package org.precedent.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTitleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nine massage visits was the original request. Three massage visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Six massage visits (6) is | Six massage visits (6)
            Zolpidem 5mg #40 was the original request. The Claims Administrator authorized #20, leaving the original request IMR eligible. The original request, Zolpidem 5mg #40 is | Zolpidem 5mg #40
            Prospective request for 1 prescription of Zolpidem 5mg #40 | 1 prescription of Zolpidem 5mg #40
            The request for a cane was the original request. | A cane was the original request.
            request for repeat lumbar films | Repeat lumbar films
            Retrospective request for a walker | Retrospective request for a walker
            Two walkers are | Two walkers
            is | Is
            Request for | Request for
            """)
    void isTheDisputedRemainder(String request, String title) {
        assertEquals(title, RequestTitle.bundled().compose(request));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REPEAT MRI OF THE LUMBAR SPINE WITHOUT CONTRAST | Repeat MRI of the lumbar spine without contrast
            TENS UNIT, 30 DAY RENTAL | TENS unit, 30 day rental
            EPIDURAL STEROID INJECTION AT L4-5 AND L5-S1 | Epidural steroid injection at L4-5 and L5-S1
            ZOLPIDEM 5MG #40 | Zolpidem 5mg #40
            X-RAY OF THE LEFT KNEE, 3 VIEWS | X-ray of the left knee, 3 views
            H-WAVE DEVICE FOR THE PATIENT'S HOME | H-wave device for the patient's home
            EMG/NCV OF THE RUE | EMG/NCV of the RUE
            NCS/EMG RUE | NCS/EMG RUE
            MRI L-spine | MRI L-spine
            ACL Reconstruction of the RIGHT knee | ACL Reconstruction of the RIGHT knee
            """)
    void isInSentenceCase(String request, String title) {
        assertEquals(title, RequestTitle.bundled().compose(request));
    }

    @Test
    void keepsTheLengthOfTheRequest() {
        var request = "ÜBUNG STRAßE İSTANBUL FOR THE ANKLE";
        assertEquals(
                request.length(), RequestTitle.bundled().sentenceCase(request).length());
    }

    @Test
    void emptyRequestsStayEmpty() {
        assertEquals("", RequestTitle.bundled().compose(""));
    }
}
