package org.precedent.cli.option;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.precedent.cli.output.ErrorExplanation;
import org.precedent.web.access.Access;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.access.Secret;
import org.precedent.web.access.SessionKey;
import org.precedent.web.access.TrustedProxies;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Options for where the server listens and who may connect. Access from other machines requires an explicit choice.
 */
@SuppressWarnings({"NullAway.Init", "FieldMayBeFinal"}) // picocli sets the fields
public final class AccessOptions {
    private static final String CHOICES =
            "choose who may use the server: --public (everyone can read, no one can change anything), --password-file"
                    + " FILE (anyone with the password), or --proxy-secret-file FILE (anyone the reverse proxy admits)";

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address the server listens on (default: ${DEFAULT-VALUE})")
    public String host;

    @Option(
            names = "--name",
            paramLabel = "HOST",
            split = ",",
            description = "host name by which others reach the server, as in https://HOST/; may be repeated")
    private List<String> names = List.of();

    @Option(
            names = "--public",
            description = "let everyone read; saving requires --password-file or --proxy-secret-file")
    private boolean open;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "admit anyone with the password in the file's first line (12 characters or more)")
    private @Nullable Path password;

    @Option(
            names = "--session-key-file",
            paramLabel = "FILE",
            description = "sign session cookies with the file's first line (32 characters or more), so that sessions"
                    + " survive a restart and are valid on every server with the same file")
    private @Nullable Path sessionKey;

    @Option(
            names = "--proxy-secret-file",
            paramLabel = "FILE",
            description = "admit requests whose header " + Access.HEADER + " is the file's first line")
    private @Nullable Path proxySecret;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description = "trust the X-Forwarded-For and X-Forwarded-Proto headers of this proxy; an address or a range"
                    + " such as 10.0.0.0/8; may be repeated")
    private List<String> proxies = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Who may connect.
     *
     * @throws ParameterException if the options let other machines connect but say nothing about access, or if a secret's file is unusable
     */
    Access access() {
        var shared = secret("--password-file", password, Secret::readFile);
        var vouched = secret("--proxy-secret-file", proxySecret, Secret::readFile);
        var key = secret("--session-key-file", sessionKey, SessionKey::readFile);
        if (key.isPresent() && shared.isEmpty()) {
            throw error("--session-key-file: has no use without --password-file; give both or neither");
        }
        if (open || shared.isPresent() || vouched.isPresent()) {
            return new Access(
                    open ? Audience.ANYBODY : Audience.HOLDERS, shared, vouched, key.orElseGet(SessionKey::random));
        }
        reasonForExposure().ifPresent(why -> {
            throw error(why + "; " + CHOICES);
        });
        return Access.THIS_MACHINE;
    }

    /**
     * Additional host names, lower case.
     */
    Set<String> names() {
        return names.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /**
     * Trusted proxies.
     *
     * @throws ParameterException if one is not an IP address or range
     */
    Set<String> proxies() {
        try {
            new TrustedProxies(proxies);
        } catch (IllegalArgumentException e) {
            throw error("--trusted-proxy: expected addresses or ranges such as 10.0.0.0/8, got \""
                    + String.join(",", proxies) + "\"");
        }
        return Set.copyOf(proxies);
    }

    private Optional<String> reasonForExposure() {
        if (!isThisMachine()) {
            return Optional.of("--host " + host + ": other machines could reach this server");
        }
        if (!names.isEmpty()) {
            return Optional.of("--name " + String.join(",", names) + ": others would reach this server by that name");
        }
        return proxies.isEmpty()
                ? Optional.empty()
                : Optional.of("--trusted-proxy " + String.join(",", proxies) + ": others would come through it");
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw error("--host: expected an address of this machine, got \"" + host + "\"");
        }
    }

    private interface SecretReader<T> {
        T read(Path file) throws IOException;
    }

    private <T> Optional<T> secret(String option, @Nullable Path file, SecretReader<T> reader) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            var secret = reader.read(file);
            warnIfReadable(option, file);
            return Optional.of(secret);
        } catch (IOException e) {
            throw error(option + ": " + ErrorExplanation.explain(e));
        } catch (IllegalArgumentException e) {
            throw error(option + ": " + file + " " + e.getMessage());
        }
    }

    private void warnIfReadable(String option, Path file) throws IOException {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            spec.commandLine()
                    .getErr()
                    .println("precedent: " + option + ": " + file
                            + " is readable by every user of this machine; run chmod 600 on it");
        }
    }

    private ParameterException error(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
