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
    /** The form of {@link #text}. */
    public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();

    /**
     * A histogram of durations in seconds.
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
     * Something that is counted where it happens.
     *
     * @param name without {@code _total}
     */
    public Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    /**
     * Something that is counted elsewhere and never falls.
     *
     * @param name without {@code _total}
     */
    public void externalCounter(String name, String help, LongSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(into -> into.call((double) value.getAsLong()))
                .register(registry);
    }

    /**
     * A gauge whose value is read when it is scraped.
     */
    public void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(into -> into.call((double) value.getAsLong()))
                .register(registry);
    }

    /**
     * A value that is there only sometimes.
     */
    public void optionalGauge(String name, String help, Supplier<Optional<Double>> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(into -> value.get().ifPresent(into::call))
                .register(registry);
    }

    /**
     * Values of one kind, each with its name.
     *
     * @param label what the names name
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
     * All of it in Prometheus' text form.
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
