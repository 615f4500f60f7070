package org.precedent.web.http;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Prometheus metrics of this server. Labels must never contain client addresses, queries or case numbers.
 */
public final class Metrics {
    /** Content type of {@link #text}. */
    public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();

    /**
     * Registers a histogram of durations in seconds.
     */
    public Histogram histogram(String name, String help, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(registry);
    }

    /**
     * Registers a counter that the caller increments.
     *
     * @param name name without the suffix {@code _total}
     */
    public Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    /**
     * Registers a counter whose value is read at each scrape and never decreases.
     *
     * @param name name without the suffix {@code _total}
     */
    public void externalCounter(String name, String help, LongSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(into -> into.call((double) value.getAsLong()))
                .register(registry);
    }

    /**
     * Registers a gauge whose value is read at each scrape.
     */
    public void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(into -> into.call((double) value.getAsLong()))
                .register(registry);
    }

    /**
     * Registers a gauge that is omitted from a scrape when it has no value.
     */
    public void optionalGauge(String name, String help, Supplier<Optional<Double>> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(into -> value.get().ifPresent(into::call))
                .register(registry);
    }

    /**
     * Registers a gauge with one label, whose values are read at each scrape.
     *
     * @param label name of the label
     * @param values supplies the gauge values by label value
     */
    public void gauges(String name, String help, String label, Supplier<Map<String, Long>> values) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(into -> values.get().forEach((key, value) -> into.call(value, key)))
                .register(registry);
    }

    /**
     * All metrics in the Prometheus text format.
     */
    public byte[] text() {
        try {
            var out = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
