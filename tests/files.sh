#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# clean --files: one file a page, under names that lead nowhere else, clash with
# nothing and are the same each time; files.jsonl comes last and lists them.
. "${srcdir:-.}/tests/lib.sh"
command -v python3 >/dev/null || skip "no python3"
cd "$work" || exit 99

python3 - >in.jsonl <<'PY'
import json
ids = ["../../escape", "/etc/passwd", "a/../../b", "CON", "con", "nul.txt", "COM1", ".", "..", "",
       ".hidden", "-rf", "x" * 5000, "a\u0000b", "a\nb", "b\\c", "é", "é", "same", "same", "\u202egnp.exe",
       "`id`", "$(id)", "a:b", "trailing.", "trailing ", "*?", 17]
for i, name in enumerate(ids):
    print(json.dumps({"id": name, "text": "The town of Tarnholt bought %d buses on Monday, said the mayor." % i}))
print(json.dumps({"url": "https://www.example.org/2024/05/Bridge opens?x=1#y", "text": "The bridge opened on Monday, said the mayor."}))
print("broken {")
PY
copydesk clean --files --format=md in.jsonl -o out 2>err
code=$?
check "not exit code 3: $(cat err)" test $code -eq 3
copydesk clean --files --format=md -j4 in.jsonl -o again 2>/dev/null
check "-j4: other files" diff -rq out again
python3 - >log 2>&1 <<'PY'
import json, os, re
listed = [json.loads(l) for l in open("out/files.jsonl", encoding="utf-8")]
records = []
for line in open("in.jsonl"):
    try: records.append(json.loads(line))
    except ValueError: pass
names = [l["file"] for l in listed]
assert len(listed) == len(records) == 29
assert sorted(names + ["files.jsonl"]) == sorted(os.listdir("out"))
assert len(set(n.lower() for n in names)) == len(names)
for name, entry, record in zip(names, listed, records):
    assert re.fullmatch(r"\d{6}(-[A-Za-z0-9._-]{1,80})?\.md", name), name
    assert "id" not in record or entry["id"] == record["id"], entry
    assert record["text"] in open("out/" + name, encoding="utf-8").read()
assert names[-1] == "000029-www.example.org-2024-05-Bridge-opens-x-1-y.md", names[-1]
assert listed[-1]["url"] == records[-1]["url"]
PY
check "$(tail -n 3 log)" test ! -s log
check "something outside of the folder" test "$(ls | tr '\n' ' ')" = "again bin err in.jsonl log out "

copydesk clean --files --format=md in.jsonl -o out 2>err
check "a folder with files: not exit code 2" test $? -eq 2
copydesk clean --files --format=csv in.jsonl -o csv 2>err
check "csv: not exit code 2" test $? -eq 2
copydesk clean --files in.jsonl 2>err
check "no folder: not exit code 2" test $? -eq 2
copydesk clean --files in.jsonl -o json 2>/dev/null
check "no JSON" test "$(ls json | grep -c '\.json$')" -eq 29
finish
