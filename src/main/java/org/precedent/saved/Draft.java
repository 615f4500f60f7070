package org.precedent.saved;

/**
 * User input of a saved search: URL, name and note. Control characters and surrounding spaces are removed.
 *
 * @param name shown to everyone who has the link; 1 to {@value #MAX_NAME} characters on one line
 * @param note shown to the owner, and to others only if shared; at most {@value #MAX_NOTE} characters, may be empty
 * @param url canonical path of the search: {@code /search?q=…}; at most {@value #MAX_URL} characters
 * @param noteShared whether everyone who has the link can read the note
 */
public record Draft(String name, String note, String url, boolean noteShared) {
    /** Maximum length of the name. */
    public static final int MAX_NAME = 200;

    /** Maximum length of the note. */
    public static final int MAX_NOTE = 4000;

    /** Maximum length of the URL. */
    public static final int MAX_URL = 8000;

    /**
     * Validates the input.
     *
     * @throws InvalidInputException if a limit is exceeded; the message says which
     */
    public Draft {
        name = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        note = note.replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
        if (name.isEmpty()) {
            throw new InvalidInputException("name", "a saved search needs a name");
        }
        bound("name", name, MAX_NAME);
        bound("note", note, MAX_NOTE);
        bound("url", url, MAX_URL);
        if (!url.startsWith("/search")) {
            throw new InvalidInputException(
                    "url", "only a search can be saved: expected a path that begins with /search");
        }
    }

    /**
     * Creates a draft with a private note.
     */
    public Draft(String name, String note, String url) {
        this(name, note, url, false);
    }

    private static void bound(String field, String value, int maximum) {
        if (value.length() > maximum) {
            throw new InvalidInputException(
                    field, "the " + field + " has " + value.length() + " characters; at most " + maximum + " are kept");
        }
    }
}
