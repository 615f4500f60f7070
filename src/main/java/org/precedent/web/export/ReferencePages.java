package org.precedent.web.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.precedent.determination.CitationFormats;
import org.precedent.determination.LegalCitation;
import org.precedent.search.query.Query;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RouteContext;

/**
 * {@code /determinations/{id}.ris} and {@code .bib}: a determination, or one of its issues with {@code ?issue=2}, for reference managers.
 */
public final class ReferencePages implements Routes {
    private final RouteContext parts;

    public ReferencePages(RouteContext parts) {
        this.parts = parts;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/determinations/{id}.ris", ctx -> answer(ctx, ReferenceExport.RIS));
        routes.get("/determinations/{id}.bib", ctx -> answer(ctx, ReferenceExport.BIBTEX));
    }

    private void answer(Context ctx, ReferenceExport form) {
        var id = ctx.pathParam("id");
        var formats = formats(id, Optional.ofNullable(ctx.queryParam("issue")), ServerOrigin.urlsForFiles(ctx));
        ctx.result(form.entry().apply(formats, ""));
        ctx.contentType(form.mediaType());
        var name = id.replaceAll("[^A-Za-z0-9.-]", "-");
        ctx.header("Content-Disposition", DownloadNames.attachment(name + "." + form.fileExtension()));
    }

    private CitationFormats formats(String id, Optional<String> issue, AbsoluteUrls addresses) {
        var letter = parts.engine()
                .findLetter(id, new Query.Everything())
                .orElseThrow(() -> Failure.notFound("There is no determination \"" + id + "\" in the index."))
                .determination();
        if (issue.isEmpty()) {
            return new CitationFormats(LegalCitation.of(letter), addresses.letter(letter.id()));
        }
        return letter.issues().stream()
                .filter(i -> Integer.toString(i.number()).equals(issue.get()))
                .findFirst()
                .map(i -> new CitationFormats(LegalCitation.of(letter, i), addresses.issue(letter.id(), i.number())))
                .orElseThrow(() -> Failure.parameter(
                        "issue",
                        "This determination has issues 1 to " + letter.issues().size() + "."));
    }
}
