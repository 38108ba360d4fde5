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
 * bodies: forms, files, JSON. How large a file may be is said where files are taken.
 */
class Bodies extends ValveBase {
    private final Duration patience;
    private final long largest;

    Bodies(Duration patience, long largest) {
        super(true);
        this.patience = patience;
        this.largest = largest;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var body = coyote.getInputBuffer();
        coyote.setInputBuffer(new Watched(body, coyote, isFile(request)));
        try {
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(body);
        }
    }

    private static boolean isFile(Request request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private final class Watched implements InputBuffer {
        private final InputBuffer body;
        private final org.apache.coyote.Request request;
        private final boolean isFile;
        private final long end = System.nanoTime() + patience.toNanos();
        private long taken;

        Watched(InputBuffer body, org.apache.coyote.Request request, boolean isFile) {
            this.body = body;
            this.request = request;
            this.isFile = isFile;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (!isFile && request.getContentLengthLong() > largest) {
                throw refused(ProblemType.TOO_LARGE);
            }
            var read = body.doRead(handler);
            taken += Math.max(0, read);
            if (!isFile && taken > largest) {
                throw refused(ProblemType.TOO_LARGE);
            }
            if (read >= 0 && System.nanoTime() - end > 0) {
                throw refused(ProblemType.TOO_SLOW);
            }
            return read;
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
