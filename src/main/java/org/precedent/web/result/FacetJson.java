package org.precedent.web.result;

import java.util.List;
import org.precedent.json.Json;
import org.precedent.json.JsonText;
import org.precedent.json.JsonWritable;
import org.precedent.json.JsonWriter;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetLabel;
import org.precedent.search.request.FacetUrls;
import org.precedent.search.request.SearchUrl;

/**
 * The values of a facet as a JSON array of objects with the keys {@code value}, {@code path}, {@code issues}, {@code determinations},
 * {@code selected} and {@code url}. A response has some six hundred of them, most of its bytes; so each is put together from text that was
 * encoded before: once per label what it prints of itself, once per response what surrounds the label in a URL.
 */
public final class FacetJson implements JsonWritable {
    private static final JsonText DETERMINATIONS = new JsonText(",\"determinations\":");
    private static final String SELECTED = ",\"selected\":true,\"url\":";
    private static final String NOT_SELECTED = ",\"selected\":false,\"url\":\"";

    private final FacetUrls urls;
    private final List<Frame> frames;
    private final List<FacetCount> counts;

    /**
     * Creates the JSON of some values of a facet, in this order.
     */
    public FacetJson(FacetUrls urls, List<FacetCount> counts) {
        this.urls = urls;
        this.frames = urls.frames().stream().map(Frame::of).toList();
        this.counts = counts;
    }

    /** What surrounds a label's parameter in the URL of a value that is not chosen. */
    private record Frame(JsonText before, JsonText after) {
        // URLs are encoded and have no character that JSON escapes
        static Frame of(FacetUrls.Frame frame) {
            return new Frame(new JsonText(NOT_SELECTED + frame.before()), new JsonText(frame.after() + "\"}"));
        }
    }

    /**
     * What each response prints of a label.
     *
     * @param head the object up to the number of issues
     * @param parameter the value as encoded in URLs
     */
    private record Printed(JsonText head, JsonText parameter) {
        static Printed of(FacetLabel label) {
            return new Printed(
                    new JsonText("{\"value\":" + Json.write(label.value()) + ",\"path\":" + Json.write(label.path())
                            + ",\"issues\":"),
                    new JsonText(SearchUrl.encode(label.value())));
        }
    }

    @Override
    public void write(JsonWriter out) {
        out.array(counts, this::write);
    }

    private void write(JsonWriter out, FacetCount count) {
        var label = count.label();
        var printed = label.printed(Printed.class, Printed::of);
        out.start(printed.head)
                .append(count.total().issues())
                .append(DETERMINATIONS)
                .append(count.total().determinations());
        if (urls.isChosen(label.value())) {
            out.append(new JsonText(SELECTED + Json.write(urls.toggle(label.value())) + "}"));
        } else {
            var frame = frames.get(urls.frameOf(label.value()));
            out.append(frame.before).append(printed.parameter).append(frame.after);
        }
    }
}
