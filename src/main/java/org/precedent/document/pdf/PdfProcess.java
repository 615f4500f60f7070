package org.precedent.document.pdf;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Limits;

/**
 * Reads PDFs in a process of its own: one that takes all memory, or never ends, takes only this process with it. Requests come
 * on standard input and are answered on standard output until the input ends, as it does when the parent is gone.
 */
final class PdfProcess {
    private PdfProcess() {}

    /**
     * Answers requests until there are none.
     */
    public static void main(String... args) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        while (true) {
            Request request;
            try {
                request = Request.from(in);
            } catch (EOFException e) {
                return;
            }
            write(new PdfReader(request.options()).extract(request.pdf().content()), out);
        }
    }

    /**
     * A PDF to read.
     *
     * @param options how
     * @param pdf its bytes
     */
    record Request(DocumentOptions options, Pdf pdf) {
        /** The bytes of a PDF. */
        interface Pdf {
            byte[] content();
        }

        static Request from(DataInputStream in) throws IOException {
            var limits = Limits.DEFAULT.with(in.readInt(), java.time.Duration.ofMillis(in.readLong()));
            var options = new DocumentOptions(in.readBoolean(), java.util.Optional.empty(), limits);
            var program = in.readUTF();
            var bytes = in.readNBytes(in.readInt());
            return new Request(program.isEmpty() ? options : options.withOcr(program), () -> bytes);
        }

        void to(DataOutputStream out) throws IOException {
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
            case Extracted.Text text -> write(out, text.scanned() ? "scanned" : "", text.text());
            case Extracted.Rejected rejected -> write(out, rejected.reason().name(), rejected.message());
        }
    }

    private static void write(DataOutputStream out, String kind, String words) throws IOException {
        var bytes = words.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeUTF(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /**
     * Reads an answer.
     *
     * @throws EOFException when the process ended instead
     */
    static Extracted answer(DataInputStream in) throws IOException {
        var kind = in.readUTF();
        var words = new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
        return switch (kind) {
            case "" -> new Extracted.Text(words, false);
            case "scanned" -> new Extracted.Text(words, true);
            default -> Extracted.rejected(Reason.valueOf(kind), words);
        };
    }
}
