#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Floods: CPU seconds, memory and groups of `copies` on paragraphs that are all
alike.

    bench/copies_floods.py build/copydesk [--count N]

50,000 paragraphs of 60 to 64 words, the same but for one word of its own each in
a random place (three seeds), and 50,000 that are equal; by shingles and judged.
Exit code 1 if one takes 5 CPU seconds or 512 MB, or if the largest group has
less than 99.8 % of them: by shingles, two own words far apart are a pair below
.8, and what connects them may be capped.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

CPU, MEMORY, SHARE = 5.0, 512, 0.998
MEASURES = {"shingles": ["--measure=jaccard"], "judged": []}


def paragraphs(count, seed):
    dice = random.Random(seed)
    words = ["word%d" % dice.randrange(4000) for _ in range(64)]
    for i in range(count):
        own = words[:60 + i % 5] if seed else list(words)
        if seed:
            own[dice.randrange(len(own))] = "own%d" % i
        yield {"id": i, "text": " ".join(own).capitalize() + "."}


def run(program, how, path):
    """CPU seconds, peak MB, sizes of the clusters"""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([program, "copies", "--unit=record", "--clean=no", "--format=jsonl", *how, path],
                                 stdout=out, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
        out.seek(0)
        sizes = [json.loads(line)["size"] for line in out if line.startswith(b'{"cluster"')]
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, sizes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=50_000)
    args = parser.parse_args()
    bad = 0
    for seed in (1, 2, 3, 0):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            for record in paragraphs(args.count, seed):
                print(json.dumps(record), file=file)
            file.flush()
            for name, how in MEASURES.items():
                cpu, peak, sizes = run(os.path.abspath(args.program), how, file.name)
                wrong = cpu >= CPU or peak >= MEMORY or max(sizes, default=0) < SHARE * args.count
                bad += wrong
                print(f"{'equal' if seed == 0 else 'seed %d' % seed:7} {name:9} {cpu:5.2f} s {peak:4.0f} MB"
                      f"  groups of {sizes[:5]}{'  WRONG' if wrong else ''}", flush=True)
    sys.exit(bad > 0)


main()
