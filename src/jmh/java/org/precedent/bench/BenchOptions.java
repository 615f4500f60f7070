package org.precedent.bench;

/**
 * How much is measured.
 *
 * @param seed of the words that are searched
 * @param each searches a class
 * @param rounds how often the stream is run
 * @param warm seconds of running it before
 * @param port for the server
 */
record BenchOptions(long seed, int each, int rounds, int warm, int port) {}
