// Checks a Rumbo bundle with nothing of Rumbo: go run verify.go bundle.zip 'vkey'
package main

import (
	"archive/zip"
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proofs struct {
	Checkpoint, Old string
	Consistency     []string
	Entries         []struct {
		Index            int64
		Leaf, Hash, Item string
		Path             []string
		Open             map[string]struct{ Salt, Value, Erased string }
	}
}

type event struct {
	Event, Log, Item, Action string
	Opens                    map[string]string
	Detail                   map[string]any
}

func must(err error) {
	if err != nil {
		fmt.Println("NOT VALID:", err)
		os.Exit(1)
	}
}

func decode(text string) []byte {
	data, err := base64.StdEncoding.Strict().DecodeString(text)
	must(err)
	return data
}

func hashes(texts []string) (all []tlog.Hash) {
	for _, text := range texts {
		hash, err := tlog.ParseHash(text)
		must(err)
		all = append(all, hash)
	}
	return
}

// head checks the signature of a note and reads its three lines.
func head(text string, keys note.Verifiers) (origin string, size int64, root tlog.Hash) {
	signed, err := note.Open([]byte(text), keys)
	must(err)
	var hash string
	_, err = fmt.Sscanf(signed.Text, "%s\n%d\n%s\n", &origin, &size, &hash)
	must(err)
	return origin, size, hashes([]string{hash})[0]
}

func main() {
	verifier, err := note.NewVerifier(os.Args[2])
	must(err)
	archive, err := zip.OpenReader(os.Args[1])
	must(err)
	parts := map[string][]byte{}
	for _, file := range archive.File {
		content, err := file.Open()
		must(err)
		parts[file.Name], err = io.ReadAll(content)
		must(err)
	}
	var all proofs
	must(json.Unmarshal(parts["proofs.json"], &all))
	keys := note.VerifierList(verifier)
	origin, size, root := head(all.Checkpoint, keys)
	if origin != verifier.Name() || string(parts["checkpoint"]) != all.Checkpoint || string(parts["previous-checkpoint"]) != all.Old {
		must(fmt.Errorf("checkpoint of another log"))
	}
	if all.Old != "" {
		_, oldSize, oldRoot := head(all.Old, keys)
		must(tlog.CheckTree(hashes(all.Consistency), size, root, oldSize, oldRoot))
	}
	var lines bytes.Buffer
	logs, takenOver := map[string]bool{}, map[string]string{}
	for _, entry := range all.Entries {
		if entry.Leaf == "" { // withheld: its hash alone
			must(tlog.CheckRecord(hashes(entry.Path), size, root, entry.Index, hashes([]string{entry.Hash})[0]))
			continue
		}
		leaf := decode(entry.Leaf)
		must(tlog.CheckRecord(hashes(entry.Path), size, root, entry.Index, tlog.RecordHash(leaf)))
		lines.Write(append(leaf, '\n'))
		var sealed event
		must(json.Unmarshal(leaf, &sealed))
		subject := sealed.Item
		if subject == "" {
			subject = sealed.Event
		}
		for field, open := range entry.Open {
			mac := hmac.New(sha256.New, decode(open.Salt))
			fmt.Fprintf(mac, "v1\x00%s\x00%s\x00%s", field, subject, open.Value)
			if open.Erased == "" && !hmac.Equal(mac.Sum(nil), decode(sealed.Opens[field])) {
				must(fmt.Errorf("leaf %d: another text in %s", entry.Index, field))
			}
		}
		if before, ok := sealed.Detail["before"].(string); ok && sealed.Action == "log.origin" && sealed.Detail["origin"] == sealed.Log {
			takenOver[sealed.Log] = before // a tree that took over from another says so in its first leaf
		}
		if sealed.Log != origin && len(takenOver) == 0 {
			must(fmt.Errorf("leaf %d of another log", entry.Index))
		}
		logs[sealed.Log] = true
		fmt.Println(entry.Index, sealed.Action)
	}
	for own, steps := origin, 0; own != "" && steps <= len(takenOver); own, steps = takenOver[own], steps+1 {
		delete(logs, own)
	}
	if len(logs) > 0 {
		must(fmt.Errorf("events of another log"))
	}
	if !bytes.Equal(lines.Bytes(), parts["events.jsonl"]) {
		must(fmt.Errorf("events.jsonl is not what was proven"))
	}
	fmt.Println("VALID:", origin, size, root)
}
