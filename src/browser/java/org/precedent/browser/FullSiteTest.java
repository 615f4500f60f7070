package org.precedent.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Base class of browser tests on a site with all determinations; server and browser start once per test class.
 */
abstract class FullSiteTest {
    private static Chromium chromium;
    static BrowserSite site;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        site = BrowserSite.full(chromium);
    }

    @AfterAll
    static void close() {
        site.close();
        chromium.close();
    }
}
