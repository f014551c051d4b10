#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Markdown as input: pages of WCXB-dev as html2text writes them, against the pages themselves.

    bench/markdown.py SHARED [EVERY] [COPYDESK]

Takes every EVERY-th page (6), needs html2text (pip), prints what score/extraction.py says of each form, and as what the
Markdown was read.
"""
import glob, gzip, json, os, subprocess, sys, tempfile

import html2text

shared = sys.argv[1]
every = int(sys.argv[2]) if len(sys.argv) > 2 else 6
copydesk = sys.argv[3] if len(sys.argv) > 3 else "build/copydesk"
data = os.path.join(shared, "data/extraction/wcxb")


def clean(folder, extension, options):
    out, texts = folder + ".out", folder + ".txt"
    subprocess.run([copydesk, "clean", "--files", "--format=text", *options, folder, "-o", out], stderr=subprocess.DEVNULL)
    os.mkdir(texts)
    for line in open(os.path.join(out, "files.jsonl"), encoding="utf-8"):
        entry = json.loads(line)
        name = os.path.basename(entry["source"])[:-len(extension)]
        os.rename(os.path.join(out, entry["file"]), os.path.join(texts, name + ".txt"))
    return texts


with tempfile.TemporaryDirectory() as work:
    html, markdown = os.path.join(work, "html"), os.path.join(work, "markdown")
    os.mkdir(html)
    os.mkdir(markdown)
    names = os.path.join(work, "names")
    with open(names, "w") as only:
        for path in sorted(glob.glob(data + "/dev/html/*.html.gz"))[::every]:
            name = os.path.basename(path)[:-len(".html.gz")]
            page = gzip.open(path).read()
            writer = html2text.HTML2Text()
            writer.body_width = 0
            print(name, file=only)
            open(f"{html}/{name}.html", "wb").write(page)
            open(f"{markdown}/{name}.md", "w").write(writer.handle(page.decode("utf-8", "replace")))
    read = [json.loads(line)["format"] for line in
            subprocess.run([copydesk, "clean", "--dry-run", markdown], capture_output=True, text=True).stdout.splitlines()]
    print("read as", {form: read.count(form) for form in sorted(set(map(str, read)))})
    for what, texts in (("page", clean(html, ".html", [])),
                        ("markdown", clean(markdown, ".md", ["--input-format=markdown"]))):
        score = subprocess.run([sys.executable, shared + "/score/extraction.py", "--bench", "wcxb-dev", "--data", data,
                                "--texts", texts, "--only", names], capture_output=True, text=True).stdout
        for line in score.splitlines()[:2]:
            print(what, " ".join(line.split()[1:5]))
