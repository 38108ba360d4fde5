package org.rumbo.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rumbo.shared.Sha256;

class MerkleTreeTests {
    private static final int MOST = 130;

    /** The leaves and roots that implementations of RFC 6962 have shared since Certificate Transparency began. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfCertificateTransparency() {
        assertThat(hex(MerkleTree.EMPTY)).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        var tree = new TreeInMemory();
        var edge = new RightEdge();
        assertThat(tree.root()).isEqualTo(MerkleTree.EMPTY);
        assertThat(edge.root()).isEqualTo(MerkleTree.EMPTY);
        for (var i = 0; i < LEAVES.size(); i++) {
            var leaf = MerkleTree.leaf(HexFormat.of().parseHex(LEAVES.get(i)));
            tree.append(leaf);
            edge.append(leaf);
            assertThat(hex(tree.root())).isEqualTo(ROOTS.get(i));
            assertThat(hex(edge.root())).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void pathsAreThoseOfCertificateTransparency() {
        var tree = new TreeInMemory();
        LEAVES.forEach(leaf -> tree.append(MerkleTree.leaf(HexFormat.of().parseHex(leaf))));
        assertThat(hex(MerkleTree.inclusion(0, 1, tree))).isEmpty();
        assertThat(hex(MerkleTree.inclusion(0, 8, tree)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(MerkleTree.inclusion(2, 3, tree))).containsExactly(ROOTS.get(1));
        assertThat(hex(MerkleTree.inclusion(1, 5, tree)))
                .containsExactly(
                        ROOTS.get(0),
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        assertThat(hex(MerkleTree.consistency(1, 1, tree))).isEmpty();
        assertThat(hex(MerkleTree.consistency(6, 8, tree)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        ROOTS.get(3));
        assertThat(hex(MerkleTree.consistency(2, 5, tree)))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    /** The leaves of the tests of Go's {@code sumdb/tlog}, with what that program makes of them. */
    @Test
    void agreesWithGo() {
        var tree = tree(100);
        assertThat(MerkleTree.root(1, tree)).hasToString("G7l9zCFjXUfiZj79/QoXRobZjdcBNS3SzQbotD/T0wU=");
        assertThat(MerkleTree.root(7, tree)).hasToString("WmH8K1T5z6cXdPJDIUPdQMbLKxGUf69lp9PaXLZRmcg=");
        assertThat(MerkleTree.root(13, tree)).hasToString("z5tMKkSnyqci1dVI7mT/kKEZsMMaysNETcWDAAo508o=");
        assertThat(MerkleTree.root(64, tree)).hasToString("8mHiNpLZeP2sP9lJ21SVlApDeuZxuabd6aphGNADZS8=");
        assertThat(tree.root()).hasToString("E/iJFcVg3JEaHaD7IJ2EoglxBR8pTr60KPs/wpOvJ0M=");
        assertThat(MerkleTree.inclusion(37, 100, tree))
                .map(Hash::toString)
                .containsExactly(
                        "s0iJOUVkKQwAxsx9UEPV48IZlITDAcEYKvNGdY3fEbQ=",
                        "OFkRC2Ia2bvMlPrsumkqr45ay32xXRqkGmqk4mmKIGk=",
                        "W+d7jKTb7oTFmtC8yxfVbHM3UNCm0beA3j2Olp3QMWI=",
                        "IFQ7jalskgBDvkqooacH36ByRDZ2D7pWPDROL9wwqIU=",
                        "nElKb1se8i1C8FCfRZNrilwF6OoGvvi0IyTxX9Usl9Y=",
                        "mltaKilXHK09gVVfNL8yVv2lYnlpHN7DT1fI9ISss/o=",
                        "Ww8HmgYW6QBAbUdlvADEdLQtGc3Ps/Qs678QKnwkB/w=");
        assertThat(MerkleTree.consistency(37, 100, tree))
                .map(Hash::toString)
                .startsWith(
                        "s0iJOUVkKQwAxsx9UEPV48IZlITDAcEYKvNGdY3fEbQ=",
                        "kAI2mHOU4t9fH4VMoQP22+YMp8FQ8JRBQSq7mpXSV4Q=",
                        "OFkRC2Ia2bvMlPrsumkqr45ay32xXRqkGmqk4mmKIGk=")
                .hasSize(8);
    }

    @Test
    void everyTreeOfUpToAHundredAndThirtyLeavesIsTheOneOfTheDefinition() {
        var tree = tree(MOST);
        var edge = new RightEdge();
        for (var size = 0; size <= MOST; size++) {
            var root = naive(0, size);
            assertThat(MerkleTree.root(size, tree)).isEqualTo(root);
            assertThat(edge.root()).isEqualTo(root);
            assertThat(new RightEdge(size, edge.parts()).root()).isEqualTo(root);
            assertThat(edge.size()).isEqualTo(size);
            edge.append(leaf(size));
        }
    }

    @Test
    void everyLeafOfEveryTreeIsProvenAndNothingElse() {
        var tree = tree(MOST);
        for (var size = 1; size <= MOST; size++) {
            var root = naive(0, size);
            for (var index = 0; index < size; index++) {
                var path = MerkleTree.inclusion(index, size, tree);
                assertThat(MerkleTree.includes(leaf(index), index, path, size, root))
                        .isTrue();
                assertThat(MerkleTree.includes(leaf(index + 1), index, path, size, root))
                        .isFalse();
                assertThat(MerkleTree.includes(leaf(index), index + 1, path, size, root))
                        .isFalse();
                assertThat(MerkleTree.includes(leaf(index), index - 1, path, size, root))
                        .isFalse();
                for (var wrong : spoilt(path)) {
                    assertThat(MerkleTree.includes(leaf(index), index, wrong, size, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyTreeGrewOutOfEveryEarlierOneAndNoOther() {
        var tree = tree(MOST);
        for (var size = 0; size <= MOST; size++) {
            var root = naive(0, size);
            for (var earlier = 0; earlier <= size; earlier++) {
                var proof = MerkleTree.consistency(earlier, size, tree);
                var before = naive(0, earlier);
                assertThat(MerkleTree.grewOutOf(earlier, before, size, root, proof))
                        .isTrue();
                assertThat(MerkleTree.grewOutOf(earlier, leaf(500), size, root, proof))
                        .isFalse();
                assertThat(MerkleTree.grewOutOf(earlier, before, size, leaf(500), proof))
                        .isEqualTo(earlier == 0 && size > 0);
                for (var wrong : spoilt(proof)) {
                    assertThat(MerkleTree.grewOutOf(earlier, before, size, root, wrong))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void hostileNumbersProveNothing() {
        var path = MerkleTree.inclusion(3, 8, tree(8));
        var root = naive(0, 8);
        assertThat(Stream.of(-1L, 8L, Long.MAX_VALUE, Long.MIN_VALUE)
                        .noneMatch(index -> MerkleTree.includes(leaf(3), index, path, 8, root)))
                .isTrue();
        assertThat(Stream.of(-8L, 0L, Long.MAX_VALUE, Long.MIN_VALUE)
                        .noneMatch(size -> MerkleTree.includes(leaf(3), 3, path, size, root)))
                .isTrue();
        assertThat(Stream.of(-8L, 9L, Long.MAX_VALUE, Long.MIN_VALUE)
                        .noneMatch(earlier -> MerkleTree.grewOutOf(earlier, root, 8, root, path)))
                .isTrue();
    }

    @Test
    void refusesWhatIsNoTree() {
        assertThatThrownBy(() -> MerkleTree.inclusion(8, 8, tree(8))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(9, 8, tree(8))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.root(9, tree(8))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RightEdge(3, List.of(leaf(1)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    /** A proof with one hash changed, left out, added or exchanged. */
    private static List<List<Hash>> spoilt(List<Hash> proof) {
        var all = new ArrayList<List<Hash>>();
        var longer = new ArrayList<>(proof);
        longer.add(leaf(7));
        all.add(longer);
        for (var i = 0; i < proof.size(); i++) {
            var changed = new ArrayList<>(proof);
            var bytes = changed.get(i).bytes();
            bytes[i] ^= 1;
            changed.set(i, Hash.of(bytes));
            all.add(changed);
        }
        if (!proof.isEmpty()) {
            all.add(proof.subList(1, proof.size()));
            all.add(proof.subList(0, proof.size() - 1));
        }
        return all;
    }

    private static TreeInMemory tree(int size) {
        var tree = new TreeInMemory();
        for (var i = 0; i < size; i++) {
            tree.append(leaf(i));
        }
        return tree;
    }

    private static Hash leaf(int i) {
        return MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8));
    }

    /** Section 2.1 as it stands there, with a bare hash. */
    private static Hash naive(int from, int to) {
        var size = to - from;
        if (size == 0) {
            return Hash.of(Sha256.digest().digest());
        }
        if (size == 1) {
            return sha256((byte) 0, ("leaf " + from).getBytes(StandardCharsets.UTF_8));
        }
        var k = 1;
        while (k * 2 < size) {
            k *= 2;
        }
        var both = Arrays.copyOf(naive(from, from + k).bytes(), 64);
        System.arraycopy(naive(from + k, to).bytes(), 0, both, 32, 32);
        return sha256((byte) 1, both);
    }

    private static Hash sha256(byte prefix, byte[] data) {
        var sha256 = Sha256.digest();
        sha256.update(prefix);
        sha256.update(data);
        return Hash.of(sha256.digest());
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(MerkleTreeTests::hex).toList();
    }
}
