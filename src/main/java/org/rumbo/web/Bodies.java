package org.rumbo.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.rumbo.shared.DomainException;
import org.rumbo.shared.ProblemType;

/**
 * Takes so much of what a request sends, and waits for it so long, and no more. The server's own timeout begins anew with
 * each byte, so somebody who sends one byte a second would hold a thread for days. It stands below everything that reads
 * bodies: forms, files, JSON.
 */
class Bodies extends ValveBase {
    /** Whoever sends a file at least this fast, in bytes a second, is waited for until it is there. */
    private static final long SLOWEST_FILE = 32 * 1024;

    private final Duration patience;
    private final long largest;
    private final long largestUpload;
    private final long largestPaper;

    /**
     * @param largestUpload how much is taken where a file comes along
     * @param largestPaper how much where a paper does
     */
    Bodies(Duration patience, long largest, long largestUpload, long largestPaper) {
        super(true);
        this.patience = patience;
        this.largest = largest;
        this.largestUpload = largestUpload;
        this.largestPaper = largestPaper;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var body = coyote.getInputBuffer();
        coyote.setInputBuffer(new Watched(body, coyote, most(request)));
        try {
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(body);
        }
    }

    private long most(Request request) {
        var type = request.getContentType();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                || !request.getMethod().equals("POST")) {
            return largest;
        }
        if (request.getRequestURI().endsWith("/evidence")) {
            return largestUpload;
        }
        return request.getRequestURI().endsWith("/papers") ? largestPaper : largest;
    }

    private final class Watched implements InputBuffer {
        private final InputBuffer body;
        private final org.apache.coyote.Request request;
        private final boolean isFile;
        private final long most;
        private final long end = System.nanoTime() + patience.toNanos();
        private long taken;

        Watched(InputBuffer body, org.apache.coyote.Request request, long most) {
            this.body = body;
            this.request = request;
            this.isFile = most != largest;
            this.most = most;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (request.getContentLengthLong() > most) {
                throw refused(ProblemType.TOO_LARGE);
            }
            var read = body.doRead(handler);
            taken += Math.max(0, read);
            if (taken > most) {
                throw refused(ProblemType.TOO_LARGE);
            }
            if (read >= 0 && System.nanoTime() - end > earned()) {
                throw refused(ProblemType.TOO_SLOW);
            }
            return read;
        }

        /** A large file over a slow line takes longer than words do; a trickle earns nothing. */
        private long earned() {
            return isFile ? Duration.ofSeconds(taken / SLOWEST_FILE).toNanos() : 0;
        }

        /** What has not arrived by now is not waited for, and the connection ends with the answer. */
        private DomainException refused(ProblemType type) {
            var response = request.getResponse();
            response.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            response.setHeader("Connection", "close");
            return new DomainException(type);
        }

        @Override
        public int available() {
            return body.available();
        }
    }
}
