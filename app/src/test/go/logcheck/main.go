// Checks a log of this register with Go's own packages for checksum databases, as they come with Debian
// (golang-golang-x-mod-dev). It shares no line with the register.
//
//	logcheck ADDRESS LOG-KEY OLD-CHECKPOINT WITNESS-KEY
//
// reads ADDRESS/checkpoint, every tile and every entry; an empty WITNESS-KEY asks for no cosignature.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if err := check(os.Args[1], os.Args[2], os.Args[3], os.Args[4]); err != nil {
		fmt.Println("WRONG:", err)
		os.Exit(1)
	}
}

func check(address, key, oldFile, witness string) error {
	log := tiles{address}
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	newest, err := log.get("checkpoint")
	if err != nil {
		return err
	}
	tree, err := open(newest, verifier)
	if err != nil {
		return fmt.Errorf("the newest checkpoint: %w", err)
	}
	oldNote, err := os.ReadFile(oldFile)
	if err != nil {
		return err
	}
	old, err := open(oldNote, verifier)
	if err != nil {
		return fmt.Errorf("the old checkpoint: %w", err)
	}
	reader := tlog.TileHashReader(tree, log)
	for n := int64(0); n < tree.N; n++ {
		entry, err := log.entry(n, tree.N)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveRecord(tree.N, n, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, tlog.RecordHash(entry)); err != nil {
			return fmt.Errorf("leaf %d: %w", n, err)
		}
	}
	proof, err := tlog.ProveTree(tree.N, old.N, reader)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
		return fmt.Errorf("from %d to %d: %w", old.N, tree.N, err)
	}
	fmt.Printf("%d leaves are in the tree; it grew out of %d\n", tree.N, old.N)
	if witness != "" {
		at, err := cosigned(newest, witness)
		if err != nil {
			return err
		}
		fmt.Println("cosigned at", at)
	}
	return nil
}

// open checks the log's signature; those of others are none of note's affair.
func open(bytes []byte, log note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(bytes, note.VerifierList(log))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != log.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of %s: %q", log.Name(), opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// tiles reads a log under an address as C2SP tlog-tiles has it; the package's own paths name the height too.
type tiles struct{ address string }

func (t tiles) Height() int { return height }

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		data, err := t.get("tile/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height)))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

var kept = map[string][]byte{}

func (t tiles) get(path string) ([]byte, error) {
	if data, ok := kept[path]; ok {
		return data, nil
	}
	answer, err := http.Get(t.address + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	kind := "application/octet-stream"
	if path == "checkpoint" {
		kind = "text/plain; charset=utf-8"
	}
	if answer.StatusCode != 200 || !strings.EqualFold(strings.ReplaceAll(answer.Header.Get("Content-Type"), " ", ""), strings.ReplaceAll(kind, " ", "")) {
		return nil, fmt.Errorf("%s: %s, %s", path, answer.Status, answer.Header.Get("Content-Type"))
	}
	kept[path] = data
	return data, nil
}

// entry reads an entry out of its bundle: each stands behind its length in two bytes.
func (t tiles) entry(n, size int64) ([]byte, error) {
	tile := tlog.Tile{H: height, L: 0, N: n / 256, W: 256}
	if size-tile.N*256 < 256 {
		tile.W = int(size - tile.N*256)
	}
	bundle, err := t.get("tile/entries/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/0/", height)))
	if err != nil {
		return nil, err
	}
	for i := int64(0); ; i++ {
		if len(bundle) < 2 {
			return nil, fmt.Errorf("the bundle of entry %d ends early", n)
		}
		length := int(binary.BigEndian.Uint16(bundle))
		if len(bundle) < 2+length {
			return nil, fmt.Errorf("the bundle of entry %d is cut", n)
		}
		if i == n%256 {
			return bundle[2 : 2+length], nil
		}
		bundle = bundle[2+length:]
	}
}

// cosigned checks a cosignature (C2SP tlog-cosignature, version 1) with nothing but Ed25519.
func cosigned(checkpoint []byte, key string) (uint64, error) {
	parts := strings.SplitN(key, "+", 3)
	public, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(public) != 33 || public[0] != 4 {
		return 0, fmt.Errorf("not the key of a witness: %s", key)
	}
	number := sha256.Sum256(append([]byte(parts[0]+"\n"), public...))
	if fmt.Sprintf("%x", number[:4]) != parts[1] {
		return 0, fmt.Errorf("the key's number is not its own: %s", key)
	}
	end := bytes.LastIndex(checkpoint, []byte("\n\n"))
	text := checkpoint[:end+1]
	for _, line := range strings.Split(string(checkpoint[end+2:]), "\n") {
		if !strings.HasPrefix(line, "— "+parts[0]+" ") {
			continue
		}
		raw, err := base64.StdEncoding.DecodeString(line[len("— "+parts[0]+" "):])
		if err != nil || len(raw) != 76 || !bytes.Equal(raw[:4], number[:4]) {
			continue
		}
		at := binary.BigEndian.Uint64(raw[4:12])
		message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", at, text)
		if !ed25519.Verify(public[1:], []byte(message), raw[12:]) {
			return 0, fmt.Errorf("the cosignature of %s is false", parts[0])
		}
		return at, nil
	}
	return 0, fmt.Errorf("%s has not cosigned", parts[0])
}
