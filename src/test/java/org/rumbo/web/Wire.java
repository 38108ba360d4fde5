package org.rumbo.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Bytes sent as they are: what no well-behaved client would send. */
final class Wire {
    private static final int PATIENCE = 20_000;

    private Wire() {}

    record Answer(int status, Map<String, List<String>> headers, String body) {
        List<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }
    }

    static Answer send(int port, String head, byte[] body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (SocketException refusedMeanwhile) {
                // the answer was given before everything was taken
            }
            return read(socket);
        }
    }

    static Answer send(int port, String head) throws IOException {
        return send(port, head, new byte[0]);
    }

    static Answer read(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            for (var read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                bytes.write(buffer, 0, read);
            }
        } catch (SocketException cut) {
            // what came before is the answer
        }
        return parsed(bytes.toString(StandardCharsets.UTF_8));
    }

    private static Answer parsed(String text) {
        var parts = text.split("\r\n\r\n", 2);
        var lines = parts[0].split("\r\n");
        var headers = new TreeMap<String, List<String>>();
        for (var i = 1; i < lines.length; i++) {
            var pair = lines[i].split(":", 2);
            headers.computeIfAbsent(pair[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(pair[1].strip());
        }
        return new Answer(
                lines[0].length() < 12 ? 0 : Integer.parseInt(lines[0].substring(9, 12)),
                headers,
                parts.length > 1 ? parts[1] : "");
    }
}
