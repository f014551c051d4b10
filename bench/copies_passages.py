#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many passages that two paragraphs have word for word are told.

usage: copies_passages.py COPYDESK FOLDER [WORDS]

FOLDER holds texts, in folders or not: a clone of
dejanbatanjac/bbc-article-classify-bert on GitHub has 2,225 of the BBC.  Brute
force: all pairs of paragraphs that have WORDS words in a row in common (20;
words as Python's \\w+, in lower case), but of rows that stand in more than 30
paragraphs.  A pair is told if `copydesk copies` lists it, or has both in one
cluster.
"""
import collections
import json
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
    for a, b in brute_force(texts, size):
        together = a in clusters and clusters[a] == clusters.get(b)
        count[kinds.get((a, b)) or kinds.get((b, a)) or ("in a cluster" if together else "not told")] += 1
    print("%d paragraphs, %d pairs with %d words in a row: %.3f told (%s)" % (
        len(texts), count.total(), size, 1 - count["not told"] / max(1, count.total()),
        ", ".join("%s %d" % pair for pair in count.most_common())))


main()
