package org.rumbo.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as it is told: refuses, hangs up or says nothing at all. */
public final class ScriptedMailServer implements AutoCloseable {
    private final ServerSocket door;
    private final UnaryOperator<@Nullable String> script;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /**
     * @param script what it answers to a line; null where it answers as any server would, an empty text where it says nothing
     */
    public ScriptedMailServer(UnaryOperator<@Nullable String> script) {
        this.script = script;
        try {
            door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var host = new Thread(this::receive, "scripted-mail-server");
        host.setDaemon(true);
        host.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Every line that a sender said, but for the mails themselves. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    private void receive() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                talk(caller);
            } catch (IOException gone) {
                // The next one may come.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 scripted");
        String line;
        while ((line = in.readLine()) != null) {
            heard.add(line);
            var answer = script.apply(line);
            var usual = answer == null ? usual(line) : answer;
            if (!usual.isEmpty()) {
                say(caller, usual);
            }
            if (usual.startsWith("354")) {
                while ((line = in.readLine()) != null && !line.equals(".")) {
                    // the mail itself
                }
                heard.add(".");
                var after = script.apply(".");
                say(caller, after == null ? "250 taken" : after);
            }
        }
    }

    private static String usual(String line) {
        return line.startsWith("DATA") ? "354 go on" : line.startsWith("QUIT") ? "221 bye" : "250 yes";
    }

    private static void say(Socket caller, String line) throws IOException {
        if (!line.isEmpty()) {
            caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            caller.getOutputStream().flush();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
