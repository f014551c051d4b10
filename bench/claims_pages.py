#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Claims of sentences on publishers' pages, which no rule was made for when they
were annotated.

    bench/claims_pages.py COPYDESK CHECKOUT [--sets abcdefgh] [--errors N]

CHECKOUT is a clone of https://github.com/flairNLP/fundus (bench/publishers.py).
bench/claims_pages.jsonl has places and annotations, by the conventions of
../shared/data/claims/NEWS.md, and no text: a sentence is found in the cleaned
page by its length and hash.  One annotator a set, who did not see the program.
Each set was measured before a rule was made with a look at it; by now rules were
made with a look at all of them.
"""
import argparse
import collections
import hashlib
import json
import os
import tempfile

import claims
import publishers

HERE = os.path.dirname(os.path.abspath(__file__))


def places(text, wanted):
    """(length, hash) -> the string; those that the page does not have are left out."""
    found, lengths = {}, collections.defaultdict(set)
    for length, digest in wanted:
        lengths[length].add(digest)
    for length, digests in lengths.items():
        for at in range(len(text) - length + 1):
            if at and text[at - 1] != " ":
                continue
            part = text[at:at + length]
            digest = hashlib.sha256(part.encode()).hexdigest()[:16]
            if digest in digests:
                found[length, digest] = part
    return found


def score(text_of, rows, options):
    """Score each of the sets of the options; text_of(source) is the text that its sentences are in, or ""."""
    by_source = collections.defaultdict(list)
    for row in rows:
        by_source[row["source"]].append(row)
    for source, own in by_source.items():
        text = " ".join(text_of(source).split())
        found = places(text, {tuple(row[key]) for row in own for key in ("text", "before") if row[key]})
        for row in own:
            row["text"] = found.get(tuple(row["text"]))
            row["before"] = found.get(tuple(row["before"] or ()), "")
    for name in options.sets:
        chosen = [row for row in rows if row["id"][0] == name]
        there = [row for row in chosen if row["text"]]
        print(f"== set {name}: {len(there)} of {len(chosen)} sentences found", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            gold = os.path.join(folder, "gold.jsonl")
            claims.save(gold, there)
            claims.score_news(options.copydesk, gold, options.errors)


def arguments(folder, sets):
    parser = argparse.ArgumentParser()
    parser.add_argument("copydesk")
    parser.add_argument(folder)
    parser.add_argument("--sets", default=sets)
    parser.add_argument("--errors", type=int, default=0)
    return parser.parse_args()


def main():
    options = arguments("checkout", "abcdefgh")
    rows = claims.load(os.path.join(HERE, "claims_pages.jsonl"))
    named = {row["source"] for row in rows}
    pages = publishers.ours(options.copydesk, [p for p in publishers.pages(options.checkout) if p[0] in named])
    score(lambda source: pages[source]["text"] if source in pages else "", rows, options)


if __name__ == "__main__":
    main()
