package org.precedent.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.precedent.search.LetterHit;
import org.precedent.search.SearchEngine;
import org.precedent.search.request.SearchBudget;

/**
 * Wrappers around an engine that slow it down or make it fail.
 */
final class SlowEngines {
    private SlowEngines() {}

    /** Delivers the second half of an export only after the latch opens. */
    static SearchEngine exporting(SearchEngine engine, CountDownLatch latch) {
        return engine(
                (method, args) -> call(engine, method, method.getName().equals("export") ? slowed(args, latch) : args));
    }

    /** Answers searches only after the latch opens; counts {@code begun} down when one starts. */
    static SearchEngine searching(SearchEngine engine, CountDownLatch begun, CountDownLatch latch) {
        return engine((method, args) -> {
            if (method.getName().equals("search")) {
                begun.countDown();
                await(latch);
            }
            return call(engine, method, args);
        });
    }

    /**
     * Runs searches for a word until the latch opens, and checks the time limit regularly meanwhile.
     *
     * @param begun gets a permit for each such search
     */
    static SearchEngine working(SearchEngine engine, String word, Semaphore begun, CountDownLatch latch) {
        return engine((method, args) -> {
            if (method.getName().equals("search") && args[0].toString().contains(word)) {
                begun.release();
                while (!latch.await(1, TimeUnit.MILLISECONDS)) {
                    SearchBudget.current().orElseThrow().check();
                }
            }
            return call(engine, method, args);
        });
    }

    /** Fails in every search with this message. */
    static SearchEngine failing(SearchEngine engine, String message) {
        return failing(engine, "search", message);
    }

    /** Fails in every call of one method. */
    static SearchEngine failing(SearchEngine engine, String call, String message) {
        return engine((method, args) -> {
            if (method.getName().equals(call)) {
                throw new IllegalStateException(message, new IllegalArgumentException(message));
            }
            return call(engine, method, args);
        });
    }

    /** Fails in every search as if its files were gone. */
    static SearchEngine unreadable(SearchEngine engine, String message) {
        return engine((method, args) -> {
            if (method.getName().equals("search")) {
                throw new UncheckedIOException(new IOException(message));
            }
            return call(engine, method, args);
        });
    }

    /** Fails in every search, count, and export because part of the index is unreachable. */
    static SearchEngine unavailable(SearchEngine engine, String message) {
        return engine((method, args) -> {
            if (Set.of("search", "count", "export").contains(method.getName())) {
                throw new SearchEngine.Unavailable(message);
            }
            return call(engine, method, args);
        });
    }

    /** Times out in every search, count, and export. */
    static SearchEngine late(SearchEngine engine, String message) {
        return engine((method, args) -> {
            if (Set.of("search", "count", "export").contains(method.getName())) {
                throw new SearchEngine.TimedOut(message);
            }
            return call(engine, method, args);
        });
    }

    private interface Answering {
        Object answer(Method method, Object[] args) throws Throwable;
    }

    private static SearchEngine engine(Answering answering) {
        return (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, args) -> answering.answer(method, args));
    }

    private static Object[] slowed(Object[] args, CountDownLatch latch) {
        @SuppressWarnings("unchecked")
        var each = (Consumer<LetterHit>) args[1];
        var given = new AtomicInteger();
        return new Object[] {
            args[0],
            (Consumer<LetterHit>) hit -> {
                if (given.incrementAndGet() == 200) {
                    await(latch);
                }
                each.accept(hit);
            }
        };
    }

    private static Object call(SearchEngine engine, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(engine, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
