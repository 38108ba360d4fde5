package org.rumbo.file;

/** Whoever keeps files tells which ones it needs; the others are removed after a day. */
public interface FileOwner {
    boolean needs(String sha256);
}
