#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores title, author and date of `copydesk clean` on the articles of WCXB-dev.

usage: bench/metadata.py [--errors FIELD] [--peer] [COPYDESK]

Data: ${COPYDESK_SHARED:-../shared}/data/extraction/wcxb.  Exact means equal but
for case and white space; an invented author is one where the truth has none;
a date counts by its day.  --peer runs trafilatura (from PyPI) on the same
pages in the same run.
"""
import argparse
import glob
import gzip
import json
import os
import subprocess
import sys
import tempfile

FIELDS = {"title": "title", "author": "byline", "publish_date": "published"}


def fold(text):
    return " ".join((text or "").split()).casefold()


def pages(data):
    kinds = json.load(open(os.path.join(data, "metadata.json")))["files"]
    for path in sorted(glob.glob(os.path.join(data, "dev/ground-truth/*.json"))):
        name = os.path.basename(path)[:-5]
        html = os.path.join(data, "dev/html", name + ".html.gz")
        if kinds[name]["page_type"] == "article" and os.path.exists(html):
            record = json.load(open(path))
            raw = gzip.open(html).read().decode("utf-8", "replace")
            yield name, record.get("url"), raw, record["ground_truth"]


def ours(copydesk, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as file:
        for name, url, html, _ in rows:
            file.write(json.dumps({"id": name, "url": url, "html": html}) + "\n")
    out = subprocess.run([copydesk, "clean", "--format=jsonl", file.name],
                         stdout=subprocess.PIPE)
    os.unlink(file.name)
    return {r["id"]: {k: r[v] for k, v in FIELDS.items()}
            for r in map(json.loads, out.stdout.splitlines())}


def trafilatura(rows):
    import trafilatura as peer
    found = {}
    for name, url, html, _ in rows:
        data = peer.extract_metadata(html, default_url=url)
        data = data.as_dict() if data is not None else {}
        found[name] = {"title": data.get("title"), "author": data.get("author"),
                       "publish_date": data.get("date")}
    return found


def score(title, rows, found, errors):
    right = dict.fromkeys(FIELDS, 0)
    total = dict.fromkeys(FIELDS, 0)
    invented = blank = 0
    for name, url, _, truth in rows:
        got = found.get(name, dict.fromkeys(FIELDS))
        for field in FIELDS:
            want, have = fold(truth.get(field)), fold(got.get(field))
            if field == "publish_date":
                want, have = want[:10], have[:10]
            if not want:
                if field == "author":
                    blank += 1
                    invented += bool(have)
                    if errors == "invented" and have:
                        print(name, "INVENTED", have, url)
                continue
            total[field] += 1
            right[field] += want == have
            if errors == field and want != have:
                print(name, "want", repr(want), "have", repr(have), url)
    print(f"{title:12} pages {len(rows)}  " + "  ".join(
        f"{f} {right[f] / total[f]:.3f} of {total[f]}" for f in FIELDS) +
        f"  author invented {invented / blank:.3f} of {blank}")


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--errors")
    args.add_argument("--peer", action="store_true")
    args.add_argument("copydesk", nargs="?", default="build/copydesk")
    args = args.parse_args()
    data = os.path.join(os.environ.get("COPYDESK_SHARED", "../shared"),
                        "data/extraction/wcxb")
    if not os.path.isdir(data):
        sys.exit("SKIP: no " + data)
    rows = list(pages(data))
    score("copydesk", rows, ours(args.copydesk, rows), args.errors)
    if args.peer:
        score("trafilatura", rows, trafilatura(rows), None)


main()
