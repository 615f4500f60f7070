package org.precedent.cli;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random requests of one client, drawn from all kinds that users and programs send.
 */
final class RequestMix {
    private static final List<String> WORDS = List.of(
            "cervical",
            "lumbar",
            "shoulder",
            "knee",
            "MRI",
            "radiculopathy",
            "therapy",
            "documented",
            "conservative",
            "upheld",
            "opioid",
            "surgery",
            "physical",
            "evidence",
            "guidelines",
            "pain",
            "injection",
            "failed",
            "chronic",
            "brace");

    private final SplittableRandom random;
    private final int letters;

    /**
     * Creates the mix of one client.
     *
     * @param letters the number of determinations on the server, with the ids of {@link MaintenanceFixture#id}
     */
    RequestMix(long seed, int letters) {
        this.random = new SplittableRandom(seed);
        this.letters = letters;
    }

    /** Sends a random request and records the response. */
    void ask(LoadClient client, ResponseTally tally) throws IOException {
        int draw = random.nextInt(100);
        long start = System.nanoTime();
        if (draw == 0) {
            note(tally, "POST /saved", client.post("/saved", "name=n&url=/search%3Fq%3D" + word()), 303, start);
        } else {
            var path = path(draw);
            note(tally, path, client.get(path), expected(draw), start);
        }
    }

    /** Requests a large page and records the response. */
    static void askMuch(LoadClient client, ResponseTally tally, long number) throws IOException {
        var path = "/search?size=50&q=" + WORDS.get((int) (number % WORDS.size()));
        long start = System.nanoTime();
        note(tally, path, client.get(path), 200, start);
    }

    private static void note(ResponseTally tally, String asked, LoadClient.Answer answer, int expected, long start) {
        var sentAway = (answer.status() == 503 || answer.status() == 429) && answer.retryAfter();
        if (answer.status() == expected || sentAway) {
            tally.answered(answer.status(), System.nanoTime() - start);
        } else {
            tally.wrong(asked + " " + answer.status());
        }
    }

    private static int expected(int draw) {
        return switch (draw) {
            case 1 -> 400;
            case 2 -> 404;
            default -> 200;
        };
    }

    private String path(int draw) {
        return switch (draw) {
            case 1 -> "/search?q=%22" + word();
            case 2 -> "/determinations/CM00-0000000";
            case 3, 4 -> "/";
            case 5, 6 -> "/static/app.css";
            case 7 -> "/help";
            case 8, 9 -> "/search.csv?q=" + word();
            case 10, 11 -> "/search.atom?q=" + word();
            case 12, 13, 14, 15 -> "/suggest.json?q=" + word().substring(0, 3);
            case 16, 17, 18, 19 -> "/search.json?size=20&q=" + word() + "+" + word();
            default -> draw < 35 ? "/determinations/" + MaintenanceFixture.id(random.nextInt(letters)) : search(draw);
        };
    }

    private String search(int draw) {
        if (draw < 45) {
            return "/search?q=" + word() + "+w/5+" + word();
        }
        if (draw < 55) {
            return "/search?decision=Upheld&q=" + word();
        }
        if (draw < 65) {
            return "/search?page=2&q=" + word();
        }
        if (draw < 75) {
            return "/search?q=" + word().substring(0, 3) + "*+OR+%22" + word() + "%22";
        }
        return "/search?q=" + word() + "+" + word();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
