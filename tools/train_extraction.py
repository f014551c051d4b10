#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""train_extraction.py - train the block model of parser/judge/model.c on WCXB-dev.

    build/tools/block_features must exist (make tools/block_features).
    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install -r tools/train.txt
    /tmp/venv/bin/python tools/train_extraction.py --data ../shared/data/extraction/wcxb \\
        --features build/tools/block_features --out data/model.extraction.tsv

Blocks and features come from Copydesk's own code; a block is labelled "keep"
where its words stand in the page's true main content (align_labels.py).  Pages of one
registrable domain are in one fold.  With --folds DIR it writes one model a
fold, trained on the other folds, and DIR/fold.tsv, which names the fold of each
page: bench/extraction.sh judges every page by a model that never saw its domain.

Same data, same bytes: fixed seeds, one thread, whole-number thresholds.
"""
import argparse, collections, gzip, json, math, os, re, subprocess, sys, tempfile

import lightgbm
import numpy

import align_labels

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
            page.words = [tokens(text) for text in texts]
            page.sizes = numpy.array([len(words) for words in page.words])
            page.labels, page.copies = map(numpy.array, align_labels.share_copies(
                page.words, align_labels.label(page.words, content)))
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
                  min_data_in_leaf=40, feature_fraction=.4, bagging_fraction=.8,
                  bagging_freq=1, lambda_l2=5.0, max_bin=127, seed=7,
                  num_threads=1, deterministic=True, force_col_wise=True,
                  verbose=-1)
TREES = 120
SAMPLE = .4  # of the blocks that are not wanted; each then counts for more


def weights(page):
    """A page's blocks weigh as their words do in its F1, tempered, and each
    page as much as any other; copies of a text share what it weighs."""
    total = max(50, page.sizes[page.labels == 1].sum())
    return numpy.minimum(1, (page.sizes + 2) / total) ** .6 / page.copies ** .5


def train(pages, trees):
    pages = [page for page in pages if len(page.labels)]
    rows = numpy.concatenate([page.rows for page in pages])
    labels = numpy.concatenate([page.labels for page in pages])
    weight = numpy.concatenate([weights(page) for page in pages])
    chosen = (labels > 0) | (numpy.random.RandomState(1).rand(len(labels)) < SAMPLE)
    weight = numpy.where(labels > 0, weight, weight / SAMPLE)
    rows, labels, weight = rows[chosen], labels[chosen], weight[chosen]
    data = lightgbm.Dataset(rows.astype(numpy.float32), labels, weight=weight,
                            free_raw_data=True)
    return lightgbm.train(PARAMETERS, data, trees)


def score(pages, threshold):
    return numpy.array([page_f1(without_copies(page) >= threshold, page.words,
                                page.truth) for page in pages])


def without_copies(page):
    """The probabilities, but 0 for all copies of a text but the best."""
    best = {}
    for i in numpy.flatnonzero(page.copies > 1):
        key = tuple(page.words[i])
        if key not in best or page.p[i] > page.p[best[key]]:
            best[key] = i
    p = numpy.array(page.p, dtype=float)
    for i in numpy.flatnonzero(page.copies > 1):
        if best[tuple(page.words[i])] != i:
            p[i] = 0
    return p


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
            if page.fold == fold and len(page.labels):
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
    parser.add_argument("--trees", type=int, default=TREES)
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
