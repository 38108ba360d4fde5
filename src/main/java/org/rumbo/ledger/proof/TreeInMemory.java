package org.rumbo.ledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A tree with every hash of its complete parts at hand: 64 bytes for each leaf. */
public final class TreeInMemory implements MerkleTree.Parts {
    private final List<Level> levels = new ArrayList<>();

    private static final class Level {
        private byte[] hashes = new byte[Hash.SIZE * 16];
        private int count;

        void add(Hash hash) {
            var at = count * Hash.SIZE;
            if (at == hashes.length) {
                hashes = Arrays.copyOf(hashes, hashes.length * 2);
            }
            System.arraycopy(hash.bytes(), 0, hashes, at, Hash.SIZE);
            count++;
        }

        Hash at(long index) {
            if (index < 0 || index >= count) {
                throw new IllegalArgumentException("The tree has no such part");
            }
            var at = (int) index * Hash.SIZE;
            return Hash.of(Arrays.copyOfRange(hashes, at, at + Hash.SIZE));
        }
    }

    public void append(Hash leaf) {
        var part = leaf;
        for (var level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new Level());
            }
            var hashes = levels.get(level);
            hashes.add(part);
            if (hashes.count % 2 == 1) {
                return;
            }
            part = MerkleTree.node(hashes.at(hashes.count - 2), part);
        }
    }

    public long size() {
        return levels.isEmpty() ? 0 : levels.get(0).count;
    }

    public Hash root() {
        return MerkleTree.root(size(), this);
    }

    @Override
    public Hash at(int level, long index) {
        return levels.get(level).at(index);
    }
}
