#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Where the instructions of `copydesk clean` go, by part, counted by valgrind.

    python3 bench/clean_shares.py build/copydesk [--every N]

Pages: every N-th (20th) article page of WCXB-dev, as in clean_speed.py.  A part is what
its function and those below it take; "all else" is the pipeline, the start and the rest.
"""
import argparse
import pathlib
import re
import subprocess
import tempfile

import clean_speed

# part: functions that are counted, less those that are counted elsewhere
PARTS = [
    ("reading files", ["corpus/input/source.c:cd_input_next", "corpus/input/source.c:cd_input_decode"], []),
    ("decoding", ["parser/bytes/charset.c:cd_charset_decode"], []),
    ("tokens", ["parser/html/token.c:cd_token_next"], []),
    ("tree", ["parser/html/build.c:cd_tree_parse"], ["parser/html/token.c:cd_token_next"]),
    ("blocks", ["parser/page/blocks.c:cd_blocks_find"], []),
    ("metadata", ["parser/meta/gather.c:cd_gather", "parser/meta/meta.c:cd_meta_find"], []),
    ("features", ["parser/judge/outline.c:cd_outline_make", "parser/judge/features.c:cd_features_make"], []),
    ("model", ["parser/judge/model.c:cd_model_odds"], []),
    ("rules", ["parser/judge/judge.c:cd_judge"],
     ["parser/judge/outline.c:cd_outline_make", "parser/judge/features.c:cd_features_make",
      "parser/judge/model.c:cd_model_odds"]),
    ("output", ["corpus/run/job_clean.c:cd_job_render_article"], []),
]


def inclusive(profile):
    text = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", "--auto=no", profile],
                          check=True, capture_output=True, text=True).stdout
    total, counts = 0, {}
    for line in text.splitlines():
        match = re.match(r" *([\d,]+) \([^)]*\)\s+(.*)", line)
        if match is None:
            continue
        n = int(match[1].replace(",", ""))
        if "PROGRAM TOTALS" in match[2]:
            total = n
        name = re.search(r"([a-z]+/[a-z_0-9]+\.c:\w+)", match[2])
        if name is not None:
            counts[name[1]] = max(counts.get(name[1], 0), n)
    return total, counts


def main():
    args = argparse.ArgumentParser()
    args.add_argument("program")
    args.add_argument("--every", type=int, default=20)
    args = args.parse_args()
    batch = clean_speed.pages(args.every)
    size = sum(len(html) for _, html in batch)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "pages").mkdir()
        for page, html in batch:
            (folder / "pages" / f"{page}.html").write_bytes(html)
        profile = folder / "profile"
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", args.program, "clean",
                        "--format=jsonl", folder / "pages"], check=True, capture_output=True)
        total, counts = inclusive(profile)
    print(f"{len(batch)} pages, {size / 1e6:.1f} MB: {total / 1e6:.0f} million instructions, {total / size:.0f} a byte")
    rest = total
    for part, functions, others in PARTS:
        n = sum(counts.get(f, 0) for f in functions) - sum(counts.get(f, 0) for f in others)
        rest -= n
        print(f"{part:14} {n / total:6.1%}")
    print(f"{'all else':14} {rest / total:6.1%}")


if __name__ == "__main__":
    main()
