package org.precedent.document.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * Detects watermarks and stamps: text printed across the page, along its edge, or much larger over the lines.
 */
final class PageMarks {
    /** Tangent of ten degrees; a scanned page is never skewed more than that. */
    private static final float SLANT = 0.176f;

    /** Maximum number of characters in another direction; longer passages are part of the document. */
    private static final int MAX_ROTATED = 80;

    private static final int MIN_RATIO = 5;

    /** Minimum font size of a watermark over the lines, in points and as a multiple of the median size. */
    private static final float MIN_WATERMARK_SIZE = 30;

    private static final float MIN_WATERMARK_FACTOR = 2.5f;

    private final List<TextPosition> slanted = new ArrayList<>();
    private final List<List<TextPosition>> others = new ArrayList<>();

    static boolean isSlanted(Matrix matrix) {
        float a = Math.abs(matrix.getScaleX());
        float b = Math.abs(matrix.getShearY());
        return Math.min(a, b) > SLANT * Math.max(a, b);
    }

    void add(TextPosition character) {
        slanted.add(character);
    }

    void removeAll(Set<TextPosition> unseen) {
        slanted.removeIf(unseen::contains);
    }

    /** Removes marks from the characters of a page and collects them. */
    void extract(List<TextPosition> characters) {
        extractRotated(characters);
        extractLarge(characters);
    }

    private void extractRotated(List<TextPosition> characters) {
        if (hasOneDirection(characters)) {
            return;
        }
        var directions = new TreeMap<Float, List<TextPosition>>();
        characters.forEach(c ->
                directions.computeIfAbsent(c.getDir(), d -> new ArrayList<>()).add(c));
        int maximum = directions.values().stream().mapToInt(List::size).max().orElse(0);
        for (var rotated : directions.values()) {
            if (rotated.size() <= MAX_ROTATED && rotated.size() * MIN_RATIO < maximum) {
                moveToMarks(rotated, characters);
            }
        }
    }

    private static boolean hasOneDirection(List<TextPosition> characters) {
        for (var character : characters) {
            if (character.getDir() != characters.getFirst().getDir()) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLarge(List<TextPosition> characters) {
        for (var character : characters) {
            if (character.getFontSizeInPt() >= MIN_WATERMARK_SIZE) {
                return true;
            }
        }
        return false;
    }

    private void moveToMarks(List<TextPosition> mark, List<TextPosition> characters) {
        var taken = Collections.<TextPosition>newSetFromMap(new IdentityHashMap<>());
        taken.addAll(mark);
        others.add(mark);
        characters.removeIf(taken::contains);
    }

    private void extractLarge(List<TextPosition> characters) {
        if (!hasLarge(characters)) {
            return;
        }
        var sizes =
                characters.stream().map(TextPosition::getFontSizeInPt).sorted().toList();
        float large = Math.max(MIN_WATERMARK_SIZE, MIN_WATERMARK_FACTOR * sizes.get(sizes.size() / 2));
        var print = characters.stream().filter(c -> c.getFontSizeInPt() < large).toList();
        var over = characters.stream()
                .filter(c -> c.getFontSizeInPt() >= large && !c.getUnicode().isBlank())
                .toList();
        if (over.stream().anyMatch(c -> liesOver(c, print))) {
            moveToMarks(over, characters);
        }
    }

    /** Whether a large character is printed over several others, which a heading never is. */
    private static boolean liesOver(TextPosition large, List<TextPosition> print) {
        return print.stream()
                        .filter(c -> !c.getUnicode().isBlank())
                        .filter(c -> c.getXDirAdj() >= large.getXDirAdj()
                                && c.getXDirAdj() <= large.getXDirAdj() + large.getWidthDirAdj()
                                && c.getYDirAdj() <= large.getYDirAdj()
                                && c.getYDirAdj() >= large.getYDirAdj() - large.getHeightDir())
                        .limit(3)
                        .count()
                == 3;
    }

    /** Returns the texts of the marks, without duplicates. */
    List<String> texts() {
        var texts = new ArrayList<String>();
        if (!slanted.isEmpty()) {
            texts.add(text(slanted));
        }
        others.forEach(mark -> texts.add(text(mark)));
        return texts.stream().filter(t -> !t.isBlank()).distinct().toList();
    }

    private static String text(List<TextPosition> mark) {
        var text = new StringBuilder();
        mark.forEach(character -> text.append(character.getUnicode()));
        return text.toString().strip();
    }
}
