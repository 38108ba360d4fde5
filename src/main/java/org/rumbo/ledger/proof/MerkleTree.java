package org.rumbo.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import org.rumbo.shared.Sha256;

/**
 * The tree of RFC 6962, section 2.1: how leaves become one root, the paths that prove that a leaf is in a tree and that a
 * tree grew out of an earlier one, and how both are checked.
 */
public final class MerkleTree {
    /** The root of a tree without leaves. */
    public static final Hash EMPTY = Hash.of(Sha256.digest().digest());

    /** Knows the hashes of a tree's complete parts. */
    @FunctionalInterface
    public interface Parts {
        /**
         * The hash over the {@code 2^level} leaves from {@code index * 2^level} on; asked only for parts that are complete.
         */
        Hash at(int level, long index);
    }

    private MerkleTree() {}

    public static Hash leaf(byte[] data) {
        var sha256 = Sha256.digest();
        sha256.update((byte) 0);
        return Hash.of(sha256.digest(data));
    }

    public static Hash node(Hash left, Hash right) {
        var sha256 = Sha256.digest();
        sha256.update((byte) 1);
        sha256.update(left.bytes());
        return Hash.of(sha256.digest(right.bytes()));
    }

    public static Hash root(long size, Parts parts) {
        return size == 0 ? EMPTY : range(0, size, parts);
    }

    /** The hashes beside the way from a leaf to the root, the leaf's neighbour first (section 2.1.1). */
    public static List<Hash> inclusion(long index, long size, Parts parts) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        var path = new ArrayList<Hash>();
        inclusion(index, 0, size, parts, path);
        return path;
    }

    private static void inclusion(long index, long from, long to, Parts parts, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        var middle = from + split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, parts, path);
            path.add(range(middle, to, parts));
        } else {
            inclusion(index, middle, to, parts, path);
            path.add(range(from, middle, parts));
        }
    }

    /** The hashes that lead from an earlier root to the later one (section 2.1.2); none from an empty tree. */
    public static List<Hash> consistency(long earlier, long size, Parts parts) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("A tree of " + size + " was never one of " + earlier);
        }
        var proof = new ArrayList<Hash>();
        if (earlier > 0) {
            consistency(earlier, 0, size, true, parts, proof);
        }
        return proof;
    }

    private static void consistency(long earlier, long from, long to, boolean known, Parts parts, List<Hash> proof) {
        if (earlier == to) {
            if (!known) {
                proof.add(range(from, to, parts));
            }
            return;
        }
        var middle = from + split(to - from);
        if (earlier <= middle) {
            consistency(earlier, from, middle, known, parts, proof);
            proof.add(range(middle, to, parts));
        } else {
            consistency(earlier, middle, to, false, parts, proof);
            proof.add(range(from, middle, parts));
        }
    }

    /** Whether the path leads from the leaf to the root (RFC 9162, section 2.1.3.2, the same tree). */
    public static boolean includes(Hash leaf, long index, List<Hash> path, long size, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var at = index;
        var last = size - 1;
        var hash = leaf;
        for (var beside : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(beside, hash);
                // a left edge without right neighbours stands on several levels at once
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the later tree begins with all leaves of the earlier one (RFC 9162, section 2.1.4.2, the same tree). */
    public static boolean grewOutOf(long earlier, Hash earlierRoot, long size, Hash root, List<Hash> proof) {
        if (earlier < 0 || earlier > size) {
            return false;
        }
        if (earlier == 0) {
            return proof.isEmpty() && earlierRoot.equals(EMPTY) && (size > 0 || root.equals(EMPTY));
        }
        if (earlier == size) {
            return proof.isEmpty() && earlierRoot.equals(root);
        }
        var at = earlier - 1;
        var last = size - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        var hashes = proof.iterator();
        if (!hashes.hasNext()) {
            return false;
        }
        // a complete earlier tree is itself the first hash
        var old = at == 0 ? earlierRoot : hashes.next();
        var now = old;
        while (hashes.hasNext()) {
            if (last == 0) {
                return false;
            }
            var beside = hashes.next();
            if ((at & 1) == 1 || at == last) {
                old = node(beside, old);
                now = node(beside, now);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                now = node(now, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(earlierRoot) && now.equals(root);
    }

    private static Hash range(long from, long to, Parts parts) {
        var size = to - from;
        if (Long.bitCount(size) == 1) {
            var level = Long.numberOfTrailingZeros(size);
            return parts.at(level, from >> level);
        }
        var middle = from + split(size);
        return node(range(from, middle, parts), range(middle, to, parts));
    }

    /** The largest power of two below a size of two or more. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
