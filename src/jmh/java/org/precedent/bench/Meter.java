package org.precedent.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures work done in the calling thread.
 */
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long[] cpu;
    private final long[] wall;
    private int runs;
    private long allocated;
    private long processCpu;

    Meter(int runs) {
        cpu = new long[runs];
        wall = new long[runs];
    }

    /** Runs and measures the work once; must not be called more often than announced to the constructor. */
    void run(Runnable work) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long process = SYSTEM.getProcessCpuTime();
        long thread = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        work.run();
        wall[runs] = System.nanoTime() - start;
        cpu[runs] = THREADS.getCurrentThreadCpuTime() - thread;
        processCpu += SYSTEM.getProcessCpuTime() - process;
        allocated += THREADS.getCurrentThreadAllocatedBytes() - bytes;
        runs++;
    }

    Samples samples() {
        return new Samples(
                java.util.Arrays.copyOf(cpu, runs), java.util.Arrays.copyOf(wall, runs), allocated, processCpu);
    }
}
