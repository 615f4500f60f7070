package org.precedent.cli;

/**
 * Stops this process when its parent ends. Maven, when killed, does not stop what it runs; a server started by {@code mvn}
 * would keep the port and the index.
 */
final class ParentProcess {
    private static final String ASKED = "precedent.exitWithParent";

    private ParentProcess() {}

    // no virtual thread: the first of the process decides how many of them run at once, which is for the server to say
    static void exitWithItWhenAsked() {
        if (Boolean.getBoolean(ASKED)) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> Thread.ofPlatform()
                            .daemon()
                            .name("parent-watch")
                            .start(() -> {
                                parent.onExit().join();
                                System.exit(Main.DONE);
                            }));
        }
    }
}
