package org.precedent.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestListener.Progress;

/**
 * Draws a progress bar on one line, ten times per second.
 */
public final class IngestProgress implements IngestListener {
    private static final int BAR = 24;
    private static final Duration PACE = Duration.ofMillis(100);

    private final PrintWriter terminal;
    private Duration lastDrawn = Duration.ZERO;

    public IngestProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void progress(Progress progress) {
        if (progress.elapsed().minus(lastDrawn).compareTo(PACE) >= 0) {
            lastDrawn = progress.elapsed();
            terminal.print("\r" + line(progress) + "\u001b[K");
            terminal.flush();
        }
    }

    /**
     * Erases the line, so that the summary can take its place.
     */
    public void clear() {
        if (!lastDrawn.isZero()) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }

    static String line(Progress progress) {
        int full = (int) (progress.fraction() * BAR);
        return String.format(
                Locale.ROOT,
                "%s%s %3d%%  %,d determinations%s  %,.0f/s%s",
                "█".repeat(full),
                "░".repeat(BAR - full),
                (int) (progress.fraction() * 100),
                progress.done(),
                progress.rejected() == 0 ? "" : String.format(Locale.ROOT, " (%,d rejected)", progress.rejected()),
                progress.rate(),
                progress.remaining().map(IngestProgress::left).orElse(""));
    }

    private static String left(Duration left) {
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "  %d:%02d h left", left.toHours(), left.toMinutesPart())
                : String.format(Locale.ROOT, "  %d:%02d left", left.toMinutes(), left.toSecondsPart());
    }
}
