#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Elapsed and CPU seconds with -j1 and -j2, in turn, and how much faster two are.

usage: two_threads.py COPYDESK [ROUNDS]

clean: all pages of WCXB-dev, unpacked, as JSONL.  copies: the synthetic load of
bench/copies_speed.sh, if it has been run.  claims: the texts of those pages.
Wants two processors with nothing else to do.
Data: ${COPYDESK_SHARED:-../shared}/data/extraction/wcxb
"""
import gzip
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

SHARED = os.environ.get("COPYDESK_SHARED", "../shared")
LOAD = pathlib.Path(os.environ.get("TMPDIR", "/tmp")) / "copies_speed.200000" / "load.jsonl"


def once(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    elapsed = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(name, command, rounds):
    runs = {1: [], 2: []}
    for _ in range(rounds):
        for threads in runs:
            runs[threads].append(once(command + ["-j%d" % threads]))
    middle = {j: [statistics.median(run[k] for run in runs[j]) for k in (0, 1)] for j in runs}
    print("%-7s -j1 %.2f s (%.2f CPU)  -j2 %.2f s (%.2f CPU)  %.2f times" %
          (name, *middle[1], *middle[2], middle[1][0] / middle[2][0]))


def main():
    copydesk = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as folder:
        pages = pathlib.Path(folder) / "pages"
        pages.mkdir()
        for packed in pathlib.Path(SHARED, "data/extraction/wcxb/dev/html").glob("*.gz"):
            (pages / packed.stem).write_bytes(gzip.decompress(packed.read_bytes()))
        texts = pathlib.Path(folder) / "texts.jsonl"
        subprocess.run([copydesk, "clean", "--format=jsonl", pages, "-o", texts],
                       stderr=subprocess.DEVNULL, check=False)
        compare("clean", [copydesk, "clean", "--format=jsonl", pages], rounds)
        if LOAD.exists():
            compare("copies", [copydesk, "copies", "--unit=record", "--clean=no", "--measure=jaccard",
                               "--threshold=0.8", LOAD], rounds)
        else:
            print("copies  skipped, no %s" % LOAD)
        compare("claims", [copydesk, "claims", "--format=jsonl", "--clean=no", texts], min(rounds, 3))


main()
