package org.precedent.web.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.web.http.ClientAddress;
import org.precedent.web.http.ExceptionSummary;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Routes;
import org.precedent.web.limit.ClientQuota;
import org.precedent.web.limit.ConcurrencyLimiter;
import org.precedent.web.limit.PageLimiter;
import org.precedent.web.limit.YieldingOutputStream;
import org.precedent.web.search.RequestedSearch;
import org.precedent.web.search.RouteContext;
import org.precedent.web.view.ExportFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /search.csv} and the other export formats: every determination of a result, streamed. A failure midway breaks the
 * connection, so that a partial file never passes for a complete one.
 */
public final class Exports implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final String MARK = "bom";
    private static final int MAX_PRODUCING = 4;
    private static final int MAX_OPEN = 64;
    private static final int MAX_OPEN_PER_CLIENT = 16;

    private final RouteContext parts;
    private final ConcurrencyLimiter producing = new ConcurrencyLimiter(MAX_PRODUCING, Duration.ofSeconds(2));
    private final ClientQuota open = new ClientQuota(MAX_OPEN, MAX_OPEN_PER_CLIENT);
    private final List<Export> all;

    public Exports(RouteContext parts) {
        this.parts = parts;
        this.all = formats(parts.engine());
    }

    /**
     * Every export format, in the order of {@link ExportFormat}.
     */
    public static List<Export> formats(SearchEngine engine) {
        var records = new FullRecords(engine);
        return List.of(
                new BriefDocument(records),
                new BriefTable(records),
                new XlsxExport(records),
                new CsvExport(records),
                new JsonLinesExport(records),
                ReferenceExport.RIS,
                ReferenceExport.BIBTEX,
                new ZipExport(records));
    }

    @Override
    public void register(RoutesConfig routes) {
        all.forEach(export -> routes.get("/search." + export.fileExtension(), ctx -> answer(ctx, export)));
    }

    private void answer(Context ctx, Export export) {
        var request = RequestedSearch.parse(ctx, export instanceof CsvExport ? Set.of(MARK) : Set.of());
        var search = parts.interpret(request);
        requireRoom(search);
        var today = LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
        ctx.contentType(export.mediaType());
        ctx.header(
                "Content-Disposition",
                DownloadNames.attachment(DownloadNames.compose(request, today, export.fileExtension())));
        ctx.header("X-Robots-Tag", "noindex");
        if (ctx.method().equals(HandlerType.HEAD)) {
            sendHead(ctx);
            return;
        }
        PageLimiter.release(ctx);
        try (var place = open.acquire(ClientAddress.read(ctx))) {
            Objects.requireNonNull(place);
            RouteContext.withoutPermit(() -> stream(ctx, requested(ctx, export), search));
        }
    }

    /**
     * Applies the {@code bom} parameter of a request to an export: CSV gets a byte order mark for {@code bom=1}.
     *
     * @throws Failure with status 400 for values other than 0 and 1
     */
    public static Export requested(Context ctx, Export export) {
        var mark = Optional.ofNullable(ctx.queryParam(MARK)).orElse("");
        if (!mark.matches("[01]?")) {
            throw Failure.parameter(
                    MARK, "\"bom\" is 1 to add a byte order mark, by which Excel recognizes UTF-8, or" + " 0.");
        }
        return mark.equals("1") && export instanceof CsvExport csv ? csv.withByteOrderMark() : export;
    }

    // commit explicitly: the container would otherwise send Content-Length: 0 although GET streams a body
    private static void sendHead(Context ctx) {
        try {
            ctx.res().flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireRoom(Search search) {
        long letters = parts.run(() -> parts.engine().count(search)).determinations();
        if (letters > parts.gateway().largestExport()) {
            throw new Failure(
                    400,
                    "Too many determinations for one file",
                    String.format(
                            Locale.US,
                            "This search finds %,d determinations; one file can hold at most %,d. Narrow it, for"
                                    + " example by year.",
                            letters,
                            parts.gateway().largestExport()));
        }
    }

    private boolean stream(Context ctx, Export export, Search search) {
        try (var out = new YieldingOutputStream(producing, ctx.outputStream())) {
            export.write(each -> parts.engine().export(search, each), ServerOrigin.urlsForFiles(ctx), out);
            out.finish();
            return true;
        } catch (IOException e) {
            LOG.debug("export not read to its end path={}", ctx.path());
            return false;
        } catch (RuntimeException e) {
            if (!ctx.res().isCommitted()) {
                ctx.res().resetBuffer();
                ctx.res().setHeader("Content-Disposition", null);
                throw e;
            }
            LOG.error("export broken off path={} {}", ctx.path(), ExceptionSummary.summarize(e));
            breakOff(ctx);
            return false;
        }
    }

    private static void breakOff(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
