package org.precedent.document.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import org.precedent.document.Caveat;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Limits;

/**
 * Main class of a worker process that reads PDFs, so that a PDF that exhausts memory or never finishes brings down only this process.
 * Requests arrive on standard input and are answered on standard output until the input ends, as it does when the parent process ends.
 */
final class PdfProcess {
    private static final String SCANNED = "scanned";

    private PdfProcess() {}

    /**
     * Answers requests until standard input ends.
     */
    public static void main(String... args) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        while (true) {
            Request request;
            try {
                request = Request.read(in);
            } catch (EOFException e) {
                return;
            }
            write(new PdfReader(request.options()).extract(request.pdf().content()), out);
        }
    }

    /**
     * A request to read a PDF.
     *
     * @param options how to read it
     * @param pdf the file
     */
    record Request(DocumentOptions options, Pdf pdf) {
        /** The content of a PDF. */
        interface Pdf {
            byte[] content();
        }

        static Request read(DataInputStream in) throws IOException {
            var limits = Limits.DEFAULT.with(in.readInt(), java.time.Duration.ofMillis(in.readLong()));
            var options = new DocumentOptions(in.readBoolean(), java.util.Optional.empty(), limits);
            var program = in.readUTF();
            var bytes = in.readNBytes(in.readInt());
            return new Request(program.isEmpty() ? options : options.withOcr(program), () -> bytes);
        }

        void write(DataOutputStream out) throws IOException {
            var bytes = pdf.content();
            out.writeInt(options.limits().pages());
            out.writeLong(options.limits().time().toMillis());
            out.writeBoolean(options.ignoreCopyRestriction());
            out.writeUTF(options.ocr().orElse(""));
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        }
    }

    private static void write(Extracted extracted, DataOutputStream out) throws IOException {
        switch (extracted) {
            case Extracted.Text text -> {
                out.writeUTF(text.scanned() ? SCANNED : "");
                write(text.text(), out);
                out.writeInt(text.caveats().size());
                for (var caveat : text.caveats()) {
                    out.writeUTF(caveat.kind().name());
                    write(caveat.message(), out);
                }
            }
            case Extracted.Rejected rejected -> {
                out.writeUTF(rejected.reason().name());
                write(rejected.message(), out);
            }
        }
        out.flush();
    }

    private static void write(String words, DataOutputStream out) throws IOException {
        var bytes = words.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads the worker's response to a request.
     *
     * @throws EOFException if the worker process ended instead of responding
     */
    static Extracted handle(DataInputStream in) throws IOException {
        var kind = in.readUTF();
        var words = words(in);
        if (!kind.isEmpty() && !kind.equals(SCANNED)) {
            return Extracted.rejected(Reason.valueOf(kind), words);
        }
        var caveats = new ArrayList<Caveat>();
        for (int left = in.readInt(); left > 0; left--) {
            caveats.add(new Caveat(Caveat.Kind.valueOf(in.readUTF()), words(in)));
        }
        return new Extracted.Text(words, kind.equals(SCANNED), caveats);
    }

    private static String words(DataInputStream in) throws IOException {
        int length = in.readInt();
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, UTF_8);
    }
}
