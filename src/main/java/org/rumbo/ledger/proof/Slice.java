package org.rumbo.ledger.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A part of a file, where it stands. */
record Slice(byte[] of, int from, int to) {
    static Slice all(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    int size() {
        return to - from;
    }

    byte[] bytes() {
        return Arrays.copyOfRange(of, from, to);
    }

    String text(String where) {
        return Encoding.text(bytes(), where);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(of, from, size());
    }

    boolean is(byte[] other) {
        return Arrays.equals(of, from, to, other, 0, other.length);
    }
}
