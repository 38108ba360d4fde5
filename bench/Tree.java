import java.util.Arrays;
import org.rumbo.ledger.proof.Hash;
import org.rumbo.ledger.proof.MerkleTree;
import org.rumbo.ledger.proof.RightEdge;
import org.rumbo.ledger.proof.TreeInMemory;

/** Prints what the ledger's tree costs for a million events of 1,200 bytes: time and memory of sealing and of proving. */
public class Tree {
    private static final int EVENTS = 1_000_000;

    public static void main(String[] arguments) {
        for (var round = 1; round <= 2; round++) {
            System.out.println(round == 1 ? "first run (cold)" : "second run (warm)");
            var leaves = timed("leaf hashes", Tree::leaves);
            var edge = timed("root, right edge only", () -> edge(leaves));
            var before = used();
            var tree = timed("root, all parts in memory", () -> tree(leaves));
            System.out.printf("  %-32s %8.1f MB%n", "memory of all parts", (used() - before) / 1e6);
            timed("1,000 leaves more, and the root", () -> {
                for (var i = 0; i < 1_000; i++) {
                    edge.append(leaves[i]);
                }
                return edge.root();
            });
            timed("10,000 inclusion proofs", () -> {
                var hashes = 0;
                for (var i = 0; i < 10_000; i++) {
                    hashes += MerkleTree.inclusion(i * 97L, EVENTS, tree).size();
                }
                return hashes;
            });
            timed("1,000 consistency proofs", () -> {
                var hashes = 0;
                for (var i = 1; i <= 1_000; i++) {
                    hashes += MerkleTree.consistency(i * 997L, EVENTS, tree).size();
                }
                return hashes;
            });
            System.out.println("  root " + tree.root());
        }
    }

    private static Hash[] leaves() {
        var payload = new byte[1_200];
        var leaves = new Hash[EVENTS];
        for (var i = 0; i < EVENTS; i++) {
            Arrays.fill(payload, 0, 4, (byte) i);
            payload[5] = (byte) (i >> 8);
            payload[6] = (byte) (i >> 16);
            leaves[i] = MerkleTree.leaf(payload);
        }
        return leaves;
    }

    private static RightEdge edge(Hash[] leaves) {
        var edge = new RightEdge();
        for (var leaf : leaves) {
            edge.append(leaf);
        }
        edge.root();
        return edge;
    }

    private static TreeInMemory tree(Hash[] leaves) {
        var tree = new TreeInMemory();
        for (var leaf : leaves) {
            tree.append(leaf);
        }
        tree.root();
        return tree;
    }

    private static <T> T timed(String what, java.util.function.Supplier<T> work) {
        var start = System.nanoTime();
        var result = work.get();
        System.out.printf("  %-32s %8.0f ms%n", what, (System.nanoTime() - start) / 1e6);
        return result;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
