package org.precedent.json;

import tools.jackson.core.io.SerializedString;

/**
 * A piece of JSON text encoded once, so that each response that contains it only copies its bytes.
 */
public final class JsonText {
    private final SerializedString encoded;

    /**
     * Creates a piece of JSON text.
     *
     * @param json part of a JSON value, already escaped
     */
    public JsonText(String json) {
        this.encoded = new SerializedString(json);
    }

    SerializedString encoded() {
        return encoded;
    }

    @Override
    public String toString() {
        return encoded.getValue();
    }
}
