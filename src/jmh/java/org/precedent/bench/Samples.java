package org.precedent.bench;

import java.util.Arrays;

/**
 * What some runs of the same work cost, each measured apart.
 *
 * @param cpu nanoseconds of the thread's processor time, ascending
 * @param wall nanoseconds passed, ascending
 * @param allocated bytes allocated by all runs together
 * @param processCpu nanoseconds of processor time of the whole process, helper threads and collector included
 */
record Samples(long[] cpu, long[] wall, long allocated, long processCpu) {
    private static final double MILLION = 1e6;

    static Samples of(long[] cpu, long[] wall, long allocated, long processCpu) {
        Arrays.sort(cpu);
        Arrays.sort(wall);
        return new Samples(cpu, wall, allocated, processCpu);
    }

    int runs() {
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

    double meanWall() {
        return Arrays.stream(wall).average().orElse(0) / MILLION;
    }

    /** Milliseconds that this share of the runs did not exceed. */
    double wall(double share) {
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
