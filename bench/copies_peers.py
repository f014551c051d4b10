#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""copies_peers.py TOOL LOAD.jsonl PAIRS.txt [JACCARD]: near-duplicate pairs by a
peer.

TOOL is datasketch, rensa or gaoya; word-5 shingles, 128 permutations, Jaccard
.8 (another one only for datasketch).  The whole job: JSONL in, pairs and
clusters out, as copydesk does it, but texts are only lower-cased (no Unicode
normalisation) and pairs are what the tool itself estimates to be so much alike.
"""
import json
import re
import sys

WORD = re.compile(r"[^\W_]+")
THRESHOLD = float(sys.argv[4]) if len(sys.argv) > 4 else 0.8
PERMUTATIONS, SIZE = 128, 5


def read(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["id"], record["text"]


def shingles(text):
    words = WORD.findall(text.lower())
    last = max(1, len(words) - SIZE + 1)
    return {" ".join(words[i:i + SIZE]) for i in range(last)}


def datasketch(path):
    from datasketch import MinHash, MinHashLSH
    lsh = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for name, text in read(path):
        minhash = MinHash(num_perm=PERMUTATIONS)
        minhash.update_batch([s.encode() for s in shingles(text)])
        for other in lsh.query(minhash):
            if KEPT[other].jaccard(minhash) >= THRESHOLD:
                yield other, name
        KEPT[name] = minhash
        lsh.insert(name, minhash, check_duplication=False)


KEPT = {}


def rensa(path):
    from rensa import RMinHash, RMinHashLSH
    lsh = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS,
                      num_bands=16)
    names, sets, hashes = [], [], []

    def flush():
        hashes.extend(RMinHash.from_token_sets(sets, PERMUTATIONS, 42))
        sets.clear()
    for name, text in read(path):
        names.append(name)
        sets.append(list(shingles(text)))
        if len(sets) == 10000:
            flush()
    flush()
    lsh.insert_many(hashes, 0)
    for i, minhash in enumerate(hashes):
        for j in lsh.query(minhash):
            if j < i and minhash.jaccard(hashes[j]) >= THRESHOLD:
                yield names[j], names[i]


def gaoya(path):
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(hash_size=32, jaccard_threshold=THRESHOLD,
                               num_bands=9, band_size=13, num_hashes=None,
                               analyzer="word", lowercase=True,
                               ngram_range=(SIZE, SIZE))
    names = []
    for i, (name, text) in enumerate(read(path)):
        for j in index.query(text):
            yield names[j], name
        index.insert_document(i, text)
        names.append(name)


def find(parent, x):
    while parent.setdefault(x, x) != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x


def main():
    tools = {"datasketch": datasketch, "rensa": rensa, "gaoya": gaoya}
    parent = {}
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        for a, b in tools[sys.argv[1]](sys.argv[2]):
            out.write(f"{a} {b}\n")
            parent[find(parent, a)] = find(parent, b)
        clusters = {}
        for x in list(parent):
            clusters.setdefault(find(parent, x), []).append(x)
        for members in clusters.values():
            out.write("cluster " + " ".join(map(str, members)) + "\n")


main()
