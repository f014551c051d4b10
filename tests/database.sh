#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What a run writes, read back by sqlite3 and python: rows add up, references
# hold, hostile strings come back byte for byte.
. "${srcdir:-.}/tests/lib.sh"
command -v python3 >/dev/null || skip "no python3"
cd "$top" || exit 99

PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
python3 tests/naughty.py >"$work/in.jsonl"
# the list that others collected, where it is at hand
list=${COPYDESK_SHARED:-$top/../shared}/data/hostile/naughty.txt
[ ! -r "$list" ] || python3 tests/naughty.py "$list" >>"$work/in.jsonl"
echo 'broken {' >>"$work/in.jsonl"
copydesk run -q "$work/in.jsonl" demo/pages -o "$work/out" 2>/dev/null
check "run: not exit code 3" test $? -eq 3
copydesk clean --format=csv "$work/in.jsonl" >"$work/out.csv" 2>/dev/null
copydesk export --to=jsonld "$work/out" -o "$work/claims.jsonld"
copydesk claims --format=tsv "$work/in.jsonl" >"$work/claims.tsv" 2>/dev/null

python3 - "$work" >"$work/log" 2>&1 <<'PY'
import csv, html.parser, json, re, sqlite3, sys
work = sys.argv[1]
def jsonl(path):
    with open(path, encoding="utf-8", newline="\n") as f:
        return [json.loads(line) for line in f.read().split("\n") if line]
records = []
for line in open(work + "/in.jsonl"):
    try: records.append(json.loads(line))
    except ValueError: pass
articles = jsonl(work + "/out/articles.jsonl")
claims = jsonl(work + "/out/claims.jsonl")
copies = jsonl(work + "/out/copies.jsonl")
rejects = jsonl(work + "/out/rejects.jsonl")
stats = json.load(open(work + "/out/stats.json"))
assert stats["records"] == len(articles) + len(rejects) + sum(stats["passed_over"].values())
assert stats["written"] == len(articles) and stats["claims"] == len(claims)
for record, article in zip(records, articles):
    for name in "id", "url", "title":
        assert article[name] == record[name], (name, article[name], record[name])
    assert article["extra"] == {"note": record["note"], "n": record["n"]}
assert len(records) > 1000
for article in articles:
    raw = article["text"].encode()
    kept = [b for b in article["blocks"] if b["keep"]]
    assert b"\n\n".join(raw[slice(*b["span"])] for b in kept) == raw
texts = {json.dumps(a["id"]): a["text"].encode() for a in articles}
for c in claims:
    raw = texts[json.dumps(c["doc"])]
    assert raw[c["start"]:c["end"]].decode() == c["text"], c
pairs = [c for c in copies if "kind" in c]
clusters = [c for c in copies if "members" in c]
assert len(pairs) == stats["pairs"] and len(clusters) == stats["clusters"]

db = sqlite3.connect("file:%s/out/copydesk.sqlite?mode=ro" % work, uri=True)
one = lambda sql: db.execute(sql).fetchone()[0]
assert one("PRAGMA integrity_check") == "ok"
assert db.execute("PRAGMA foreign_key_check").fetchall() == []
assert one("PRAGMA journal_mode") == "delete"
for table, rows in (("articles", articles), ("claims", claims), ("copies", pairs),
                    ("clusters", clusters), ("rejects", rejects)):
    assert one("SELECT count(*) FROM " + table) == len(rows), table
graph = json.load(open(work + "/claims.jsonld", encoding="utf-8"))["@graph"]
assert [c["@id"][len("urn:copydesk:claim:"):] for c in graph] == [c["claim_id"] for c in claims]
for c, ld in zip(claims, graph):
    raw = texts[json.dumps(c["doc"])][slice(*c["sentence"])].decode()
    value = [a for a in ld["about"] if a["@type"] == "PropertyValue"][0]
    assert ld["@type"] == "Claim" and ld["text"] == raw.strip(), (ld, raw)
    assert ld.get("creditText") == c["speaker"] and "author" not in ld, ld
    assert {"value", "minValue", "maxValue"} & set(value), (c, value)
    assert value.get("unitText", "1") == c["unit"] and value.get("minValue") == c["lower"], (c, value)
# a figure is the same wherever it stands
report = open(work + "/out/report.html", encoding="utf-8").read()
def tile(name):
    return int(re.search('means-%s"><span class="figure">([0-9,]+)' % name, report).group(1).replace(",", ""))
assert stats["articles"] == len(articles) == tile("articles")
assert stats["textless"] == sum(a["text"] == "" for a in articles)
assert stats["claims"] == tile("claims") and stats["words"] == tile("words") == stats["search"]["words"]
assert abs(stats["copied_words"] * stats["words"] - stats["search"]["copied_words"]) < stats["words"] / 1e4
share = re.search('means-copied"><span class="figure">([0-9.]+)', report).group(1)
assert share == "%.1f" % (100 * stats["search"]["copied_words"] / stats["words"]), share
assert stats["templates"] == sum(c["kind"] == "template" for c in pairs)
assert stats["contradictions"] == one("SELECT count(*) FROM contradictions") == tile("against") > 0
cards = report[report.index('<section id="differ"'):report.index('<section id="copies"')]
cards = cards.split('<details class="more"><summary>')[0] # names alone
cards = cards.split("<h3>Claims that contradict")[0]
assert stats["contradictions"] == cards.count('<article class="card"') + sum(
    1 for _ in db.execute("SELECT 1 FROM contradictions WHERE basis = 'question'"))
for row in db.execute("""SELECT a_text, b_text, a, b, a_sentence, b_sentence, basis FROM contradictions"""):
    assert all(row), row
for spread, articles, chain, capped in db.execute("""SELECT spread, articles, chain, capped
        FROM copied_most m JOIN clusters c USING (cluster)"""):
    assert 1 <= spread <= articles and (spread == articles or chain or capped), (spread, articles)
assert one("SELECT count(*) FROM blocks") == stats["blocks"]
assert one("SELECT count(*) FROM cluster_members") == sum(c["size"] for c in clusters)
assert one("SELECT count(*) FROM cluster_members WHERE article IS NULL") == 0
for record, row in zip(records, db.execute("SELECT id, title, text FROM articles ORDER BY number")):
    assert row[0] == record["id"] and row[1] == record["title"], row
assert one("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'bridge'") >= len(records)
for record, row in zip(records, db.execute("SELECT extra FROM articles ORDER BY number")):
    assert json.loads(row[0])["note"] == record["note"], row
for (view,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
    db.execute('SELECT * FROM "%s"' % view).fetchall()

def unquote(cell): return cell[1:] if cell[:1] == "'" else cell
rows = list(csv.DictReader(open(work + "/out.csv", encoding="utf-8", newline="")))
assert len(rows) == len(records)
for record, row in zip(records, rows):
    assert unquote(row["id"]) == record["id"], (row["id"], record["id"])
    assert unquote(row["title"]) == record["title"]
    assert not row["title"].startswith(("=", "+", "-", "@", "\t", "\r"))
# The report has a sign for controls, which HTML cannot hold, and cuts long titles.
class Report(html.parser.HTMLParser):
    text = []
    def handle_data(self, data): self.text.append(data)
report = Report(convert_charrefs=True)
report.feed(open(work + "/out/report.html", encoding="utf-8", newline="").read())
text = "\0".join(report.text)
for record in records:
    title = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", record["title"])
    assert len(title) >= 100 or title in text, title
rows = list(csv.DictReader(open(work + "/claims.tsv", encoding="utf-8", newline=""), delimiter="\t"))
assert rows and all(float(r["value"]) > 0 for r in rows if r["value"] and r["value"][0] != "[")
PY
check "$(tail -n 3 "$work/log")" test ! -s "$work/log"

# Code points: the same texts by other numbers.
copydesk run -q --offsets=codepoint demo/pages -o "$work/points" 2>/dev/null
python3 - "$work" >"$work/log" 2>&1 <<'PY'
import json, sys
folder = sys.argv[1] + "/points/"
def jsonl(name): return [json.loads(l) for l in open(folder + name, encoding="utf-8")]
texts = {}
for a in jsonl("articles.jsonl"):
    texts[json.dumps(a["id"])] = a["text"]
    kept = [b for b in a["blocks"] if b["keep"]]
    assert "\n\n".join(a["text"][slice(*b["span"])] for b in kept) == a["text"]
for c in jsonl("claims.jsonl"):
    assert texts[json.dumps(c["doc"])][c["start"]:c["end"]] == c["text"], c
for c in jsonl("copies.jsonl"):
    if "kind" in c:
        for x in "ab":
            text = texts[json.dumps(c[x])]
            assert c[x + "_span"][1] <= len(text)
            assert "\n\n" not in text[slice(*c[x + "_span"])]
    else:
        for m in c["members"]:
            if isinstance(m, dict):
                assert "\n\n" not in texts[json.dumps(m["doc"])][slice(*m["span"])]
PY
check "code points: $(tail -n 3 "$work/log")" test ! -s "$work/log"

# A like B, B like C, A unlike C: the report says which pair holds them together.
p='The council of Halmwick voted to close the swing bridge over the Dorne on weekdays, after engineers found rust in three of its five bearings.'
q='A ferry that carries forty cars will cross the river every quarter of an hour until the masons have finished the new northern pier.'
for text in "$p Growers lost a third of their cherries to late frost and asked the ministry for help." "$p $q" \
    "$p $q" "$q The museum opens its hall of looms again, where visitors may weave a strip of linen."; do
    n=$((n + 1))
    printf '{"id":"%s","text":"%s"}\n' "$n" "$text"
done >"$work/chain.jsonl"
copydesk run -q --clean=no "$work/chain.jsonl" -o "$work/chain" 2>/dev/null
check "the weakest link of a chain" grep -q 'The weakest link, score 0\.[0-9]*: it alone holds 1 of the 4 to the others' \
    "$work/chain/report.html"
copydesk run -q --clean=no --cluster=complete "$work/chain.jsonl" -o "$work/complete" 2>/dev/null
check "no chain, no link" test "$(grep -c 'The weakest link' "$work/complete/report.html")" -eq 0
finish
