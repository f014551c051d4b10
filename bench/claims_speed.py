#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""CPU time of `copydesk claims` on clean article text.

usage: bench/claims_speed.py [COPYDESK]

Data: the main content of the pages of WCXB-dev, in
${COPYDESK_SHARED:-../shared}/data/extraction/wcxb.  Three runs of one thread
with full records; also the time of a single sentence, which is the start-up.
If $PEERS is a virtual environment with quantulum3, then its time, too, on every
hundredth page (bench/claims_peers.py).
"""
import glob
import json
import os
import resource
import subprocess
import sys
import tempfile


def cpu(command, **how):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, **how)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime -
            before.ru_stime), after.ru_maxrss / 1024


def measure_peer(path):
    here = os.path.dirname(os.path.abspath(__file__))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as few:
        lines = open(path).readlines()[::100]
        few.writelines(lines)
        few.flush()
        size = sum(len(json.loads(line)["text"].encode()) for line in lines)
        took, peak = cpu([os.path.join(os.environ["PEERS"], "bin", "python"),
                          os.path.join(here, "claims_peers.py"), few.name,
                          os.devnull])
    print(f"quantulum3: {size / 1e6:.2f} MB in {took:.2f} CPU s: "
          f"{size / 1e6 / took:.3f} MB/s, peak {peak:.0f} MB")


def main():
    copydesk = sys.argv[1] if len(sys.argv) > 1 else "build/copydesk"
    shared = os.environ.get("COPYDESK_SHARED", "../shared")
    pages = sorted(glob.glob(os.path.join(
        shared, "data/extraction/wcxb/dev/ground-truth/*.json")))
    if not pages:
        sys.exit("SKIP: no pages in " + shared)
    size = 0
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for page in pages:
            text = json.load(open(page))["ground_truth"].get("main_content")
            if text:
                size += len(text.encode())
                json.dump({"id": os.path.basename(page), "text": text}, file,
                          ensure_ascii=False)
                file.write("\n")
        file.flush()
        for _ in range(3):
            took, peak = cpu([copydesk, "claims", "--clean=no",
                              "--format=jsonl", file.name])
            print(f"{size / 1e6:.1f} MB of text in {took:.2f} CPU s: "
                  f"{size / 1e6 / took:.1f} MB/s, peak {peak:.0f} MB")
        if os.environ.get("PEERS"):
            measure_peer(file.name)
    took, _ = cpu([copydesk, "claims", "--clean=no", "-"],
                  input=b"It rose 5 percent.")
    print(f"one sentence: {took * 1000:.0f} ms of CPU")


main()
