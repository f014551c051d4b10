#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Floods: CPU seconds and memory of `claims` on texts made of one pattern.

    bench/claims_floods.py build/copydesk [--size BYTES]

Each pattern is repeated to 10 MB and given as one plain text.  A document with
more claims than the limit must be rejected, with a line that says so; exit code
1 if one is lost without a word or takes more than 5 CPU seconds or 128 MB.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

PATTERNS = {
    "1,1,1": "1,", "111,111": "111,", "million": "one million ", "from 5 to": "from 5 to ", "$5 to": "$5 to ",
    "half a": "half a ", "sub-5": "sub-5 ", "5 and": "5 and ", "1/2/": "1/2/", "digits": "1234567890",
    "dashes": "- - - ", "percent signs": "%%%", "5 percent": "5 percent ", "$": "$", "brackets": "((((",
    "at $1": "at $1 ", "rows": "a | 5 kg | b\n", "5% at $3": "5% at $3 ",
}
CPU, MEMORY = 5.0, 128 << 20


def run(program, path):
    """CPU seconds, peak bytes, exit code, claims, complaint"""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen([program, "claims", "--format", "jsonl", path], stdout=out, stderr=err)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        claims = sum(block.count(b"\n") for block in iter(lambda: out.read(1 << 20), b""))
        lines = err.read().decode(errors="replace").strip().splitlines()
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10, child.returncode, claims, lines[0][:90] if lines else ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--size", type=int, default=10_000_000)
    args = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, pattern in PATTERNS.items():
            path = pathlib.Path(folder) / "flood.txt"
            path.write_text((pattern * (args.size // len(pattern) + 1))[:args.size])
            cpu, peak, code, claims, said = run(os.path.abspath(args.program), path)
            wrong = cpu > CPU or peak > MEMORY or (code != 0 and not said)
            bad += wrong
            print(f"{name:14} {cpu:6.2f} s {peak / (1 << 20):6.0f} MB  exit {code}  {claims:6} claims  {said}"
                  f"{'  OVER' if wrong else ''}", flush=True)
    sys.exit(bad > 0)


main()
