#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cleans the test pages of mozilla/readability and compares with what that
program makes of them: other pages than those that Copydesk's model and rules
were made with, in several languages.  Its output is no truth (it has captions,
say), so this shows what is far off, not the last tenths.

usage: readability.py COPYDESK CHECKOUT [WORST]

CHECKOUT is a clone of https://github.com/mozilla/readability.  Beside copydesk
trafilatura is measured.  Wants the packages lxml and trafilatura.
"""
import collections
import pathlib
import re
import subprocess
import sys

import trafilatura
from lxml import html

LEAST_WORDS = 120


def words(text):
    if re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text):
        return list(re.sub(r"\s+", "", text))
    return re.findall(r"\w+", text.lower())


def wanted(path):
    tree = html.fromstring(path.read_text(encoding="utf-8"))
    for element in tree.xpath("//script|//style|//figcaption"):
        element.drop_tree()
    return words("\n".join(tree.itertext()))


def score(want, got):
    common = sum((collections.Counter(want) & collections.Counter(got)).values())
    precision = common / max(1, len(got))
    recall = common / len(want)
    return 2 * common / (len(want) + len(got)), precision, recall


def main():
    copydesk, checkout = sys.argv[1:3]
    worst = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    rows = []
    for page in sorted(pathlib.Path(checkout).glob("test/test-pages/*/source.html")):
        expected = page.with_name("expected.html")
        want = wanted(expected) if expected.exists() else []
        if len(want) < LEAST_WORDS:
            continue
        run = subprocess.run([copydesk, "clean", "--format=text", page], capture_output=True, check=False)
        peer = trafilatura.extract(page.read_text(encoding="utf-8", errors="replace")) or ""
        rows.append((page.parent.name, score(want, words(run.stdout.decode("utf-8", "replace"))),
                     score(want, words(peer))))
    for at, tool in ((1, "copydesk"), (2, "trafilatura")):
        print(tool, len(rows), "pages",
              *("%s %.4f" % (name, sum(row[at][k] for row in rows) / len(rows))
                for k, name in enumerate(("F1", "precision", "recall"))))
    for row in sorted(rows, key=lambda row: row[1])[:worst]:
        print("%.3f %.3f %.3f  %s" % (*row[1], row[0]))


main()
