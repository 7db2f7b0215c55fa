// The peer of bar 12: what bench/log.cpp does with the tree in memory, by Go's own tlog.
//
//	bench_tlog SIZE        prints the same lines, of the same entries and proofs
package main

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	batch      = 4096
	earlySizes = 1100
	rootEvery  = 99991
	proofs     = 100000
	atOnce     = 1000
)

// SplitMix64, as the other side rolls.
type dice struct{ state uint64 }

func (d *dice) roll(sides int64) int64 {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return int64((z ^ (z >> 31)) % uint64(sides))
}

func commitment(number int64) tlog.Hash {
	var bytes [8]byte
	binary.BigEndian.PutUint64(bytes[:], uint64(number))
	return sha256.Sum256(bytes[:])
}

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

// Every hash there is, in the order that tlog asks for.
type tree struct{ hashes []tlog.Hash }

func (t *tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	read := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		read[i] = t.hashes[index]
	}
	return read, nil
}

func (t *tree) add(number int64, entry []byte) {
	t.hashes = append(t.hashes, must(tlog.StoredHashes(number, entry, t))...)
}

func (t *tree) root(size int64) tlog.Hash { return must(tlog.TreeHash(size, t)) }

func (t *tree) grow(size int64) {
	appending := 0.0
	for first := int64(0); first < size; first += batch {
		var entries []tlog.Hash
		for number := first; number < size && number < first+batch; number++ {
			entries = append(entries, commitment(number))
		}
		begun := processor()
		for i := range entries {
			t.add(first+int64(i), entries[i][:])
		}
		last := first + int64(len(entries))
		t.root(last)
		appending += processor() - begun
		for at := first + 1; at <= last; at++ {
			if at <= earlySizes || at%rootEvery == 0 || at == size {
				root := t.root(at)
				fmt.Printf("root %d %x\n", at, root[:])
			}
		}
	}
	fmt.Printf("append %.2f\n", float64(size)/appending)
}

// The program's own time, in seconds.
func processor() float64 {
	var usage syscall.Rusage
	must(0, syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()).Seconds()
}

// prove makes proofs in groups, verifies each and goes on with their digest; microseconds for one.
func prove(digest *tlog.Hash, next func() int64, build func(int64) []tlog.Hash, verify func(int64, []tlog.Hash) error) float64 {
	taken := 0.0
	for done := 0; done < proofs; done += atOnce {
		var asked [atOnce]int64
		var made [atOnce][]tlog.Hash
		for i := range asked {
			asked[i] = next()
		}
		begun := processor()
		for i, number := range asked {
			made[i] = build(number)
		}
		taken += processor() - begun
		for i, number := range asked {
			must(0, verify(number, made[i]))
			for _, hash := range made[i] {
				*digest = tlog.NodeHash(*digest, hash)
			}
		}
	}
	return taken / proofs * 1e6
}

func main() {
	size := must(strconv.ParseInt(os.Args[1], 10, 64))
	log := &tree{}
	log.grow(size)
	head := log.root(size)
	var digest tlog.Hash
	d := dice{12}
	fmt.Printf("inclusion %.2f\n", prove(&digest,
		func() int64 { return d.roll(size) },
		func(index int64) []tlog.Hash { return must(tlog.ProveRecord(size, index, log)) },
		func(index int64, proof []tlog.Hash) error {
			entry := commitment(index)
			return tlog.CheckRecord(proof, size, head, index, tlog.RecordHash(entry[:]))
		}))
	d = dice{13}
	fmt.Printf("consistency %.2f\n", prove(&digest,
		func() int64 { return 1 + d.roll(size) },
		func(first int64) []tlog.Hash { return must(tlog.ProveTree(size, first, log)) },
		func(first int64, proof []tlog.Hash) error {
			return tlog.CheckTree(proof, size, head, first, log.root(first))
		}))
	fmt.Printf("proofs %x\n", digest[:])
}
