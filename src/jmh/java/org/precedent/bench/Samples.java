package org.precedent.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Costs of repeated runs of the same work, each run measured separately.
 */
public final class Samples {
    private static final double MILLION = 1e6;

    private final long[] cpu;
    private final long[] wall;
    private final long allocated;
    private final long processCpu;

    /**
     * Creates samples from the costs of the runs, in any order.
     *
     * @param cpu nanoseconds of the thread's CPU time
     * @param wall elapsed nanoseconds
     * @param allocated bytes allocated by all runs together
     * @param processCpu nanoseconds of CPU time of the whole process, including helper threads and garbage collection
     */
    public Samples(long[] cpu, long[] wall, long allocated, long processCpu) {
        this.cpu = cpu.clone();
        this.wall = wall.clone();
        this.allocated = allocated;
        this.processCpu = processCpu;
        Arrays.sort(this.cpu);
        Arrays.sort(this.wall);
    }

    /** Merges several samples into one. */
    static Samples together(List<Samples> parts) {
        return new Samples(
                parts.stream().flatMapToLong(s -> Arrays.stream(s.cpu)).toArray(),
                parts.stream().flatMapToLong(s -> Arrays.stream(s.wall)).toArray(),
                parts.stream().mapToLong(s -> s.allocated).sum(),
                parts.stream().mapToLong(s -> s.processCpu).sum());
    }

    public int runs() {
        return wall.length;
    }

    /** Mean milliseconds of the thread's CPU time per run. */
    double meanCpu() {
        return Arrays.stream(cpu).average().orElse(0) / MILLION;
    }

    /** Mean milliseconds of the process's CPU time per run, which includes work done by other threads. */
    double meanProcessCpu() {
        return processCpu / MILLION / Math.max(1, runs());
    }

    public double meanWall() {
        return Arrays.stream(wall).average().orElse(0) / MILLION;
    }

    /** The quantile of elapsed milliseconds: this share of the runs took no longer. */
    public double wall(double share) {
        return at(wall, share);
    }

    double cpu(double share) {
        return at(cpu, share);
    }

    double kilobytes() {
        return allocated / 1024.0 / Math.max(1, runs());
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / MILLION;
    }
}
