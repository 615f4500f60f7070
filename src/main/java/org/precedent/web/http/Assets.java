package org.precedent.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precedent.web.http.Rights.Right;

/**
 * Serves the style sheet, scripts and images under {@code /static}. The files are read once, at start, and stripped of indentation. Each
 * URL contains a checksum of the content, so that browsers may cache it for a year; a URL without the current checksum is revalidated.
 */
public final class Assets implements Routes {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    private static final Pattern BREAK = Pattern.compile(" ?([{};,])\\n+");
    private static final Set<String> WRITTEN = Set.of("css", "js");

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, String> checksums = new TreeMap<>();
    private final String version;

    /**
     * Loads the assets in a folder. The version covers the assets and all templates.
     */
    public Assets(Path folder, Path templates) {
        read(folder).forEach((name, content) -> {
            if (TYPES.containsKey(ending(name))) {
                var written = WRITTEN.contains(ending(name)) ? unindented(content) : content;
                var sent = ending(name).equals("css") ? joined(written) : written;
                contents.put(name, sent);
                checksums.put(name, checksum(sent));
            }
        });
        var all = new StringBuilder();
        checksums.forEach((name, checksum) -> all.append(name).append(checksum));
        read(templates).forEach((name, content) -> all.append(name).append(checksum(content)));
        version = checksum(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the URL of an asset, with its checksum: {@code /static/app.css?v=1a2b3c4d}.
     */
    public String url(String name) {
        var checksum = checksums.get(name);
        return checksum == null ? "/static/" + name : "/static/" + name + "?v=" + checksum;
    }

    /**
     * Version that changes whenever an asset or a template changes.
     */
    public String version() {
        return version;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/static/<name>", this::serve, Right.NONE);
        routes.get("/favicon.ico", ctx -> ctx.redirect(url("icon.svg")), Right.NONE);
    }

    private void serve(Context ctx) {
        var name = ctx.pathParam("name");
        var content = contents.get(name);
        var checksum = checksums.get(name);
        if (content == null || checksum == null) {
            throw Failure.notFound("There is no file at this address.");
        }
        var current = checksum.equals(ctx.queryParam("v"));
        ctx.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        if (!ConditionalRequests.answerIfUnchanged(ctx, checksum)) {
            ctx.result(content);
            ctx.contentType(TYPES.getOrDefault(ending(name), "application/octet-stream"));
        }
    }

    // in a style sheet, line breaks after a brace, a semicolon or a comma are insignificant; no string here spans lines
    private static byte[] joined(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        return BREAK.matcher(text).replaceAll("$1").getBytes(StandardCharsets.UTF_8);
    }

    // clients need no indentation; no string in these files spans lines
    private static byte[] unindented(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Map<String, byte[]> read(Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be read", e);
        }
        return files;
    }

    private static String checksum(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
