#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""train_extraction.py - train the block model of parser/model.c on WCXB-dev.

    build/tools/block_features must exist (make tools/block_features).
    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install -r tools/train.txt
    /tmp/venv/bin/python tools/train_extraction.py --data ../shared/data/extraction/wcxb \\
        --features build/tools/block_features --out data/model.extraction.tsv

Blocks and features come from Copydesk's own code; a block is labelled "keep"
where its words stand in the page's true main content, in order.  Pages of one
registrable domain are in one fold.  With --folds DIR it writes one model a
fold, trained on the other folds, and DIR/fold.tsv, which names the fold of each
page: bench/extraction.sh judges every page by a model that never saw its domain.

Same data, same bytes: fixed seeds, one thread, whole-number thresholds.
"""
import argparse, collections, gzip, json, math, os, re, subprocess, sys, tempfile

import lightgbm
import numpy

TOKEN = re.compile(r"\w+")
FOLDS = 5
ONE = 1 << 16  # fixed point of leaf values


def tokens(text):
    return TOKEN.findall(text.lower())


def read_dump(stream):
    """Yields (path, texts, features) of each page."""
    while True:
        line = stream.readline()
        if not line:
            return
        _, path, blocks, width = line.split()
        blocks, width = int(blocks), int(width)
        texts, rows = [], numpy.empty((blocks, width), dtype=numpy.int16)
        for i in range(blocks):
            texts.append(stream.read(int(stream.readline())).decode("utf8", "replace"))
            stream.read(1)
            rows[i] = numpy.frombuffer(stream.read(2 * width), dtype="<i2")
        yield path.decode(), texts, rows


# ------------------------------------------------------------------- labels

def grams(words, n=4):
    return [tuple(words[i:i + n]) for i in range(len(words) - n + 1)]


def coverage(words, where):
    """Share of words inside a 4-gram of the truth, and the first and last place."""
    hit = [False] * len(words)
    places = []
    for i, gram in enumerate(grams(words)):
        if gram in where:
            hit[i:i + 4] = [True] * 4
            places.append(where[gram][0])
    return sum(hit) / len(words), places


def label_long(blocks, where):
    """Labels of blocks of 4 words or more; a text that stands twice in the page
    is kept where its neighbours are."""
    cover, place = {}, {}
    for i, words in enumerate(blocks):
        if len(words) >= 4:
            cover[i], places = coverage(words, where)
            if places:
                place[i] = (min(places), max(places) + 4)
    support = {}
    for i in cover:
        near = [(cover[j], len(blocks[j])) for j in range(i - 4, i + 5)
                if j != i and j in cover]
        weight = sum(n for _, n in near)
        support[i] = sum(c * n for c, n in near) / weight if weight else 0
    left = {gram: len(at) for gram, at in where.items()}
    keep = {}
    for i in sorted(cover, key=lambda i: (-round(support[i], 2), i)):
        if cover[i] < .5:
            keep[i] = False
            continue
        mine = collections.Counter(grams(blocks[i]))
        free = sum(min(n, left.get(gram, 0)) for gram, n in mine.items())
        total = sum(n for gram, n in mine.items() if gram in where)
        keep[i] = total > 0 and free * 2 >= total
        if keep[i]:
            for gram, n in mine.items():
                if gram in left:
                    left[gram] = max(0, left[gram] - n)
    return keep, place


def find(words, truth, start, end):
    for at in range(max(0, start), min(end, len(truth)) - len(words) + 1):
        if truth[at:at + len(words)] == words:
            return at
    return None


def label_page(texts, content):
    """1 for each block whose words are in content, in order."""
    truth = tokens(content)
    blocks = [tokens(text) for text in texts]
    where = collections.defaultdict(list)
    for at, gram in enumerate(grams(truth)):
        where[gram].append(at)
    keep, place = label_long(blocks, where)
    labels = numpy.zeros(len(texts), dtype=numpy.int8)
    following = [len(truth)] * (len(texts) + 1)
    for i in range(len(texts) - 1, -1, -1):
        known = keep.get(i) and i in place
        following[i] = place[i][0] if known else following[i + 1]
    before = 0
    used = set()
    for i, words in enumerate(blocks):
        if i in keep:
            labels[i] = keep[i]
            if keep[i] and i in place:
                before = place[i][1]
        elif words:
            end = following[i + 1]
            if end < before:
                end = before + 40
            at = find(words, truth, before - 3, min(end, before + 200) + 3)
            if at is not None and at not in used:
                labels[i] = 1
                used.add(at)
                before = max(before, at)
    return labels, numpy.array([len(words) for words in blocks])


def page_f1(chosen, blocks, truth):
    got = collections.Counter()
    for i in numpy.flatnonzero(chosen):
        got.update(blocks[i])
    n, m = sum(got.values()), sum(truth.values())
    if not m or not n:
        return float(n == m)
    same = sum((got & truth).values())
    return 2 * same / (n + m)


# --------------------------------------------------------------------- data

class Page:
    pass


def load(args):
    base = os.path.join(args.data, "dev")
    names = sorted(f[:-8] for f in os.listdir(os.path.join(base, "html")))
    meta = json.load(open(os.path.join(args.data, "metadata.json")))["files"]
    pages = []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name in names:
            path = os.path.join(folder, name + ".html")
            with gzip.open(os.path.join(base, "html", name + ".html.gz")) as f:
                open(path, "wb").write(f.read())
            paths.append(path)
        run = subprocess.Popen([args.features, *paths], stdout=subprocess.PIPE)
        for path, texts, rows in read_dump(run.stdout):
            page = Page()
            page.name = os.path.basename(path)[:-5]
            page.texts, page.rows = texts, rows
            truth = json.load(open(os.path.join(base, "ground-truth", page.name + ".json")))
            content = (truth.get("ground_truth") or {}).get("main_content") or ""
            page.kind = truth["_internal"]["page_type"]["primary"]
            page.domain = registrable(meta[page.name]["domain"])
            page.labels, page.sizes = label_page(texts, content)
            page.words = [tokens(text) for text in texts]
            page.truth = collections.Counter(tokens(content))
            pages.append(page)
        if run.wait() != 0:
            sys.exit("block_features failed")
    return pages


def registrable(host):
    """The last two names of a host, three under suffixes such as co.uk."""
    parts = host.lower().split(".")
    short = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3 if short else -2:])


def fold_of(domain):
    hash = 2166136261
    for byte in domain.encode():
        hash = (hash ^ byte) * 16777619 & 0xFFFFFFFF
    return (hash >> 8) % FOLDS


# ----------------------------------------------------------------- training

PARAMETERS = dict(objective="binary", num_leaves=31, learning_rate=.08,
                  min_data_in_leaf=40, feature_fraction=.5, bagging_fraction=.8,
                  bagging_freq=1, lambda_l2=5.0, max_bin=255, seed=7,
                  num_threads=1, deterministic=True, force_row_wise=True,
                  verbose=-1)


def weights(page):
    """A page's blocks weigh as their words do in its F1, tempered, and each
    page as much as any other."""
    total = max(50, page.sizes[page.labels == 1].sum())
    return numpy.minimum(1, (page.sizes + 2) / total) ** .6


def train(pages, trees):
    rows = numpy.concatenate([page.rows for page in pages])
    labels = numpy.concatenate([page.labels for page in pages])
    weight = numpy.concatenate([weights(page) for page in pages])
    data = lightgbm.Dataset(rows.astype(numpy.float32), labels, weight=weight,
                            free_raw_data=True)
    return lightgbm.train(PARAMETERS, data, trees)


def score(pages, threshold):
    return numpy.array([page_f1(page.p >= threshold, page.words, page.truth)
                        for page in pages])


def report(pages, scores, title):
    kinds = collections.defaultdict(list)
    for page, value in zip(pages, scores):
        kinds[page.kind].append(value)
    print(title, "all %.4f" % scores.mean(), " ".join(
        "%s %.4f" % (kind, sum(v) / len(v)) for kind, v in sorted(kinds.items())),
        file=sys.stderr, flush=True)


def cross_validate(args, pages):
    for fold in range(FOLDS):
        model = train([p for p in pages if p.fold != fold], args.trees)
        for page in pages:
            if page.fold == fold:
                page.p = model.predict(page.rows.astype(numpy.float32), num_threads=1)
        if args.folds:
            write(model, os.path.join(args.folds, "model.%d.tsv" % fold), args, fold)
    for threshold in (.35, .4, .45, .5, .55, .6):
        report(pages, score(pages, threshold), "threshold %.2f" % threshold)
    if args.folds:
        with open(os.path.join(args.folds, "fold.tsv"), "w") as f:
            for page in pages:
                f.write("%s\t%d\n" % (page.name, page.fold))


# ------------------------------------------------------------------- output

def write_tree(out, tree):
    """Preorder: 'feature threshold' of a fork, then its two sides; '= value'."""
    if "leaf_value" in tree:
        out.append("=%d" % round(tree["leaf_value"] * ONE))
        return
    assert tree["decision_type"] == "<="
    out.append("%d<%d" % (tree["split_feature"], math.floor(tree["threshold"])))
    write_tree(out, tree["left_child"])
    write_tree(out, tree["right_child"])


def write(model, path, args, fold):
    names = subprocess.run([args.features, "--names"], stdout=subprocess.PIPE,
                           check=True).stdout.decode().split()
    trees = model.dump_model()["tree_info"]
    with open(path, "w") as f:
        f.write("# Weights of the block model: gradient boosted trees, by tools/train_extraction.py.\n"
                "# Trained on WCXB-dev, the development set of the Web Content Extraction\n"
                "# Benchmark by Murrough Foley, CC-BY-4.0; pages left out: %s.\n"
                "# A line a tree, in preorder: FEATURE<LIMIT is a fork (a value up to the limit\n"
                "# goes left), =VALUE a leaf, in 1/%d of log odds.\n" % (
                    "none" if fold is None else "those of fold %d" % fold, ONE))
        f.write("features\t%s\n" % "\t".join(names))
        for tree in trees:
            out = []
            write_tree(out, tree["tree_structure"])
            f.write("tree\t%s\n" % " ".join(out))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--features", required=True)
    parser.add_argument("--trees", type=int, default=150)
    parser.add_argument("--folds", help="write one model a fold into this folder")
    parser.add_argument("--out", help="write the model of all pages here")
    args = parser.parse_args()
    pages = load(args)
    for page in pages:
        page.fold = fold_of(page.domain)
        page.p = page.labels
    report(pages, score(pages, .5), "perfect choice")
    if args.folds or not args.out:
        cross_validate(args, pages)
    if args.out:
        write(train(pages, args.trees), args.out, args, None)


if __name__ == "__main__":
    main()
