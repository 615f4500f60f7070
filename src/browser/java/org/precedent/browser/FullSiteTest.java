package org.precedent.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Base of tests that drive a browser over a whole site, both started once for the class.
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
