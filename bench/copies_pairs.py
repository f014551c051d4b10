#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""copies_pairs.py - how well pairs of texts are judged.

  copies_pairs.py [--build build]

Data from ${COPYDESK_SHARED:-../shared}: hand-labelled pairs of news paragraphs,
MRPC, Clough & Stevenson's corpus, the article of seed/.  Needs numpy and
scikit-learn; where they are missing, a virtual environment is made in BUILD/venv
and the script runs itself there.  `make tools/copy_features` first.

What is fitted is cross-validated: 10 folds, 4 shuffles, the model refitted
without the pairs it judges.  The features were chosen on the same pairs, so
expect a little less on others.
"""
import argparse
import json
import os
import re
import resource
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("COPYDESK_SHARED",
                        os.path.join(HERE, "..", "..", "shared"))
THRESHOLD = 0.5  # nlp/copy/compare.c
COPIES = ("same", "edited", "reworded", "contains")


def need_sklearn(build):
    try:
        import sklearn  # noqa: F401
        return
    except ImportError:
        pass
    venv = os.path.join(build, "venv")
    python = os.path.join(venv, "bin", "python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([python, "-m", "pip", "-q", "install", "numpy",
                        "scikit-learn"], check=True)
    os.execv(python, [python] + sys.argv)


def read_lines(name):
    with open(os.path.join(SHARED, name), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def text_lines(pairs):
    return "".join(json.dumps(pair) + "\n" for pair in pairs).encode()


def features(build, pairs):
    import numpy as np
    out = subprocess.run([os.path.join(build, "tools", "copy_features")],
                         input=text_lines(pairs), check=True,
                         stdout=subprocess.PIPE).stdout.decode().splitlines()
    names = out[0].split("\t")
    return names, np.array([line.split("\t") for line in out[1:]], dtype=float)


# ---- what others measure, for comparison ----

def words(text):
    return re.findall(r"\w+", text.lower())


def grams(tokens, n):
    return {tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)}


def jaccard(a, b):
    return len(a & b) / max(1, len(a | b))


def containment(a, b):
    return len(a & b) / max(1, min(len(a), len(b)))


def lexical_scores(a, b):
    """What a plain lexical comparison gives: 12 scores."""
    x, y = words(a), words(b)
    row = []
    for n in (1, 2, 3, 5):
        p, q = grams(x, n), grams(y, n)
        row += [jaccard(p, q), containment(p, q)]
    p, q = grams(a.lower(), 4), grams(b.lower(), 4)
    row += [jaccard(p, q), containment(p, q)]
    row += [min(len(x), len(y)) / max(1, len(x), len(y))]
    digits = [{w for w in t if w[0].isdigit()} for t in (x, y)]
    return row + [jaccard(*digits)]


# ---- scores ----

def f1(called, truth):
    return 2 * (called & truth).sum() / max(1, called.sum() + truth.sum())


def recall_at(chances, truth, precision):
    import numpy as np
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum(truth[order])
    good = right / np.arange(1, len(order) + 1) >= precision
    return (right[good] / truth.sum()).max() if good.any() else 0.0


def show(name, runs, labels):
    """runs: the chances of each shuffle."""
    import numpy as np
    truth = np.isin(labels, COPIES)
    called = [chances >= THRESHOLD for chances in runs]
    share = {label: np.mean([c[labels == label].mean() for c in called])
             for label in ("edited", "contains", "reworded", "template",
                           "related", "unrelated")}
    print(f"{name:34} F1 {np.mean([f1(c, truth) for c in called]):.3f}  "
          f"R at P .95 {np.mean([recall_at(r, truth, .95) for r in runs]):.2f}"
          "  called copy: "
          + " ".join(f"{k} {v:.2f}" for k, v in share.items()))


def logistic(values, classes, c=0.3):
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    return make_pipeline(StandardScaler(),
                         LogisticRegression(C=c, max_iter=5000)).fit(values,
                                                                     classes)


def folds(labels, seed):
    from sklearn.model_selection import StratifiedKFold
    return StratifiedKFold(10, shuffle=True, random_state=seed).split(labels,
                                                                      labels)


def cross_validate(values, truth, labels, seed):
    import numpy as np
    chances = np.zeros(len(labels))
    for train, test in folds(labels, seed):
        model = logistic(values[train], truth[train])
        chances[test] = model.predict_proba(values[test])[:, 1]
    return chances


# ---- the parts ----

def bench_pairs(build):
    import numpy as np
    sys.path.insert(0, os.path.join(HERE, "..", "tools"))
    import train_copies
    args = argparse.Namespace(
        pairs=os.path.join(SHARED, "data/copies/dev.jsonl"),
        reuters=os.path.join(SHARED, "data/copies/reuters21578"),
        copy_features=os.path.join(build, "tools", "copy_features"))
    ours = train_copies.Pairs(args)
    labels, pairs = ours.labels, read_lines("data/copies/dev.jsonl")
    truth = np.isin(labels, COPIES)
    plain = np.array([lexical_scores(p["a"]["text"], p["b"]["text"])
                      for p in pairs])
    print("# Copy or not (300 pairs)")
    show("word-5 Jaccard >= .7", [THRESHOLD + (plain[:, 6] - 0.7)], labels)
    show("logistic on 12 lexical scores",
         [THRESHOLD - 0.5 + cross_validate(plain, truth.astype(int), labels, seed)
          for seed in range(4)], labels)
    names, values = features(build, pairs)
    runs = [with_passages(ours.chances(seed), names, values) for seed in range(4)]
    show("copydesk", [run[:, :2].sum(1) for run in runs], labels)
    bench_kinds(names, values, labels, runs)


def with_passages(run, names, values):
    """A passage word for word makes a copy of what the model takes for none
    (nlp/copy/compare.c); in a template, whole sentences."""
    import numpy as np
    template, related, unrelated = run[:, 2], run[:, 3], run[:, 4]
    frame = values[:, names.index("LCS_SHORT")] >= 0.25
    is_template = frame & (template >= np.maximum(related, unrelated))
    passage = np.where(is_template, values[:, names.index("WHOLE")],
                       values[:, names.index("PASSAGE")])
    found = (run[:, :2].sum(1) < THRESHOLD) & (passage > 0)
    run[found, 0] = 0
    run[found, 1] = passage[found]
    return run


def bench_kinds(names, values, labels, runs):
    import numpy as np
    group = {"edited": "reworded"}
    right = found = 0
    for run in runs:
        copy = run[:, :2].sum(1) >= THRESHOLD
        region = values[:, names.index("REGION_LONG")]
        kind = np.where((run[:, 1] > run[:, 0]) & (region < 0.70),
                        "contains", "reworded")
        for label, called, k in zip(labels, copy, kind):
            if label in COPIES and called:
                found += 1
                right += group.get(label, label) == k or label == "same"
    copies = len(runs) * np.isin(labels, COPIES).sum()
    print(f"# Kind right: {right / found:.3f} of the copies that were found, "
          f"{right / copies:.3f} of all ({found / copies:.3f} found)")


def overlaps(mine, theirs):
    x, y = words(mine), words(theirs)
    return bool(set(x) & set(y))


def typed(fact):
    """Is a hand-labelled difference one of number, name or date?"""
    lone = [" ".join(w for w in re.findall(r"\S+", side)
                     if w not in re.findall(r"\S+", other))
            for side, other in (fact, fact[::-1])]
    return all(re.search(r"\d|\b[A-Z]", side) for side in lone)


def bench_facts(build):
    pairs = [p for p in read_lines("data/copies/dev.jsonl")
             if p["label"] in COPIES]
    out = subprocess.run([os.path.join(build, "copydesk"), "compare",
                          "--jsonl", "-"], input=text_lines(pairs), check=True,
                         stdout=subprocess.PIPE).stdout.decode().splitlines()
    hits = wanted = told = told_right = 0
    for pair, line in zip(pairs, out):
        mine = json.loads(line)["facts_differ"]
        theirs = [f for f in pair["facts_differ"] if typed(f)]
        fits = [[overlaps(m[0], t[0]) and overlaps(m[1], t[1])
                 for t in theirs] for m in mine]
        wanted += len(theirs)
        told += len(mine)
        hits += sum(any(row[k] for row in fits) for k in range(len(theirs)))
        told_right += sum(any(row) for row in fits)
    precision, recall = told_right / max(1, told), hits / max(1, wanted)
    print(f"# Facts that differ ({wanted} numbers, names and dates "
          f"in {len(pairs)} copies): precision {precision:.2f} recall "
          f"{recall:.2f} F1 {2 * precision * recall / (precision + recall):.2f}")


def read_mrpc(part):
    path = os.path.join(SHARED, "data/copies/mrpc", part + ".txt")
    with open(path, encoding="utf-8-sig") as file:
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    return ([{"a": row[3], "b": row[4]} for row in rows],
            [int(row[0]) for row in rows])


def bench_mrpc(build):
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier
    train, train_truth = read_mrpc("train")
    test, truth = read_mrpc("test")
    x, y = features(build, train)[1], np.array(train_truth)
    tx, ty = features(build, test)[1], np.array(truth) > 0
    trees = HistGradientBoostingClassifier(
        max_iter=120, learning_rate=.05, max_leaf_nodes=12,
        l2_regularization=1, min_samples_leaf=30, random_state=1).fit(x, y)
    plain = np.array([lexical_scores(p["a"], p["b"]) for p in train])
    plain_test = np.array([lexical_scores(p["a"], p["b"]) for p in test])
    print("# MRPC test, fitted on its train part")
    for name, called in (
            ("logistic on 12 lexical scores",
             logistic(plain, y).predict(plain_test) > 0),
            ("copydesk features, logistic", logistic(x, y).predict(tx) > 0),
            ("copydesk features, boosted trees", trees.predict(tx) > 0)):
        print(f"{name:34} accuracy {(called == ty).mean():.3f}  "
              f"F1 {f1(called, ty):.3f}")


def bench_clough(build):
    import csv
    import numpy as np
    folder = os.path.join(SHARED, "data/copies/clough")
    pairs, truth = [], []

    def text(name):
        with open(os.path.join(folder, name), encoding="utf-8",
                  errors="replace") as file:
            return file.read()
    with open(os.path.join(folder, "file_information.csv")) as file:
        for row in csv.DictReader(file):
            if row["Category"] == "orig":
                continue
            pairs.append({"a": text(row["File"]),
                          "b": text(f"orig_task{row['Task']}.txt")})
            truth.append(row["Category"] != "non")
    names, values = features(build, pairs)
    chosen = values[:, [names.index(n) for n in CLOUGH]]
    truth = np.array(truth)
    scores = [f1(cross_validate(chosen, truth.astype(int), truth, seed) >= .5,
                 truth) for seed in range(4)]
    print(f"# Clough & Stevenson, 10 folds, logistic on {', '.join(CLOUGH)}: "
          f"F1 {np.mean(scores):.3f} ({min(scores):.3f} to {max(scores):.3f})")


CLOUGH = ["SKIPS_LONG", "CONTAINMENT", "RARE_SHARED"]


def bench_seed(build):
    path = os.path.join(SHARED, "seed", "article.txt")
    out = subprocess.run([os.path.join(build, "copydesk"), "copies",
                          "--format", "jsonl", path], check=True,
                         stdout=subprocess.PIPE).stdout.decode().splitlines()
    records = [json.loads(line) for line in out]
    print("# Pairs inside the seed article: " + (", ".join(
        f"{r['kind']} {r['score']:.2f} ({r['a_block']}, {r['b_block']})"
        for r in records if "kind" in r) or "none"))


def bench_speed(build):
    pairs = read_mrpc("train")[0] + [
        {"a": p["a"]["text"], "b": p["b"]["text"]}
        for p in read_lines("data/copies/dev.jsonl")]
    size = sum(len(words(p["a"])) + len(words(p["b"])) for p in pairs)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([os.path.join(build, "copydesk"), "compare", "--jsonl",
                    "-"], input=text_lines(pairs * 5), check=True,
                   stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = (after.ru_utime + after.ru_stime
               - before.ru_utime - before.ru_stime)
    print(f"# Speed: {seconds / 5 / len(pairs) * 1e6:.0f} us CPU a pair of "
          f"{size / 2 / len(pairs):.0f} words each, reading, words and output "
          "included")


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--build", default=os.path.join(HERE, "..", "build"))
    build = os.path.abspath(args.parse_args().build)
    need_sklearn(build)
    for part in (bench_pairs, bench_facts, bench_mrpc, bench_clough,
                 bench_seed, bench_speed):
        part(build)


if __name__ == "__main__":
    main()
