package org.precedent;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.util.Unwrappable;

/** A file system provider with its own path type that delegates to the files of another file system. */
class ForwardingProvider extends FileSystemProvider {
    private final FileSystem real;
    private final FileSystem own = new Own();

    ForwardingProvider(FileSystem real) {
        this.real = real;
    }

    /** Converts a path of the underlying file system to one of this file system. */
    final Path wrap(Path path) {
        return (Path) Proxy.newProxyInstance(
                Path.class.getClassLoader() == null ? Unwrappable.class.getClassLoader() : Path.class.getClassLoader(),
                new Class<?>[] {Path.class, Unwrappable.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "unwrap" -> path;
                    case "getFileSystem" -> own;
                    case "iterator" -> wrapped(path.iterator());
                    case "equals" -> args[0] instanceof Unwrappable<?> other && path.equals(other.unwrap());
                    default -> {
                        try {
                            var result = method.invoke(path, unwrapped(args));
                            yield result instanceof Path found ? wrap(found) : result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
    }

    private static Object[] unwrapped(Object[] args) {
        return args == null
                ? new Object[0]
                : Stream.of(args)
                        .map(arg -> arg instanceof Path path ? unwrap(path) : arg)
                        .toArray();
    }

    private Iterator<Path> wrapped(Iterator<Path> paths) {
        return StreamSupport.stream(((Iterable<Path>) () -> paths).spliterator(), false)
                .map(this::wrap)
                .iterator();
    }

    /** Converts a path of this file system to one of the underlying file system. */
    static Path unwrap(Path path) {
        return path instanceof Unwrappable<?> wrapped ? (Path) wrapped.unwrap() : path;
    }

    private FileSystemProvider provider() {
        return real.provider();
    }

    @Override
    public String getScheme() {
        return "forwarding";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return own;
    }

    @Override
    public Path getPath(URI uri) {
        return wrap(provider().getPath(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return provider().newByteChannel(unwrap(path), options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return provider().newFileChannel(unwrap(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        var stream = provider().newDirectoryStream(unwrap(dir), path -> filter.accept(wrap(path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return wrapped(stream.iterator());
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
        provider().createDirectory(unwrap(dir), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        provider().delete(unwrap(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        provider().copy(unwrap(source), unwrap(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        provider().move(unwrap(source), unwrap(target), options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return provider().isSameFile(unwrap(path), unwrap(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return provider().isHidden(unwrap(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return provider().getFileStore(unwrap(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        provider().checkAccess(unwrap(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return provider().getFileAttributeView(unwrap(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return provider().readAttributes(unwrap(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return provider().readAttributes(unwrap(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        provider().setAttribute(unwrap(path), attribute, value, options);
    }

    /** The file system to which the wrapped paths belong. */
    private final class Own extends FileSystem {
        @Override
        public FileSystemProvider provider() {
            return ForwardingProvider.this;
        }

        @Override
        public void close() {
            // there is nothing to release
        }

        @Override
        public boolean isOpen() {
            return real.isOpen();
        }

        @Override
        public boolean isReadOnly() {
            return real.isReadOnly();
        }

        @Override
        public String getSeparator() {
            return real.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return () -> wrapped(real.getRootDirectories().iterator());
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return real.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return real.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return wrap(real.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            var matcher = real.getPathMatcher(pattern);
            return path -> matcher.matches(unwrap(path));
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return real.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() throws IOException {
            return real.newWatchService();
        }
    }
}
