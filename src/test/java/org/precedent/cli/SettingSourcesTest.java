package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void theWorkingFoldersFileComesBeforeTheMachines(@TempDir Path folder) throws IOException {
        var near = folder.resolve("precedent.properties");
        var far = Files.writeString(folder.resolve("far.properties"), "port=1");
        var sources = SettingSources.of(Map.of(), List.of(near, far));
        assertEquals(far.toString(), sources.find("--port").orElseThrow().origin());
        Files.writeString(near, "host=::1");
        assertTrue(
                SettingSources.of(Map.of(), List.of(near, far)).find("--port").isEmpty());
    }

    @Test
    void theFilesOfTheDistributionNameSettingsThatExist() throws IOException {
        var settings = Cli.run("settings").out();
        var properties = Files.readAllLines(Path.of("src/main/distribution/precedent.properties"));
        int named = 0;
        for (var line : properties) {
            if (line.matches("#?[a-z-]+=.*")) {
                named++;
                assertTrue(settings.contains(line.replaceFirst("#?([a-z-]+)=.*", "$1") + " "), line);
            }
        }
        assertEquals(3, named);
        var unit = Files.readString(Path.of("src/main/distribution/precedent.service"));
        assertTrue(unit.contains("/bin/precedent serve"), unit);
    }

    private static SettingSources sources(Map<String, String> environment, Properties file) {
        return new SettingSources(environment, file, Path.of("precedent.properties"));
    }
}
