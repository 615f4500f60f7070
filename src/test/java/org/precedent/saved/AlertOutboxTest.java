package org.precedent.saved;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class AlertOutboxTest extends AlertOutboxContract {
    @TempDir
    Path folder;

    @Override
    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(folder.resolve("precedent.db"));
    }
}
