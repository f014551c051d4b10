#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores `copydesk clean` on pages as plain text: all blocks of each page of
scrapinghub, tags gone, one a paragraph, against the article's text.

usage: bench/plain_text.py BUILD-DIR
Data: ${COPYDESK_SHARED:-../shared}/data/extraction/scrapinghub
"""
import glob
import gzip
import json
import os
import subprocess
import sys
import tempfile

SHARED = os.environ.get("COPYDESK_SHARED", "../shared")
DATA = SHARED + "/data/extraction/scrapinghub"
PROGRAM = sys.argv[1] + "/copydesk"


def records(command, folder):
    """The records that a command writes for the files of a folder, by name."""
    run = subprocess.run(
        [PROGRAM, command, "--format=jsonl"] + sorted(glob.glob(folder + "/*")),
        stdout=subprocess.PIPE, check=False)
    for line in run.stdout.splitlines():
        record = json.loads(line)
        path = record["doc"] if command == "explain" else record["source"]
        yield os.path.basename(path).split(".")[0], record


def write(folder, texts):
    os.makedirs(folder)
    for name, text in texts.items():
        with open(f"{folder}/{name}.txt", "w", encoding="utf-8") as out:
            out.write(text)


def score(what, folder):
    print(what, flush=True)
    subprocess.run(
        [sys.executable, SHARED + "/score/extraction.py", "--bench",
         "scrapinghub", "--data", DATA, "--texts", folder], check=True)


with tempfile.TemporaryDirectory() as work:
    os.makedirs(work + "/html")
    for path in glob.glob(DATA + "/html/*.gz"):
        with gzip.open(path) as page:
            name = os.path.basename(path)[:-3]
            with open(f"{work}/html/{name}", "wb") as out:
                out.write(page.read())
    whole = {}
    for name, record in records("explain", work + "/html"):
        if "hidden" not in record["reason"] and record["reason"] != "copy":
            whole.setdefault(name, []).append(record["text"])
    write(work + "/text", {n: "\n\n".join(b) + "\n" for n, b in whole.items()})
    write(work + "/clean",
          {n: r["text"] or "" for n, r in records("clean", work + "/text")})
    score("as it is", work + "/text")
    score("cleaned", work + "/clean")
