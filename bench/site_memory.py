#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `clean --site-memory` drops of generated sites, in a first and a second run.

    python3 bench/site_memory.py build/copydesk [--hosts N] [--pages N]

Each host has furniture of its own inside the element of the article, where the
judgement cannot know it: a line about the paper, a disclaimer on one page in two,
a bio on one page in five; and stories of its own, one of which stands on a quarter
of its pages, another in ten versions that differ in a paragraph, and a subheading
that some stories share.  Half of the hosts are small: six pages.  The second run has
other pages of the same hosts.
"""
import argparse
import json
import pathlib
import random
import subprocess
import tempfile

PLACES = "harbour council school market river bridge library station theatre clinic".split()
VERBS = "approved opened rejected measured repaired closed praised delayed sold counted".split()
THINGS = "budget roof survey festival timetable pump archive contract garden ferry".split()


def sentence(r):
    return (f"The {r.choice(PLACES)} {r.choice(VERBS)} its {r.choice(THINGS)} number {r.randint(1, 10**6)} "
            f"after the {r.choice(PLACES)} had {r.choice(VERBS)} {r.randint(2, 900)} of them on day {r.randint(1, 364)}.")


def story(r):
    return [" ".join(sentence(r) for _ in range(r.randint(2, 4))) for _ in range(r.randint(4, 8))]


def furniture(host):
    return (f"The Gazette of {host} is owned by its readers, and its reporters answer to nobody else.",
            f"Opinions on this page of {host} are those of their writers, who are paid by nobody to hold them.",
            f"Ana Reyes has written about {host} for the Gazette since the year the old bridge fell.")


def page(r, host, number, paragraphs, parts):
    line, disclaimer, bio = parts
    body = [f"<p>{p}</p>" for p in paragraphs]
    body.append(f"<p>{line}</p>")
    if number % 2 == 0:
        body.append(f"<p>{disclaimer}</p>")
    if number % 5 == 0:
        body.append(f"<p>{bio}</p>")
    if number % 9 == 0:
        body.insert(2, "<h2>What happens next</h2>")
    html = (f"<html><head><title>{paragraphs[0][:60]}</title></head><body><nav><a href='/'>Home</a></nav>"
            f"<article><h1>{paragraphs[0][:60]}</h1>{''.join(body)}</article></body></html>")
    return {"id": f"{host}/{number}", "url": f"https://{host}/{number}", "html": html}


def site(r, host, first, pages):
    parts, agency, versions = furniture(host), story(r), story(r)
    for number in range(first, first + pages):
        kind = number % 8
        paragraphs = story(r)
        if kind in (0, 1):
            paragraphs = agency
        elif kind == 2 and number < first + 80:
            paragraphs = versions[:-1] + [sentence(r)]
        yield page(r, host, number, paragraphs, parts)


def clean(program, memory, records, folder):
    path = folder / "pages.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    out = subprocess.run([program, "clean", "--format=jsonl", "--site-memory", memory, path],
                         check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def count(articles):
    found = {"furniture kept": 0, "furniture dropped": 0, "story blocks kept": 0, "story blocks lost": 0}
    for article in articles:
        parts = furniture(article["id"].split("/")[0])
        for block in article["blocks"]:
            text = block["text"] if not block["keep"] else article["text"].encode()[slice(*block["span"])].decode()
            kind = "furniture" if text in parts else "story blocks"
            if kind == "furniture":
                found["furniture kept" if block["keep"] else "furniture dropped"] += 1
            elif block["keep"]:
                found["story blocks kept"] += 1
            elif block["reason"].startswith("site:"):
                found["story blocks lost"] += 1
    return found


def main():
    args = argparse.ArgumentParser()
    args.add_argument("program")
    args.add_argument("--hosts", type=int, default=40)
    args.add_argument("--pages", type=int, default=60)
    args = args.parse_args()
    r = random.Random(11)
    hosts = [(f"paper{i}.example", args.pages if i % 2 == 0 else 6) for i in range(args.hosts)]
    runs = [[record for host, pages in hosts for record in site(r, host, first, pages)]
            for first in (0, 1000)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number, records in enumerate(runs, 1):
            articles = clean(args.program, folder / "sites", records, folder)
            for small in (False, True):
                part = [a for a in articles if (dict(hosts)[a["id"].split("/")[0]] == 6) == small]
                print(f"run {number}, {'hosts of 6 pages' if small else 'large hosts'}:", count(part))
            print(f"       memory: {(folder / 'sites' / 'sites').stat().st_size} bytes")


main()
