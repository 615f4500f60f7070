package org.precedent.opensearch.write;

import org.precedent.determination.Determination;

/**
 * A change that waits for the commit.
 *
 * @param content digest of the determination to write; empty to remove
 * @param sha of its file
 * @param packed the determination
 * @param former what it replaces
 */
public record DocumentChange(String id, String content, String sha, PackedDetermination packed, StoredDocument former) {
    public static DocumentChange write(Determination determination, String content, StoredDocument former) {
        return new DocumentChange(
                determination.id(),
                content,
                determination.origin().sha256(),
                PackedDetermination.of(determination),
                former);
    }

    public static DocumentChange removal(String id, StoredDocument former) {
        return new DocumentChange(id, "", "", PackedDetermination.NONE, former);
    }

    DocumentChange withFormer(StoredDocument other) {
        return new DocumentChange(id, content, sha, packed, other);
    }

    boolean isDone() {
        return content.equals(former.content());
    }
}
