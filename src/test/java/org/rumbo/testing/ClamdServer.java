package org.rumbo.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Speaks the part of ClamAV's protocol that is used, and finds what is marked for it. */
public final class ClamdServer implements AutoCloseable {
    /** Any content with this in it counts as infected. */
    public static final String MARK = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

    private final ServerSocket server;
    private final Thread accepting = new Thread(this::accept, "clamd");
    private final List<String> scanned = new CopyOnWriteArrayList<>();
    private volatile @Nullable String answer;
    private volatile boolean silent;

    public ClamdServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        accepting.setDaemon(true);
        accepting.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The contents that arrived whole, in their order. */
    public List<String> scanned() {
        return scanned;
    }

    /** From now on it says this, whatever comes. */
    public void answering(String always) {
        answer = always;
    }

    /** From now on it listens and says nothing. */
    public void fallSilent() {
        silent = true;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                var talking = new Thread(() -> talk(socket), "clamd talk");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            if (!command.equals("zINSTREAM\0")) {
                say(socket, "UNKNOWN COMMAND");
                return;
            }
            var content = new StringBuilder();
            for (var length = in.readInt(); length > 0; length = in.readInt()) {
                content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            }
            scanned.add(content.toString());
            if (silent) {
                Thread.sleep(60_000);
            }
            var fixed = answer;
            say(
                    socket,
                    fixed != null
                            ? fixed
                            : content.indexOf(MARK) < 0 ? "stream: OK" : "stream: Eicar-Test-Signature FOUND");
        } catch (IOException | InterruptedException over) {
            // whoever asked has gone
        }
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            // As long as somebody waits for a caller, the next one still gets through.
            accepting.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
