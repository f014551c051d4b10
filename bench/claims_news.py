#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Claims of sentences of older news, which no rule was made for when they were
annotated.

    bench/claims_news.py COPYDESK FOLDER [--sets jklmnopqrstuvwxyzABCDE] [--errors N]

FOLDER holds clones of duynht/financial-news-dataset (Reuters, 2006 to 2013),
dejanbatanjac/bbc-article-classify-bert (BBC, 2004 and 2005),
EileenFeng/Text-Summarization-NLP (CNN and the Daily Mail) and
codelucas/newspaper (150 American sites), all on GitHub; WCXB-dev is read from
../shared (or COPYDESK_SHARED).  What is not there is left out.
bench/claims_news.jsonl has places and annotations, by the conventions of
../shared/data/claims/NEWS.md, and no text: a sentence is found by its length and
hash.  One annotator a set, who did not see the program.  Sets x to E are of
articles of WCXB-dev of all kinds (advice, tests of goods, companies' blogs), one
sentence a page.  Rules were made with a look at all sets but w.
"""
import csv
import io
import json
import os
import pathlib
import re
import zipfile

import claims
import claims_pages


def reuters(folder, name):
    return pathlib.Path(folder, "financial-news-dataset/ReutersNews106521", name[-8:], name).read_text("utf-8", "replace")


def bbc(folder, name):
    return pathlib.Path(folder, "bbc-article-classify-bert/bbc", name).read_text("utf-8", "replace")


def sites(folder, name):
    return pathlib.Path(folder, "newspaper/tests/data/text", name).read_text("utf-8", "replace")


def cnndm(folder, name):
    csv.field_size_limit(10 ** 9)
    with zipfile.ZipFile(pathlib.Path(folder, "Text-Summarization-NLP/data/train_sample.zip")) as file:
        rows = file.read("train_sample.csv").decode("utf-8", "replace")
    for row in csv.DictReader(io.StringIO(rows)):
        if row["id"].startswith(name):
            return re.sub(r" \.(?= |$)", ".", " ".join(row["article"].split()))
    return ""


def wcxb(folder, name):
    path = pathlib.Path(claims.SHARED, "data/extraction/wcxb/dev/ground-truth", name + ".json")
    return json.loads(path.read_text("utf-8"))["ground_truth"]["main_content"]


READERS = {"reuters": reuters, "bbc": bbc, "sites": sites, "cnndm": cnndm, "wcxb-dev": wcxb}


def main():
    options = claims_pages.arguments("folder", "jklmnopqrstuvwxyzABCDE")

    def text_of(source):
        kind, _, name = source.partition("/")
        try:
            return READERS[kind](options.folder, name)
        except OSError:
            return ""

    claims_pages.score(text_of, claims.load(os.path.join(claims_pages.HERE, "claims_news.jsonl")), options)


if __name__ == "__main__":
    main()
