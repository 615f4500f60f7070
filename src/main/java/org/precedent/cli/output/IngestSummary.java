package org.precedent.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.precedent.ingest.FileResult.Status;
import org.precedent.ingest.IngestReport;

/**
 * Prints the summary at the end of an ingest.
 */
public final class IngestSummary {
    private IngestSummary() {}

    public static void print(IngestReport report, PrintWriter err) {
        for (var file : report.rejected()) {
            file.refusal().ifPresent(refusal -> err.println("rejected " + file.path() + ": " + refusal.message()));
        }
        long unnamed = report.count(Status.REJECTED) - report.rejected().size();
        if (unnamed > 0) {
            err.printf(Locale.ROOT, "rejected %,d more; --report FILE lists them all%n", unnamed);
        }
        err.printf(
                Locale.ROOT,
                "%,d indexed, %,d replaced, %,d unchanged, %,d rejected in %.1f s%s%n",
                report.count(Status.INDEXED),
                report.count(Status.REPLACED),
                report.count(Status.UNCHANGED),
                report.count(Status.REJECTED),
                report.duration().toMillis() / 1000.0,
                wroteNothing(report) ? "; nothing to write" : "");
        printCounts("rejected because", report.reasons(), err);
        printCounts("to look at", report.findings(), err);
    }

    private static boolean wroteNothing(IngestReport report) {
        return report.count(Status.INDEXED) + report.count(Status.REPLACED) == 0;
    }

    private static void printCounts(String title, Map<String, Long> counts, PrintWriter err) {
        if (!counts.isEmpty()) {
            err.println(title + ": "
                    + counts.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }
}
