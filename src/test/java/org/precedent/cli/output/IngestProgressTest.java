package org.precedent.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.precedent.ingest.IngestListener.Progress;

class IngestProgressTest {
    @Test
    void showsShareCountRateAndTimeLeft() {
        assertEquals(
                "██████░░░░░░░░░░░░░░░░░░  25%  1,000 determinations (3 rejected)  100/s  0:30 left",
                IngestProgress.line(new Progress(1000, 3, 250, 1000, Duration.ofSeconds(10))));
    }

    @Test
    void estimatesNoTimeBeforeItCan() {
        assertEquals(
                "░░░░░░░░░░░░░░░░░░░░░░░░   1%  5 determinations  50/s",
                IngestProgress.line(new Progress(5, 0, 10, 1000, Duration.ofMillis(100))));
    }

    @Test
    void showsLongTimesInHours() {
        assertEquals(
                "░░░░░░░░░░░░░░░░░░░░░░░░   1%  500,000 determinations  139/s  99:00 h left",
                IngestProgress.line(new Progress(500_000, 0, 10, 1000, Duration.ofHours(1))));
    }

    @Test
    void drawsTenTimesASecondAndWipesTheLine() {
        var terminal = new StringWriter();
        var progress = new IngestProgress(new PrintWriter(terminal));
        for (int i = 1; i <= 100; i++) {
            progress.progress(new Progress(i, 0, i, 100, Duration.ofMillis(10L * i)));
        }
        progress.clear();
        assertEquals(11, terminal.toString().chars().filter(c -> c == '\r').count());
        assertEquals(
                "\r\u001b[K", terminal.toString().substring(terminal.toString().lastIndexOf('\r')));
    }
}
