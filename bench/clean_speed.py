#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Speed of `copydesk clean` beside resiliparse and trafilatura, same pages, one run.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install resiliparse trafilatura
    /tmp/venv/bin/python bench/clean_speed.py build/copydesk [--every N] [--rounds N]

Pages: every N-th (6th) article page of ../shared/data/extraction/wcxb/dev (or of
$COPYDESK_SHARED).  Seconds are CPU time, user and system.  Copydesk's are those of the
whole program: start, reading files, cleaning, writing JSONL or text; the peers' only
those of their calls, warm, with pages in memory.  A peer that is not installed is
left out.  The best of the rounds counts, for all alike.
"""
import argparse
import gzip
import json
import os
import pathlib
import resource
import subprocess
import tempfile
import time


def pages(every):
    root = pathlib.Path(os.environ.get("COPYDESK_SHARED", "../shared"))
    dev = root / "data/extraction/wcxb/dev"
    names = []
    for truth in sorted((dev / "ground-truth").glob("*.json")):
        kind = json.loads(truth.read_text())["_internal"]["page_type"]["primary"]
        if kind == "article":
            names.append(truth.stem)
    return [(n, gzip.decompress((dev / "html" / f"{n}.html.gz").read_bytes()))
            for n in names[::every]]


def children():
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    return use.ru_utime + use.ru_stime


def copydesk(program, folder, options, rounds):
    best = None
    for _ in range(rounds):
        before = children()
        subprocess.run([program, "clean", *options, folder], check=True,
                       stdout=subprocess.DEVNULL)
        spent = children() - before
        best = spent if best is None else min(best, spent)
    return best


def peer(call, batch, rounds):
    best = None
    for _ in range(rounds):
        before = time.process_time()
        for page in batch:
            call(page)
        spent = time.process_time() - before
        best = spent if best is None else min(best, spent)
    return best


def peers():
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        from resiliparse.parse.html import HTMLTree
        yield ("resiliparse, main content", lambda page: extract_plain_text(
            HTMLTree.parse(bytes_to_str(page, detect_encoding(page))),
            main_content=True), 3)
    except ImportError:
        pass
    try:
        import trafilatura
        yield "trafilatura", trafilatura.extract, 1
        yield ("trafilatura, fast",
               lambda page: trafilatura.extract(page, fast=True), 1)
    except ImportError:
        pass


def main():
    args = argparse.ArgumentParser()
    args.add_argument("program")
    args.add_argument("--every", type=int, default=6)
    args.add_argument("--rounds", type=int, default=3)
    args = args.parse_args()
    batch = pages(args.every)
    size = sum(len(html) for _, html in batch) / 1e6
    print(f"{len(batch)} pages, {size:.1f} MB; load {os.getloadavg()[0]:.1f}")

    def show(name, seconds):
        print(f"{name:34} {seconds:7.3f} s {len(batch) / seconds:7.0f} pages/s "
              f"{size / seconds:7.1f} MB/s", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        for name, html in batch:
            (pathlib.Path(folder) / f"{name}.html").write_bytes(html)
        for options in (["--format=jsonl"], ["--format=text"],
                        ["--format=jsonl", "--tree=libxml2"]):
            show("copydesk clean " + " ".join(options),
                 copydesk(args.program, folder, options, args.rounds))
    for name, call, rounds in peers():
        show(name, peer(call, [html for _, html in batch],
                        min(rounds, args.rounds)))


if __name__ == "__main__":
    main()
