package org.precedent.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.precedent.determination.Determination;
import org.precedent.ingest.FileResult.Status;

/**
 * Summary of an ingest.
 *
 * @param counts number of sources by status; contains every status
 * @param reasons number of rejected sources by reason
 * @param findings number of findings in the determinations written, by kind
 * @param rejected the rejected sources, in order; at most {@link #NAMED}
 * @param duration duration of the run
 */
public record IngestReport(
        Map<Status, Long> counts,
        Map<String, Long> reasons,
        Map<String, Long> findings,
        List<FileResult> rejected,
        Duration duration) {
    /** Maximum number of rejected sources listed; the rest are only counted. */
    public static final int NAMED = 1000;

    public IngestReport {
        counts = Map.copyOf(counts);
        reasons = java.util.Collections.unmodifiableMap(new TreeMap<>(reasons));
        findings = java.util.Collections.unmodifiableMap(new TreeMap<>(findings));
        rejected = List.copyOf(rejected);
    }

    /**
     * Returns the number of sources with this status.
     */
    public long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    /**
     * Returns the total number of sources.
     */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns the counts on one line: {@code indexed=102 replaced=0 unchanged=0 rejected=0 milliseconds=700}.
     */
    public String summary() {
        var line = new StringBuilder();
        for (var status : Status.values()) {
            line.append(status.label()).append('=').append(count(status)).append(' ');
        }
        return line.append("milliseconds=").append(duration.toMillis()).toString();
    }

    /**
     * Returns the totals as JSON, without the individual files.
     */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        for (var status : Status.values()) {
            json.put(status.label(), count(status));
        }
        json.put("reasons", reasons);
        json.put("findings", findings);
        json.put("milliseconds", duration.toMillis());
        return json;
    }

    /**
     * Accumulates the results of sources.
     */
    static final class Builder {
        private final Map<Status, Long> counts = new EnumMap<>(Status.class);
        private final Map<String, Long> reasons = new TreeMap<>();
        private final Map<String, Long> findings = new TreeMap<>();
        private final List<FileResult> rejected = new ArrayList<>();
        private long done;

        Builder() {
            for (var status : Status.values()) {
                counts.put(status, 0L);
            }
        }

        void add(FileResult result) {
            done++;
            counts.merge(result.status(), 1L, Long::sum);
            result.refusal().ifPresent(refusal -> {
                reasons.merge(refusal.reason(), 1L, Long::sum);
                if (rejected.size() < NAMED) {
                    rejected.add(result);
                }
            });
        }

        void add(Determination written) {
            written.findings().forEach(f -> findings.merge(f.kind().label(), 1L, Long::sum));
        }

        long done() {
            return done;
        }

        long rejected() {
            return counts.getOrDefault(Status.REJECTED, 0L);
        }

        IngestReport build(Duration duration) {
            return new IngestReport(counts, reasons, findings, rejected, duration);
        }
    }
}
