package org.precedent.browser;

import java.util.List;
import java.util.stream.Stream;

/**
 * The pages and states that are looked at.
 */
final class Pages {
    static final List<String> GOOD = List.of(
            "/",
            "/search",
            "/search?q=MRI+conservative&decision=Upheld&not.region=Knee",
            "/search?q=MRI&view=table",
            "/search?q=zzzqqq&modality=CT",
            "/determinations/CM14-9900001?search=q%3Dconservative",
            "/determinations/CM13-9900001",
            "/compare?i=CM14-9900001:1&i=CM13-9900001:1",
            "/facets/region?q=MRI",
            "/saved",
            "/help",
            "/about");

    private static final List<String> BAD = List.of(
            "/search?q=%22open",
            "/search?regoin=x", "/determinations/unknown", "/compare?i=CM14-9900001:1", "/nowhere");

    private Pages() {}

    static Stream<String> all() {
        return Stream.concat(GOOD.stream(), BAD.stream());
    }

    /** A file name for a page. */
    static String name(String path) {
        return path.equals("/") ? "home" : path.substring(1).replaceAll("[^A-Za-z0-9]+", "-");
    }
}
