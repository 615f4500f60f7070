package org.precedent.lucene.snapshot;

import org.apache.lucene.util.FixedBitSet;

/**
 * An array of small integers, one per document, that uses as few bytes per element as its largest value needs.
 */
public sealed interface PackedInts {
    /** One byte per element. */
    final class Bytes implements PackedInts {
        private final byte[] codes;

        private Bytes(byte... codes) {
            this.codes = codes;
        }
    }

    /** Two bytes per element. */
    final class Chars implements PackedInts {
        private final char[] codes;

        private Chars(char... codes) {
            this.codes = codes;
        }
    }

    /** Four bytes per element. */
    final class Ints implements PackedInts {
        private final int[] codes;

        private Ints(int... codes) {
            this.codes = codes;
        }
    }

    /**
     * Packs numbers.
     *
     * @param bound exclusive upper bound of the numbers
     */
    public static PackedInts of(int[] codes, int bound) {
        if (bound > Character.MAX_VALUE) {
            return new Ints(codes);
        }
        if (bound > 1 << Byte.SIZE) {
            var chars = new char[codes.length];
            for (int i = 0; i < codes.length; i++) {
                chars[i] = (char) codes[i];
            }
            return new Chars(chars);
        }
        var bytes = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            bytes[i] = (byte) codes[i];
        }
        return new Bytes(bytes);
    }

    /** Returns the value of one document. */
    default int get(int doc) {
        return switch (this) {
            case Bytes bytes -> Byte.toUnsignedInt(bytes.codes[doc]);
            case Chars chars -> chars.codes[doc];
            case Ints ints -> ints.codes[doc];
        };
    }

    /** Reads the values of many documents in one call, which avoids a type switch per document. */
    default void get(int[] docs, int count, int[] into) {
        switch (this) {
            case Bytes bytes -> {
                for (int i = 0; i < count; i++) {
                    into[i] = Byte.toUnsignedInt(bytes.codes[docs[i]]);
                }
            }
            case Chars chars -> {
                for (int i = 0; i < count; i++) {
                    into[i] = chars.codes[docs[i]];
                }
            }
            case Ints ints -> {
                for (int i = 0; i < count; i++) {
                    into[i] = ints.codes[docs[i]];
                }
            }
        }
    }

    /**
     * Returns the documents whose values are wanted.
     *
     * @param wanted whether each value is wanted
     */
    default FixedBitSet documents(boolean... wanted) {
        var found = new FixedBitSet(length());
        switch (this) {
            case Bytes bytes -> {
                for (int doc = 0; doc < bytes.codes.length; doc++) {
                    if (wanted[Byte.toUnsignedInt(bytes.codes[doc])]) {
                        found.set(doc);
                    }
                }
            }
            case Chars chars -> {
                for (int doc = 0; doc < chars.codes.length; doc++) {
                    if (wanted[chars.codes[doc]]) {
                        found.set(doc);
                    }
                }
            }
            case Ints ints -> {
                for (int doc = 0; doc < ints.codes.length; doc++) {
                    if (wanted[ints.codes[doc]]) {
                        found.set(doc);
                    }
                }
            }
        }
        return found;
    }

    /**
     * Returns the number of documents with each value.
     *
     * @param bound exclusive upper bound of the values
     */
    default int[] histogram(int bound) {
        var counts = new int[bound];
        switch (this) {
            case Bytes bytes -> {
                for (byte code : bytes.codes) {
                    counts[Byte.toUnsignedInt(code)]++;
                }
            }
            case Chars chars -> {
                for (char code : chars.codes) {
                    counts[code]++;
                }
            }
            case Ints ints -> {
                for (int code : ints.codes) {
                    counts[code]++;
                }
            }
        }
        return counts;
    }

    /** The number of documents. */
    default int length() {
        return switch (this) {
            case Bytes bytes -> bytes.codes.length;
            case Chars chars -> chars.codes.length;
            case Ints ints -> ints.codes.length;
        };
    }

    /** Memory use in bytes. */
    default long bytes() {
        return switch (this) {
            case Bytes bytes -> bytes.codes.length;
            case Chars chars -> 2L * chars.codes.length;
            case Ints ints -> 4L * ints.codes.length;
        };
    }
}
