package org.rumbo.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The hashes of the complete parts that a growing tree consists of, the largest first: all that is needed to append leaves
 * and to know the root. Each bit of the size is one part, so forty hashes are enough for a trillion leaves.
 */
public final class RightEdge {
    private final List<Hash> parts;
    private long size;

    /** The edge of a tree without leaves. */
    public RightEdge() {
        this.parts = new ArrayList<>();
    }

    /** An edge that was kept. */
    public RightEdge(long size, List<Hash> parts) {
        if (size < 0 || Long.bitCount(size) != parts.size()) {
            throw new IllegalArgumentException(parts.size() + " hashes are no edge of a tree of " + size);
        }
        this.size = size;
        this.parts = new ArrayList<>(parts);
    }

    public void append(Hash leaf) {
        var part = leaf;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            part = MerkleTree.node(parts.remove(parts.size() - 1), part);
        }
        parts.add(part);
        size++;
    }

    public Hash root() {
        if (parts.isEmpty()) {
            return MerkleTree.EMPTY;
        }
        var root = parts.get(parts.size() - 1);
        for (var i = parts.size() - 2; i >= 0; i--) {
            root = MerkleTree.node(parts.get(i), root);
        }
        return root;
    }

    public long size() {
        return size;
    }

    /** What is kept, to go on from here. */
    public List<Hash> parts() {
        return List.copyOf(parts);
    }
}
