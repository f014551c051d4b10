#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Words of teaser zones that are kept on the articles of WCXB-dev.

usage: bench/teasers.py --features BUILD/tools/block_features --texts DIR [--peer]

A teaser zone is a block that matches a TEASER or READMORE phrase row, and what
stands within 12 blocks under such a heading, in as far as it is not in the true
content.  Its words count as kept where the block's words stand in the output in
one piece (blocks of 3 words or more).  DIR holds NAME.txt, out of fold: see
bench/extraction.sh with KEEP.  --peer runs trafilatura (from PyPI) on the same
pages.  Wants the packages of tools/train.txt.
"""
import argparse, os, sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tools"))
import train_extraction as train

SHARED = os.environ.get("COPYDESK_SHARED", "../shared")


def zones(pages, names):
    phrase, whole = names.index("phrase"), names.index("phrase_whole")
    under, since = names.index("heading_phrase"), names.index("heading_blocks")
    for page in pages:
        for i, row in enumerate(page.rows):
            teaser = row[phrase] in (1, 2) or (row[under] == 1 and row[since] <= 12)
            if teaser and not page.labels[i] and len(page.words[i]) >= 3:
                yield page.name, page.words[i]


def kept(found, texts):
    words = 0
    for name, block in found:
        words += len(block) if " %s " % " ".join(block) in texts[name] else 0
    return words


def normal(text):
    return " %s " % " ".join(train.tokens(text))


def peer(names):
    import gzip, trafilatura
    for name in names:
        path = "%s/data/extraction/wcxb/dev/html/%s.html.gz" % (SHARED, name)
        html = gzip.open(path).read().decode("utf8", "replace")
        yield name, normal(trafilatura.extract(html, include_comments=False) or "")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", required=True)
    parser.add_argument("--texts", required=True)
    parser.add_argument("--peer", action="store_true")
    args = parser.parse_args()
    args.data = SHARED + "/data/extraction/wcxb"
    pages = [page for page in train.load(args) if page.kind == "article"]
    names = os.popen(args.features + " --names").read().split()
    found = list(zones(pages, names))
    ours = {page.name: normal(open("%s/%s.txt" % (args.texts, page.name)).read())
            for page in pages}
    print("teaser zones: %d words in %d blocks" % (sum(len(b) for _, b in found), len(found)))
    print("copydesk keeps %d words" % kept(found, ours))
    if args.peer:
        print("trafilatura keeps %d words" % kept(found, dict(peer(sorted(ours)))))


if __name__ == "__main__":
    main()
