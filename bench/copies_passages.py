#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many passages that two paragraphs have word for word are told.

usage: copies_passages.py COPYDESK FOLDER [WORDS]

FOLDER holds texts, in folders or not: a clone of
dejanbatanjac/bbc-article-classify-bert on GitHub has 2,225 of the BBC.  Brute
force: all pairs of paragraphs that have WORDS words in a row in common (20;
words as Python's \\w+, in lower case), but of rows that stand in more than 30
paragraphs.  A pair is told if `copydesk copies` lists it, or has both in one
cluster.  If $PEERS is a virtual environment with datasketch, then its clusters
of the same paragraphs count, too.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

CROWD = 30


def lines(copydesk, command, path):
    out = subprocess.run([copydesk, command, "--format=jsonl", path], check=True,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return [json.loads(line) for line in out.decode().splitlines()]


def paragraphs(articles):
    """{(id, block): text}"""
    found = {}
    for article in articles:
        text = article["text"].encode()
        for number, block in enumerate(article["blocks"]):
            if block["keep"] and block["kind"] != "heading":
                start, end = block["span"]
                found[article["id"], number] = text[start:end].decode()
    return found


def brute_force(texts, size):
    """Pairs of paragraphs with so many words in a row in common."""
    places = collections.defaultdict(list)
    for key, text in texts.items():
        words = re.findall(r"\w+", text.lower())
        for row in {tuple(words[i:i + size]) for i in range(len(words) - size + 1)}:
            places[row].append(key)
    return {(a, b) for keys in places.values() if len(keys) <= CROWD
            for i, a in enumerate(keys) for b in keys[i + 1:]}


def peer_clusters(texts, jaccard):
    """Clusters of datasketch over the same paragraphs: {paragraph: cluster}"""
    keys = list(texts)
    with tempfile.TemporaryDirectory() as folder:
        load, pairs = pathlib.Path(folder, "load.jsonl"), pathlib.Path(folder, "pairs")
        load.write_text("".join(json.dumps({"id": i, "text": texts[key]}) + "\n"
                                for i, key in enumerate(keys)))
        subprocess.run([pathlib.Path(os.environ["PEERS"], "bin/python"),
                        pathlib.Path(__file__).with_name("copies_peers.py"),
                        "datasketch", load, pairs, str(jaccard)], check=True)
        lines = pairs.read_text().splitlines()
    members = [line.split()[1:] for line in lines if line.startswith("cluster ")]
    return {keys[int(i)]: number for number, cluster in enumerate(members) for i in cluster}


def together(clusters, a, b):
    return a in clusters and clusters[a] == clusters.get(b)


def bench_peer(texts, pairs):
    for jaccard in 0.8, 0.5:
        clusters = peer_clusters(texts, jaccard)
        told = sum(together(clusters, a, b) for a, b in pairs)
        print("datasketch, Jaccard %.1f: %.3f told" % (jaccard, told / max(1, len(pairs))))


def main():
    copydesk, folder = sys.argv[1:3]
    size = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for path in sorted(pathlib.Path(folder).rglob("*.txt")):
            file.write(json.dumps({"id": str(path.relative_to(folder)),
                                   "text": path.read_text("utf-8", "replace")}) + "\n")
        file.flush()
        texts = paragraphs(lines(copydesk, "clean", file.name))
        records = lines(copydesk, "copies", file.name)
    kinds, clusters = {}, {}
    for record in records:
        if "kind" in record:
            kinds[(record["a"], record["a_block"]), (record["b"], record["b_block"])] = record["kind"]
        else:
            clusters.update({(m["doc"], m["block"]): record["cluster"] for m in record["members"]})
    count = collections.Counter()
    pairs = brute_force(texts, size)
    for a, b in pairs:
        count[kinds.get((a, b)) or kinds.get((b, a)) or
              ("in a cluster" if together(clusters, a, b) else "not told")] += 1
    print("%d paragraphs, %d pairs with %d words in a row: %.3f told (%s)" % (
        len(texts), count.total(), size, 1 - count["not told"] / max(1, count.total()),
        ", ".join("%s %d" % pair for pair in count.most_common())))
    if "PEERS" in os.environ:
        bench_peer(texts, pairs)


main()
