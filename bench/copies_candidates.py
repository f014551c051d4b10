#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""copies_candidates.py: does the search of a corpus find the pairs that the
judgement calls copies when it is given the two texts?

The labelled pairs of news paragraphs (../shared/data/copies/dev.jsonl) become
one corpus of records, with N paragraphs of Reuters as noise.  COPYDESK names
the program, COPYDESK_SHARED the folder of data.
"""
import glob
import html
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("COPYDESK_SHARED", HERE + "/../../shared")
COPYDESK = os.environ.get("COPYDESK", HERE + "/../build/copydesk")
COPIES = {"same", "edited", "reworded", "contains"}


def reuters(least, known):
    for path in sorted(glob.glob(SHARED + "/data/copies/reuters21578/*.sgm")):
        with open(path, encoding="latin-1") as page:
            bodies = re.findall(r"<BODY>(.*?)</BODY>", page.read(), re.S)
        for body in bodies:
            for text in re.split(r"\n {3,}", html.unescape(body)):
                text = " ".join(text.replace("\x03", "").split())
                if len(text.split()) >= least and text not in known:
                    known.add(text)
                    yield text


def search(records, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for name, text in records:
            file.write(json.dumps({"id": name, "text": text}) + "\n")
        file.flush()
        done = subprocess.run([COPYDESK, "copies", "--clean=no", "--stats",
                               *options, file.name], capture_output=True,
                              text=True, check=True)
    stats = json.loads(done.stderr[done.stderr.index("{"):])
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [x for x in lines if "a" in x], stats


def main():
    with open(SHARED + "/data/copies/dev.jsonl", encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    label = {pair["id"]: pair["label"] for pair in pairs}
    told, _ = search([(p["id"], p["a"]["text"] + "\n\n" + p["b"]["text"])
                      for p in pairs], "--unit=paragraph")
    told = {x["a"] for x in told
            if x["a"] == x["b"] and x["kind"] != "template"}
    true = {name for name in told if label[name] in COPIES}
    known = {p[side]["text"] for p in pairs for side in "ab"}
    noise = list(reuters(15, known))
    print("noise\tfound of copies\tof true copies\tcandidates\tper unit")
    for n in map(int, sys.argv[1:] or [0, 12500, 25000, 50000]):
        records = [(p["id"] + side, p[side]["text"])
                   for p in pairs for side in "ab"]
        records += enumerate(noise[:n])
        found, stats = search(records, "--unit=record")
        found = {x["a"][:-1] for x in found
                 if isinstance(x["a"], str) and isinstance(x["b"], str) and
                 x["a"][:-1] == x["b"][:-1] and x["kind"] != "template"}
        print(f"{n}\t{len(found & told)}/{len(told)}\t"
              f"{len(found & true)}/{len(true)}\t{stats['candidates']}\t"
              f"{stats['candidates'] / stats['units']:.1f}")


main()
