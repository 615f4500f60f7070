package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingSourcesTest {
    @Test
    void theEnvironmentComesBeforeTheFile() {
        var file = new Properties();
        file.setProperty("port", "1");
        assertEquals(
                "2",
                sources(Map.of("PRECEDENT_PORT", "2"), file)
                        .find("--port")
                        .orElseThrow()
                        .value());
        assertEquals("1", sources(Map.of(), file).find("--port").orElseThrow().value());
        assertTrue(sources(Map.of(), new Properties()).find("--port").isEmpty());
    }

    @Test
    void variablesAreNamedAfterTheOption() {
        assertEquals("PRECEDENT_IGNORE_COPY_RESTRICTION", SettingSources.variable("--ignore-copy-restriction"));
    }

    private static SettingSources sources(Map<String, String> environment, Properties file) {
        return new SettingSources(environment, file);
    }
}
