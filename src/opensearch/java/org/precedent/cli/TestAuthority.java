package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate authority that signs server certificates, created with the JDK's keytool.
 *
 * @param folder of its keys and certificates
 */
record TestAuthority(Path folder) {
    private static final String PASSWORD = "changeit";

    /** Creates an authority. */
    static TestAuthority in(Path folder) throws IOException, InterruptedException {
        var authority = new TestAuthority(Files.createDirectories(folder));
        authority.keytool(
                "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Test authority", "-ext", "bc:c");
        authority.keytool("-exportcert", "-alias", "ca", "-rfc", "-file", "ca.pem");
        return authority;
    }

    /** The authority's own certificate, in PEM. */
    Path certificate() {
        return folder.resolve("ca.pem");
    }

    /**
     * Creates a server's key {@code NAME.key} and signed certificate {@code NAME.pem}.
     *
     * @param hosts in keytool's syntax: {@code dns:localhost,ip:127.0.0.1}
     */
    void sign(String name, String hosts) throws IOException, InterruptedException, GeneralSecurityException {
        keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name);
        keytool("-certreq", "-alias", name, "-file", name + ".csr");
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                name + ".csr",
                "-ext",
                "san=" + hosts,
                "-rfc",
                "-outfile",
                name + ".pem");
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        var key = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
        Files.writeString(
                folder.resolve(name + ".key"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private void keytool(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(args));
        command.addAll(List.of("-keystore", "keys.p12", "-storetype", "PKCS12", "-storepass", PASSWORD));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
