package org.precedent.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What some runs of the same work cost, each measured apart.
 */
public final class Samples {
    private static final double MILLION = 1e6;

    private final long[] cpu;
    private final long[] wall;
    private final long allocated;
    private final long processCpu;

    /**
     * Costs of runs, in any order.
     *
     * @param cpu nanoseconds of the thread's processor time
     * @param wall nanoseconds passed
     * @param allocated bytes allocated by all runs together
     * @param processCpu nanoseconds of processor time of the whole process, helper threads and collector included
     */
    public Samples(long[] cpu, long[] wall, long allocated, long processCpu) {
        this.cpu = cpu.clone();
        this.wall = wall.clone();
        this.allocated = allocated;
        this.processCpu = processCpu;
        Arrays.sort(this.cpu);
        Arrays.sort(this.wall);
    }

    /** All of them as one. */
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

    /** Milliseconds of the thread's processor time. */
    double meanCpu() {
        return Arrays.stream(cpu).average().orElse(0) / MILLION;
    }

    /** Milliseconds of the process's processor time a run, with what other threads did for it. */
    double meanProcessCpu() {
        return processCpu / MILLION / Math.max(1, runs());
    }

    public double meanWall() {
        return Arrays.stream(wall).average().orElse(0) / MILLION;
    }

    /** Milliseconds that this share of the runs did not exceed. */
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
