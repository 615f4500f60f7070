package org.precedent.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/**
 * The version from the jar's manifest; {@code development} when run from classes.
 */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"precedent " + number()};
    }

    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
