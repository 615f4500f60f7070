package org.precedent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A file system that tracks what would survive a power loss: the contents of files as last forced to disk, and the entries of folders as
 * of the time the folder was last forced. Everything else is lost.
 */
public final class VolatileDisk extends ForwardingProvider {
    private final Path base;
    private final Node root = new Node(true);
    private BiConsumer<String, Remains> afterForce = (file, remains) -> {};

    private VolatileDisk(Path base) {
        super(base.getFileSystem());
        this.base = base;
    }

    /** A disk that keeps its files in an existing, empty folder of the real file system. */
    public static VolatileDisk in(Path folder) {
        try {
            return new VolatileDisk(folder.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root folder of the disk, for the program under test. */
    public Path top() {
        return wrap(base);
    }

    /** Registers a listener that is called after every force, with the forced file and what a power loss would leave at that moment. */
    public synchronized void afterEachForce(BiConsumer<String, Remains> listener) {
        afterForce = listener;
    }

    /** What a power loss would leave now. */
    public synchronized Remains remains() {
        return new Remains(root.durable(), root.renamedEarly());
    }

    /**
     * What a power loss leaves on the disk: file contents ({@code byte[]}) and folders (maps) by name.
     *
     * @param strict only what was forced
     * @param early the current entries of folders, but the contents of files as last forced, since some file systems write in this order
     */
    public record Remains(Map<String, Object> strict, Map<String, Object> early) {
        /** Writes what a power loss left into an existing folder. */
        public static void write(Map<String, Object> remains, Path folder) throws IOException {
            for (var entry : remains.entrySet()) {
                var place = folder.resolve(entry.getKey());
                if (entry.getValue() instanceof byte[] bytes) {
                    Files.write(place, bytes);
                } else if (entry.getValue() instanceof Map<?, ?> below) {
                    write(cast(below), Files.createDirectory(place));
                }
            }
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> cast(Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
    }

    /** A file or folder, which keeps its identity when renamed. */
    private static final class Node {
        private final boolean folder;
        private final Map<String, Node> entries = new TreeMap<>();
        private Map<String, Node> forcedEntries = Map.of();
        private byte[] forcedContent = new byte[0];

        Node(boolean folder) {
            this.folder = folder;
        }

        Map<String, Object> durable() {
            var tree = new TreeMap<String, Object>();
            forcedEntries.forEach((name, node) -> tree.put(name, node.folder ? node.durable() : node.forcedContent));
            return tree;
        }

        Map<String, Object> renamedEarly() {
            var tree = new TreeMap<String, Object>();
            entries.forEach((name, node) -> tree.put(name, node.folder ? node.renamedEarly() : node.forcedContent));
            return tree;
        }
    }

    private Node node(Path file) {
        var node = root;
        for (var name : base.relativize(file.toAbsolutePath().normalize())) {
            if (!name.toString().isEmpty()) {
                node = node.entries.computeIfAbsent(name.toString(), n -> new Node(Files.isDirectory(file)));
            }
        }
        return node;
    }

    private boolean isHere(Path file) {
        return file.toAbsolutePath().normalize().startsWith(base);
    }

    private synchronized void forced(Path file) throws IOException {
        if (!isHere(file)) {
            return;
        }
        var node = node(file);
        if (node.folder) {
            // native libraries create and delete files without this provider
            node.entries.keySet().removeIf(name -> Files.notExists(file.resolve(name)));
            try (var there = Files.list(file)) {
                there.forEach(this::node);
            }
            node.forcedEntries = Map.copyOf(node.entries);
        } else {
            node.forcedContent = Files.readAllBytes(file);
        }
        afterForce.accept(base.relativize(file).toString(), remains());
    }

    private synchronized void appears(Path file) {
        if (isHere(file)) {
            node(file);
        }
    }

    private synchronized void vanishes(Path file) {
        if (isHere(file)) {
            node(file.getParent()).entries.remove(file.getFileName().toString());
        }
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
        super.createDirectory(dir, attributes);
        appears(unwrap(dir));
    }

    @Override
    public void delete(Path path) throws IOException {
        super.delete(path);
        vanishes(unwrap(path));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        synchronized (this) {
            var from = unwrap(source);
            var to = unwrap(target);
            var moved = node(from);
            super.move(source, target, options);
            vanishes(from);
            node(to.getParent()).entries.put(to.getFileName().toString(), moved);
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        super.copy(source, target, options);
        appears(unwrap(target));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        var channel = super.newByteChannel(path, options, attributes);
        appears(unwrap(path));
        return channel;
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        var file = unwrap(path);
        var channel = super.newFileChannel(path, options, attributes);
        appears(file);
        return new ForwardingChannel(channel) {
            @Override
            public void force(boolean metaData) throws IOException {
                forced(file); // forcing the real disk is unnecessary: its power does not fail
            }
        };
    }
}
