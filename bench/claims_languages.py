#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""By the rules of which language are the claims of a page read?

    bench/claims_languages.py COPYDESK CHECKOUT

CHECKOUT is a clone of https://github.com/flairNLP/fundus (bench/publishers.py).
What is right is that of the country, but for publishers that a person found to
write in another language.  A page with the wrong rules, or with rules where its
language has none, is listed.
"""
import argparse
import collections
import json
import subprocess
import tempfile

import publishers

COUNTRIES = {"en": "us uk ca au za ind ls na tz my mx", "de": "de at ch lu li", "es": "es", "fr": "fr"}
PUBLISHERS = {
    "en": "PoliticoEu TheJapanNews ThePortugalNews TaipeiTimes",
    "de": "MallorcaMagazin MallorcaZeitung IsraelNachrichten Tageszeitung Wochenblatt",
    "none": "Bhaskar HabariLeo Dizindaba EyethuNews Ilanga Isolezwe IsolezweLesiXhosa",
}


def table(names):
    return {name: language for language, all_names in names.items() for name in all_names.split()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("copydesk")
    parser.add_argument("checkout")
    options = parser.parse_args()
    country, publisher = table(COUNTRIES), table(PUBLISHERS)
    want, right = {}, collections.Counter()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for name, place, url, html, _ in publishers.pages(options.checkout):
            want[name] = publisher.get(name.split("/")[1].split("_")[0], country.get(place, "none"))
            print(json.dumps({"id": name, "url": url, "html": html}), file=file)
        file.flush()
        out = subprocess.run([options.copydesk, "claims", "--by=document", file.name], stdout=subprocess.PIPE, check=False)
    for line in out.stdout.splitlines():
        record = json.loads(line)
        got, wanted = record["language"] or "none", want[record["id"]]
        right[wanted, got == wanted] += 1
        if got != wanted:
            print(f"{record['id']}: {got}, not {wanted}")
    for language in sorted({language for language, _ in right}):
        print(f"{language:5} right {right[language, True]:4}  wrong {right[language, False]:3}")


main()
