package org.precedent.web.correction;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.precedent.correction.CorrectedField;
import org.precedent.correction.Correction;
import org.precedent.correction.CorrectionApplier;
import org.precedent.correction.CorrectionFile;
import org.precedent.correction.FieldValues;
import org.precedent.determination.Determination;
import org.precedent.saved.InvalidInputException;
import org.precedent.search.query.Query;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Rights;
import org.precedent.web.http.Routes;
import org.precedent.web.saved.OwnerCookie;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.search.RouteContext;

/**
 * {@code /determinations/{id}/corrections} and {@code /corrections}: manual corrections of extracted values. Visible to everyone with read
 * access; making and withdrawing corrections requires the right to make changes.
 */
public final class CorrectionPages implements Routes {
    private static final String LIST_PATH = "/corrections";
    private static final String DETERMINATION_PATH = "/determinations/{id}/corrections";

    // kept small because each entry looks up its determination
    private static final int PAGE_SIZE = 50;

    private final RouteContext parts;
    private final Runnable changed;
    private final CorrectionViewBuilder builder = new CorrectionViewBuilder(FieldValues.bundled());

    /**
     * Creates the pages.
     *
     * @param changed called after a correction is made or withdrawn, to update the index
     */
    public CorrectionPages(RouteContext parts, Runnable changed) {
        this.parts = parts;
        this.changed = changed;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(DETERMINATION_PATH, this::page);
        routes.post(DETERMINATION_PATH, this::correct);
        routes.get(LIST_PATH, this::list);
        routes.get(
                LIST_PATH + ".json",
                ctx -> Pages.json(
                        ctx,
                        Map.of(
                                "corrections",
                                all().stream().map(CorrectionPages::json).toList())));
        routes.get(LIST_PATH + ".tsv", this::file);
        routes.post(LIST_PATH + "/{correction}/withdraw", this::withdraw);
    }

    private void page(Context ctx) {
        RequestParsing.rejectUnknown(ctx, Set.of("issue", "field"));
        var letter = letter(ctx);
        var place = Optional.ofNullable(ctx.queryParam("field"))
                .filter(field -> Rights.of(ctx).change())
                .map(field -> place(
                        letter, Optional.ofNullable(ctx.queryParam("issue")).orElse("0"), field));
        show(ctx, letter, place.map(p -> builder.buildForm(letter, p)));
    }

    private void correct(Context ctx) {
        var letter = letter(ctx);
        var place = place(letter, field(ctx, "issue"), field(ctx, "field"));
        var entered = ctx.formParams("value");
        var reason = field(ctx, "reason");
        var wrong = keep(ctx, letter, place, entered, reason);
        if (wrong.isPresent()) {
            // keep the user's input in the form
            ctx.status(400);
            var again = new CorrectionView.Entered(entered, reason, wrong.get());
            show(ctx, letter, Optional.of(builder.buildForm(letter, place, again)));
            return;
        }
        changed.run();
        redirect(ctx, builder.path(letter.id()) + "#history");
    }

    /** Validates and stores a correction. Returns an error message, or empty on success. */
    private Optional<String> keep(
            Context ctx, Determination letter, Correction.Place place, List<String> entered, String reason) {
        var read = readValues(letter, place);
        final List<String> values;
        try {
            values = builder.values().validate(place.field(), entered, read);
        } catch (FieldValues.Invalid e) {
            return Optional.of(RequestParsing.sentence(String.valueOf(e.getMessage())));
        }
        if (values.equals(CorrectionApplier.currentValues(letter, place.issue(), place.field()))) {
            return Optional.of("This is already the value. Change it, or cancel.");
        }
        var owner = OwnerCookie.keep(ctx);
        return parts.withSaved(s -> {
            try {
                s.corrections().add(owner, place, values, read, reason);
                return Optional.empty();
            } catch (InvalidInputException e) {
                return Optional.of(RequestParsing.sentence(String.valueOf(e.getMessage())));
            }
        });
    }

    private void withdraw(Context ctx) {
        var correction = parts.withSaved(s -> s.corrections().withdraw(ctx.pathParam("correction")))
                .orElseThrow(() -> Failure.notFound("There is no correction with this ID."));
        changed.run();
        redirect(ctx, builder.path(correction.place().determination()) + "#history");
    }

    private void show(Context ctx, Determination letter, Optional<CorrectionView.Form> form) {
        var history = parts.withSaved(s -> s.corrections().list(letter.id()));
        parts.pages().render(ctx, "pages/correct", Head.notIndexed(""), builder.build(letter, form, history));
    }

    private void list(Context ctx) {
        RequestParsing.rejectUnknown(ctx, Set.of("page"));
        var all = all();
        int pages = Math.max(1, Math.ceilDiv(all.size(), PAGE_SIZE));
        int page = pageNumber(ctx, pages);
        var entries = new CorrectionEntries(this::find);
        var shown = all.stream()
                .skip((page - 1L) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .map(entries::entry)
                .toList();
        parts.pages()
                .render(ctx, "pages/corrections", Head.notIndexed("about"), CorrectionListView.of(shown, page, pages));
    }

    private static int pageNumber(Context ctx, int pages) {
        var text = Optional.ofNullable(ctx.queryParam("page")).orElse("1");
        int page = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (page < 1 || page > pages) {
            throw Failure.parameter("page", "Pages run from 1 to " + pages + "; there is no page “" + text + "”.");
        }
        return page;
    }

    private void file(Context ctx) {
        ctx.result(CorrectionFile.write(all()));
        ctx.contentType("text/tab-separated-values; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"corrections.tsv\"");
    }

    private List<Correction> all() {
        return parts.withSaved(s -> s.corrections().all());
    }

    private static Map<String, @Nullable Object> json(Correction correction) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", correction.id());
        json.put("determination", correction.place().determination());
        json.put(
                "issue",
                correction.place().issue() == 0 ? null : correction.place().issue());
        json.put("field", correction.place().field().key());
        json.put("value", correction.values());
        json.put("read", correction.read());
        json.put("reason", correction.reason());
        json.put("made", correction.made().toString());
        json.put("withdrawn", correction.withdrawn().map(Instant::toString).orElse(null));
        return json;
    }

    /** The extracted values, before any correction. */
    private List<String> readValues(Determination letter, Correction.Place place) {
        return parts.withSaved(s -> s.corrections().list(letter.id())).stream()
                .filter(c -> c.isInForce() && c.place().equals(place) && CorrectionApplier.isApplied(letter, c))
                .map(Correction::read)
                .findFirst()
                .orElseGet(() -> CorrectionApplier.currentValues(letter, place.issue(), place.field()));
    }

    private static Correction.Place place(Determination letter, String issue, String key) {
        var field = CorrectedField.findByKey(key)
                .orElseThrow(() -> Failure.parameter("field", "“" + key + "” cannot be corrected."));
        int number = issue.matches("[0-9]{1,4}") ? Integer.parseInt(issue) : -1;
        boolean known = number > 0 && letter.issues().stream().anyMatch(i -> i.number() == number);
        if (field.isOfIssue() ? !known : number != 0) {
            throw Failure.parameter(
                    "issue",
                    "This determination has issues 1 to " + letter.issues().size() + ".");
        }
        return new Correction.Place(letter.id(), number, field);
    }

    private Determination letter(Context ctx) {
        var id = ctx.pathParam("id");
        return find(id).orElseThrow(() -> Failure.notFound("There is no determination “" + id + "” in this index."));
    }

    private Optional<Determination> find(String id) {
        return parts.engine().findLetter(id, new Query.Everything()).map(stored -> stored.determination());
    }

    private static String field(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("");
    }

    private static void redirect(Context ctx, String path) {
        ctx.status(303);
        ctx.header("Location", path);
    }

    /**
     * Model of one page of the list of all corrections.
     *
     * @param entries newest first
     * @param place position in the list: {@code Page 2 of 3}
     * @param previous path of the previous page; empty on the first
     * @param next path of the next page; empty on the last
     */
    public record CorrectionListView(
            List<CorrectionEntry> entries, String place, Optional<String> previous, Optional<String> next) {
        public CorrectionListView {
            entries = List.copyOf(entries);
        }

        /**
         * Creates the model of a page.
         *
         * @param page number of the page, one-based
         * @param pages number of pages, at least one
         */
        static CorrectionListView of(List<CorrectionEntry> entries, int page, int pages) {
            return new CorrectionListView(
                    entries,
                    "Page " + page + " of " + pages,
                    page > 1 ? Optional.of(path(page - 1)) : Optional.empty(),
                    page < pages ? Optional.of(path(page + 1)) : Optional.empty());
        }

        private static String path(int page) {
            return page == 1 ? "/corrections" : "/corrections?page=" + page;
        }
    }
}
