package org.rumbo.file;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks ClamAV's daemon: sends it the file in pieces, each after its length, and reads one line. */
public final class Clamd implements VirusScanner {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final int CHUNK = 32 * 1024;
    private static final int LONGEST_ANSWER = 1000;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final String host;
    private final int port;
    private final Duration patience;

    /**
     * @param patience how long one file may take altogether
     */
    public Clamd(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    /** Whether it names a host and a port. */
    public static boolean isAddress(String address) {
        var parts = ADDRESS.matcher(address);
        return parts.matches()
                && Integer.parseInt(parts.group(1)) >= 1
                && Integer.parseInt(parts.group(1)) <= HIGHEST_PORT;
    }

    static Clamd at(String address, Duration patience) {
        var colon = address.lastIndexOf(':');
        if (!isAddress(address)) {
            throw new IllegalArgumentException("rumbo.files.clamd: name host and port, such as clamd.example.org:3310");
        }
        return new Clamd(
                address.substring(0, colon).replaceAll("^\\[|]$", ""),
                Integer.parseInt(address.substring(colon + 1)),
                patience);
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public @Nullable String scan(InputStream content) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(new InetSocketAddress(host, port), (int) TO_CONNECT.toMillis());
            // A peer that takes nothing more would hold the writer for ever; nothing but closing wakes it.
            var end = CompletableFuture.runAsync(
                    () -> close(socket), CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
            try {
                send(content, socket);
                return verdict(answer(socket.getInputStream()));
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void send(InputStream content, Socket socket) throws IOException {
        var out = new DataOutputStream(socket.getOutputStream());
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var chunk = new byte[CHUNK];
        for (var read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            if (read > 0) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        var answer = new StringBuilder();
        for (var sign = in.read(); sign > 0; sign = in.read()) {
            answer.append((char) sign);
            if (answer.length() > LONGEST_ANSWER) {
                throw new IOException("The virus scanner does not come to an end");
            }
        }
        return answer.toString().strip();
    }

    /** Anything but the two sentences that it has for a file is no verdict. */
    private static @Nullable String verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return null;
        }
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            var signature = found.group(1).replaceAll("[^A-Za-z0-9._-]", "_");
            return signature.substring(0, Math.min(100, signature.length()));
        }
        throw new IOException("The virus scanner gave no verdict: " + answer.replaceAll("[^ -~]", "?"));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closing) {
            // Nothing is left to be closed.
        }
    }
}
