#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hostile pages: crashes, text that is lost, time and memory of `clean`.

    bench/hostile.py [COPYDESK]

The pages are made, and each is cleaned under limits, by scripts in
${COPYDESK_SHARED:-../shared}/score; a page may take .25 s a MB + .05 s of CPU
and 256 MB.  If $PEERS is a virtual environment with trafilatura, then it has
its turn at the HTML, too, and what it takes for an ordinary page, its start, is
not held against it.  Exit code 1 if Copydesk crashes, is killed, or is over a
limit.
"""
import json
import os
import subprocess
import sys
import tempfile

CPU_A_MB, CPU, MEMORY = 0.25, 0.05, 256
CONTROL = "k00_control.html"
TRAFILATURA = ("import sys, trafilatura\n"
               "page = open(sys.argv[1], 'rb').read()\n"
               "print(trafilatura.extract(page) or '')\n")


def score(shared, folder, kinds, command):
    """Rows of run_hostile.py, by file."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run([sys.executable, os.path.join(shared, "run_hostile.py"), folder, "--kinds", kinds,
                        "--json", out.name, "--", *command], check=True, stdout=subprocess.DEVNULL)
        return json.load(open(out.name))["rows"]


def report(name, rows, size, start=0):
    over = [r for r in rows if r["cpu"] - start > CPU_A_MB * size[r["file"]] / 1e6 + CPU or r["rss_mb"] > MEMORY]
    verdicts = {}
    for row in rows:
        verdicts[row["verdict"]] = verdicts.get(row["verdict"], 0) + 1
    slowest = max(rows, key=lambda r: r["cpu"])
    largest = max(rows, key=lambda r: r["rss_mb"])
    print(f"{name}: {len(rows)} pages:", ", ".join(f"{v} {n}" for v, n in sorted(verdicts.items())) +
          f"; over a limit {len(over)}; slowest {slowest['cpu']} s ({slowest['file']}), "
          f"largest {largest['rss_mb']} MB ({largest['file']})")
    for row in rows:
        if row in over or row["verdict"] != "ok":
            print(f"   {row['file']:28} {row['verdict']:5} {row['cpu']:6.2f} s {row['rss_mb']:5} MB "
                  f"{row['needles']:>6} {row['err'][:60]}")
    return over or any(v in verdicts for v in ("CRASH", "SLOW", "WALL", "OOM", "LEAK"))


def main():
    copydesk = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build/copydesk")
    shared = os.path.abspath(os.path.join(os.environ.get("COPYDESK_SHARED", "../shared"), "score"))
    if not os.path.isdir(shared):
        sys.exit("skipped: no folder " + shared)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, os.path.join(shared, "make_hostile.py"), folder], check=True,
                       stdout=subprocess.DEVNULL)
        size = {m["file"]: m["bytes"] for m in json.load(open(os.path.join(folder, "manifest.json")))}
        bad = report("copydesk", score(shared, folder, "html,txt",
                                       [copydesk, "clean", "--format=text", "{in}"]), size)
        if os.environ.get("PEERS"):
            rows = score(shared, folder, "html", [os.path.join(os.environ["PEERS"], "bin", "python"), "-c",
                                                  TRAFILATURA, "{in}"])
            report("trafilatura", rows, size, next(r["cpu"] for r in rows if r["file"] == CONTROL))
    sys.exit(1 if bad else 0)


main()
