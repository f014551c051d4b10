#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Is a pair of paragraphs called a copy because of its language?

    bench/copies_languages.py COPYDESK CHECKOUT [--show N]

CHECKOUT is a clone of https://github.com/flairNLP/fundus (bench/publishers.py).
Paragraphs of articles of two publishers in one language, and of one article, one
and five apart: hardly one of these pairs is a copy in any language, so what is
called one beyond the rate of English is an error.
"""
import argparse
import collections
import json
import random
import subprocess
import sys
import tempfile

import publishers

LEAST, PAIRS = 14, 1500
COUNTRIES = {
    "en": "us uk ca au za ind", "de": "de at ch lu li", "es": "es mx", "fr": "fr", "it": "it", "no": "no", "sv": "se",
    "da": "dk", "pl": "pl", "cs": "cz", "tr": "tr", "pt": "pt", "lt": "lt", "ru": "ru", "uk": "ua", "nl": "be",
    "id": "id my", "vi": "vn", "ko": "kr", "ja": "jp", "zh": "cn tw", "is": "isl", "he": "il", "ar": "lb",
}


def articles(checkout):
    """language -> lists of paragraphs"""
    language = {country: name for name, countries in COUNTRIES.items() for country in countries.split()}
    found = collections.defaultdict(list)
    for _, country, _, _, record in publishers.pages(checkout):
        parts = [p for section in (record.get("body") or {"sections": []})["sections"] for p in section["paragraphs"]]
        parts = [p for p in parts if len(publishers.words(p)) >= LEAST]
        if country in language and len(parts) > 5:
            found[language[country]].append(parts)
    return found


def pairs(texts, dice):
    """(what, a, b): apart in one article, and of two articles"""
    for parts in texts:
        for apart in (1, 5):
            for a, b in zip(parts, parts[apart:]):
                yield "%d apart" % apart, a, b
    for _ in range(PAIRS if len(texts) > 1 else 0):
        one, two = dice.sample(texts, 2)
        yield "apart", dice.choice(one), dice.choice(two)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("copydesk")
    parser.add_argument("checkout")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    for language, texts in sorted(articles(options.checkout).items()):
        rows = list(pairs(texts, random.Random(1)))
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            for i, (_, a, b) in enumerate(rows):
                print(json.dumps({"id": i, "a": a, "b": b}), file=file)
            file.flush()
            out = subprocess.run([options.copydesk, "compare", "--jsonl", file.name], stdout=subprocess.PIPE,
                                 check=True).stdout
        total, copies, shown = collections.Counter(), collections.Counter(), 0
        for line in out.splitlines():
            record = json.loads(line)
            what, a, b = rows[int(record["id"])]
            total[what] += 1
            copies[what] += record["copy"]
            if record["copy"] and shown < options.show:
                shown += 1
                print(record["kind"], record["score"], "|", a[:300], "|", b[:300])
        print(language, len(texts), "articles:", ", ".join(
            "%s %.2f %% of %d" % (what, 100 * copies[what] / total[what], total[what]) for what in total))


if __name__ == "__main__":
    sys.exit(main())
