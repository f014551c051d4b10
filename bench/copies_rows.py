#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rows of equal words in pairs of copies that no span marks.

    bench/copies_rows.py COPYDESK FOLDER [MONTH]

FOLDER is financial-news-dataset/ReutersNews106521 in a clone of
duynht/financial-news-dataset on GitHub, whose folders are days; the stories of
MONTH (201205) are compared.  Of each pair that is edited, reworded or contains
a passage, rows of ROW words and more that both paragraphs have are sought by
brute force; a row is marked if spans cover most of it.  "(Reporting by Ann Webb;
Editing by Bob Holt)" is no part of a row: it is no passage.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROW = 15
MOST = 0.6  # of the bytes of a row
CREDIT = re.compile(rb"\(?(?:additional )?(?:reporting|writing|editing|compiled) by\b[^)]{0,200}\)?", re.I)
KINDS = ("edited", "reworded", "contains")


def words(text):
    text = CREDIT.sub(lambda found: b"|" * len(found.group()), text)
    return [(m.group().lower(), m.start(), m.end())
            for m in re.finditer(rb"[A-Za-z0-9\x80-\xff]+", text)]


def rows(a, b):
    """(first word, words) of each longest row of a that b has, from left to right."""
    places = collections.defaultdict(list)
    for j in range(len(b) - ROW + 1):
        places[tuple(word[0] for word in b[j:j + ROW])].append(j)
    i = 0
    while i + ROW <= len(a):
        best = 0
        for j in places.get(tuple(word[0] for word in a[i:i + ROW]), ()):
            n = ROW
            while i + n < len(a) and j + n < len(b) and a[i + n][0] == b[j + n][0]:
                n += 1
            best = max(best, n)
        if best:
            yield i, best
        i += best or 1


def unmarked(pair, texts):
    """Words in rows of the pair, and those of them that no span marks."""
    start = pair["a_span"][0]
    a = words(texts[pair["a"]][slice(*pair["a_span"])])
    b = words(texts[pair["b"]][slice(*pair["b_span"])])
    in_rows = lost = 0
    for i, n in rows(a, b):
        first, last = start + a[i][1], start + a[i + n - 1][2]
        marked = sum(max(0, min(last, span[1]) - max(first, span[0]))
                     for span in pair["spans"])
        in_rows += n
        lost += n if marked < MOST * (last - first) else 0
    return in_rows, lost


def main():
    copydesk, folder = sys.argv[1:3]
    month = sys.argv[3] if len(sys.argv) > 3 else "201205"
    texts = {path.name: path.read_bytes().decode("utf-8", "replace").encode()
             for day in sorted(pathlib.Path(folder).glob(month + "*"))
             for path in sorted(day.iterdir())}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for name, text in texts.items():
            file.write(json.dumps({"id": name, "text": text.decode()}) + "\n")
        file.flush()
        out = subprocess.run([copydesk, "copies", "--clean=no", file.name],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    pairs = [row for row in map(json.loads, out.splitlines()) if "spans" in row]
    kinds = collections.Counter(pair["kind"] for pair in pairs)
    counts = [unmarked(pair, texts) for pair in pairs if pair["kind"] in KINDS]
    print(f"{len(texts)} stories: " + ", ".join(f"{kind} {n}" for kind, n in kinds.most_common()))
    print(f"{len(counts)} pairs with {sum(row for row, _ in counts)} words in rows of {ROW} and more; not marked: "
          f"{sum(lost for _, lost in counts)} words in {sum(lost > 0 for _, lost in counts)} pairs")


if __name__ == "__main__":
    main()
