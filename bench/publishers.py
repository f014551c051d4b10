#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""News pages of some 150 publishers in 40 countries, against what a parser that
was written for each publisher makes of them: text, title, authors, day.  No
model was trained on them.

    bench/publishers.py COPYDESK CHECKOUT [--half A|B] [--worst N]
                        [--errors FIELD] [--peer]

CHECKOUT is a clone of https://github.com/flairNLP/fundus, whose tests have the
pages.  Such a parser leaves out captions and often the lead, and has bugs, so
the last tenths say nothing.  --peer runs trafilatura on the same pages.  Rules
are made with a look at the publishers of half A alone.
"""
import argparse
import collections
import gzip
import json
import os
import pathlib
import re
import subprocess
import tempfile
import zlib

NO_SPACES = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")
FIELDS = ("title", "authors", "publishing_date")


def words(text):
    """Words, in lower case; of scripts without spaces, signs."""
    if len(NO_SPACES.findall(text)) * 3 > len(text):
        return re.findall(r"\w", text)
    return re.findall(r"\w+", text.lower())


def body(record):
    found = record.get("body") or {"summary": [], "sections": []}
    parts = list(found["summary"])
    for section in found["sections"]:
        parts += section["headline"] + section["paragraphs"]
    return "\n".join(parts)


def pages(checkout):
    """(name, country, url, HTML, record of the publisher's parser)"""
    folder = pathlib.Path(checkout, "tests/resources/parser/test_data")
    for path in sorted(folder.glob("*/*.json")):
        records = json.loads(path.read_text(encoding="utf-8"))
        meta = json.loads(path.with_name("meta.info").read_text(encoding="utf-8"))
        html = sorted(path.parent.glob(path.stem + "_[0-9]*.html.gz"))
        order = sorted(records, key=lambda key: [int(n) for n in re.findall(r"\d+", key)])
        if len(html) != len(order):
            continue # which version reads which page cannot be told
        for page, key in zip(html, order):
            raw = gzip.decompress(page.read_bytes()).decode("utf-8", "replace")
            yield path.parent.name + "/" + page.name[:-8], path.parent.name, meta[page.name]["url"], raw, records[key]


def half(name):
    """Of a page's publisher."""
    publisher = re.sub(r"_\d.*", "", name)
    return "AB"[zlib.crc32(publisher.encode()) % 2]


def ours(copydesk, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for name, _, url, html, _ in rows:
            print(json.dumps({"id": name, "url": url, "html": html}), file=file)
        file.flush()
        out = subprocess.run([copydesk, "clean", "--format=jsonl", file.name], stdout=subprocess.PIPE, check=False)
    found = {}
    for line in out.stdout.splitlines():
        record = json.loads(line)
        found[record["id"]] = {"text": record["text"], "title": record["title"], "authors": record["authors"] or [],
                               "publishing_date": record["published"]}
    return found


def trafilatura(rows):
    import trafilatura as peer
    found = {}
    for name, _, url, html, _ in rows:
        data = peer.extract_metadata(html, default_url=url)
        data = data.as_dict() if data is not None else {}
        found[name] = {"text": peer.extract(html) or "", "title": data.get("title"),
                       "authors": (data.get("author") or "").split("; ") if data.get("author") else [],
                       "publishing_date": data.get("date")}
    return found


def f1(want, got):
    common = sum((collections.Counter(want) & collections.Counter(got)).values())
    return 2 * common / (len(want) + len(got)), common / max(1, len(got)), common / len(want)


def fold(text):
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def same(field, want, got):
    if field == "authors":
        return sorted(map(fold, want)) == sorted(map(fold, got))
    if field == "publishing_date":
        return want[:10] == (got or "")[:10]
    return fold(want) == fold(got or "")


def score(tool, rows, found, options):
    nothing = {"text": "", "title": "", "authors": [], "publishing_date": ""}
    marks, right = [], {field: [] for field in FIELDS}
    for name, country, url, _, record in rows:
        got = found.get(name, nothing)
        want = words(body(record))
        if want:
            marks.append((f1(want, words(got["text"])), name, country, url))
        for field in FIELDS:
            if record.get(field):
                good = same(field, record[field], got[field])
                right[field].append(good)
                if field == options.errors and not good:
                    print(name, "want", record[field], "got", got[field], url)
    print(tool, len(marks), "pages", *("%s %.4f" % (kind, sum(mark[0][k] for mark in marks) / len(marks))
                                       for k, kind in enumerate(("F1", "precision", "recall"))),
          *("%s %.3f of %d" % (field, sum(good) / len(good), len(good)) for field, good in right.items()))
    for mark in sorted(marks)[:options.worst]:
        print("%.3f %.3f %.3f  %s %s" % (*mark[0], mark[1], mark[3]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("copydesk")
    parser.add_argument("checkout")
    parser.add_argument("--half", choices="AB")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--errors", choices=FIELDS)
    parser.add_argument("--peer", action="store_true")
    options = parser.parse_args()
    rows = [row for row in pages(options.checkout) if options.half in (None, half(row[0]))]
    score("copydesk", rows, ours(os.path.abspath(options.copydesk), rows), options)
    if options.peer:
        options.worst, options.errors = 0, None
        score("trafilatura", rows, trafilatura(rows), options)


if __name__ == "__main__":
    main()
