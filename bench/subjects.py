#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Subjects of claims in other languages than English: precision and recall.

    bench/subjects.py build/copydesk [--show] [LANGUAGE ...]

bench/subjects.XX.tsv has sentences, written for it, with the claim in brackets
and whose it is ("-": the sentence does not say).  A subject is right if it is
that, or one of them begins with the other's words.
"""
import argparse
import json
import pathlib
import subprocess


def read(path):
    name = ""
    for line in path.read_text().splitlines():
        if line.startswith("# set: "):
            name = line[7:]
        if line and not line.startswith("#"):
            text, subject = line.split("\t")
            start, end = text.index("["), text.index("]") - 1
            yield name, text.replace("[", "").replace("]", ""), start, end, subject


def is_right(found, wanted):
    found, wanted = found.casefold() + " ", wanted.casefold() + " "
    return found.startswith(wanted) or wanted.startswith(found)


def measure(program, language, show):
    rows = list(read(pathlib.Path(__file__).parent / f"subjects.{language}.tsv"))
    docs = "".join(json.dumps({"id": str(i), "language": language, "text": row[1]}) + "\n" for i, row in enumerate(rows))
    out = subprocess.run([program, "claims", "--clean=no", "--format=jsonl", "--offsets=codepoint", "-"], input=docs,
                         capture_output=True, text=True, check=True).stdout
    claims = {}
    for line in out.splitlines():
        claim = json.loads(line)
        claims.setdefault(int(claim["doc"]), []).append(claim)
    for name in dict.fromkeys(row[0] for row in rows):
        score(f"{language}, {name}", [(i, *row[1:]) for i, row in enumerate(rows) if row[0] == name], claims, show)


def score(name, rows, claims, show):
    given = right = wanted = 0
    for i, text, start, end, subject in rows:
        found = [c["subject"] for c in claims.get(i, []) if c["start"] < end and c["end"] > start]
        found = found[0] if found and found[0] else "-"
        wanted += subject != "-"
        given += found != "-"
        good = subject != "-" and found != "-" and is_right(found, subject)
        right += good
        if show and not good and (found != "-" or subject != "-"):
            print(f"  {text}\n    {found}, not {subject}")
    print(f"{name}: {len(rows)} sentences, {wanted} with a subject, {given} given, {right} right: "
          f"precision {right / max(1, given):.3f}, recall {right / max(1, wanted):.3f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("languages", nargs="*", default=["de", "fr", "es"])
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    for language in args.languages:
        measure(args.program, language, args.show)


main()
