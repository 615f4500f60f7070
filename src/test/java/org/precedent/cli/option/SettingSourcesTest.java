package org.precedent.cli.option;

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
import org.precedent.cli.Cli;
import org.precedent.cli.Main;

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
    void aWrongValueIsNamedWithWhereItComesFrom() {
        for (var command : new String[] {"settings", "serve"}) {
            var file = new Properties();
            file.setProperty("rate", "-1");
            var wrong = Cli.run(sources(Map.of("PRECEDENT_PORT", "seventy"), file), command);
            assertEquals(Main.USAGE, wrong.exitCode());
            assertTrue(wrong.err().contains("'--port'") && wrong.err().contains("'seventy'"), wrong.err());
            assertTrue(wrong.err().contains("(from environment PRECEDENT_PORT)"), wrong.err());
            var low = Cli.run(sources(Map.of(), file), command);
            assertEquals(Main.USAGE, low.exitCode());
            assertTrue(low.err().contains("--rate: expected 0 to 1000000"), low.err());
            assertTrue(low.err().contains("got -1 (from precedent.properties)"), low.err());
        }
    }

    @Test
    void anUnknownSettingIsRejected() {
        var file = new Properties();
        file.setProperty("pasword-file", "/etc/precedent/password");
        var result = Cli.run(sources(Map.of(), file), "settings");
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("precedent.properties: there is no setting \"pasword-file\""), result.err());
    }

    @Test
    void everySettingIsShownWithItsOrigin() {
        var file = new Properties();
        file.setProperty("rate", "60");
        file.setProperty("public", "true");
        var result =
                Cli.run(sources(Map.of("PRECEDENT_NAME", "imr.example.org,imr"), file), "settings", "--port", "8123");
        assertEquals(Main.DONE, result.exitCode(), result.err());
        for (var line : new String[] {
            "port +8123 +command line",
            "name +imr.example.org,imr +environment PRECEDENT_NAME",
            "rate +60 +precedent.properties",
            "public +true +precedent.properties",
            "log-format +text +default",
            "password-file +default"
        }) {
            assertTrue(result.out().lines().anyMatch(l -> l.matches(line)), line + " in\n" + result.out());
        }
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
