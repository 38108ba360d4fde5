package org.rumbo.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The public keys that whoever checks has from elsewhere, never from what is checked: one {@code vkey} in a line. Behind a
 * key that was retired may stand the sizes that it was valid for, {@code 0-1842}. Empty lines and lines with # are passed over.
 */
public final class KnownKeys {
    private static final Pattern RANGE = Pattern.compile("(0|[1-9][0-9]{0,15})-((?:0|[1-9][0-9]{0,15})?)");

    private record Key(NoteVerifier verifier, long from, long to) {}

    private final List<Key> keys;

    private KnownKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    public static KnownKeys of(NoteVerifier... verifiers) {
        return new KnownKeys(List.of(verifiers).stream()
                .map(verifier -> new Key(verifier, 0, Long.MAX_VALUE))
                .toList());
    }

    public static KnownKeys parse(String text) {
        var keys = new ArrayList<Key>();
        for (var line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(key(line));
            }
        }
        if (keys.isEmpty()) {
            throw new Refused(Fault.NOT_A_KEY, "");
        }
        return new KnownKeys(keys);
    }

    private static Key key(String line) {
        var words = line.split("\\s+");
        var verifier = NoteVerifier.parse(words[0]);
        if (words.length == 1) {
            return new Key(verifier, 0, Long.MAX_VALUE);
        }
        var range = RANGE.matcher(words[1]);
        if (words.length > 2 || !range.matches()) {
            throw new Refused(Fault.NOT_A_KEY, verifier.name());
        }
        var to = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        return new Key(verifier, Long.parseLong(range.group(1)), to);
    }

    /** The checkpoint in a note, if the log that it names signed it with a key that is known and was valid at its size. */
    Checkpoint open(String note) {
        var checkpoint = Checkpoint.parse(SignedNote.textOf(note));
        var valid = keys.stream()
                .filter(key -> key.from <= checkpoint.size() && checkpoint.size() <= key.to)
                .map(Key::verifier)
                .toList();
        var signers = SignedNote.open(note, valid).signers();
        if (signers.stream().noneMatch(signer -> signer.name().equals(checkpoint.origin()))) {
            throw new Refused(Fault.UNKNOWN_KEY, checkpoint.origin());
        }
        return checkpoint;
    }
}
