#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The database of a run in other people's tools: datasette opens it as it is, and
# the lines in docs/format.md make Parquet of it.  PYTHON is a python with
# pyarrow, duckdb and datasette; each may be missing.
. "${srcdir:-.}/tests/lib.sh"
python=${PYTHON:-python3}
cd "$work" || exit 99
has() { "$python" -c "import $1" 2>/dev/null; }
has pyarrow || has datasette || skip "no pyarrow, no datasette: PYTHON=... names a python that has them"
copydesk run -q "$top/demo/pages" -o out 2>/dev/null
cp -r out before

if has datasette; then
    for page in copied_most copied_articles claims_that_differ claims_that_contradict \
        site_boilerplate sites articles claims copies; do
        "$python" -m datasette out/copydesk.sqlite --get "/copydesk/$page.json?_shape=array" >got 2>err
        check "datasette: $page: $(tail -n 1 err)" "$python" -c \
            "import json; rows = json.load(open('got')); assert isinstance(rows, list)"
    done
    "$python" -m datasette out/copydesk.sqlite --get \
        "/copydesk/articles.json?_shape=array&_search=bridge" >got 2>err
    check "datasette: no full-text search" "$python" -c \
        "import json; rows = json.load(open('got')); assert 0 < len(rows) and all('bridge' in str(r).lower() for r in rows)"
    "$python" -m datasette out/copydesk.sqlite --get /copydesk/claims >got 2>err
    check "datasette: claims have no links to their articles" \
        grep -q 'href="/copydesk/articles/1"' got
fi
check "reading it changed it" diff -rq before out

if has pyarrow; then
    sed -n '/^```python/,/^```/p' "$top/docs/format.md" | grep -v '^```' >parquet.py
    check "no lines for Parquet in docs/format.md" grep -q parquet parquet.py
    "$python" parquet.py 2>err
    check "Parquet: $(tail -n 1 err)" test -s claims.parquet
    "$python" - >log 2>&1 <<'PY'
import sqlite3, pyarrow.parquet
rows = sqlite3.connect("out/copydesk.sqlite").execute("SELECT * FROM claims ORDER BY number")
names = [c[0] for c in rows.description]
want = [dict(zip(names, row)) for row in rows]
got = pyarrow.parquet.read_table("claims.parquet").to_pylist()
assert got == want and len(want) > 10
try:
    import duckdb
    n, value = duckdb.sql("SELECT count(*), max(value_number) FROM 'claims.parquet'").fetchall()[0]
    assert n == len(want) and value == max(r["value_number"] for r in want if r["value_number"] is not None)
except ImportError:
    pass
PY
    check "Parquet: $(tail -n 2 log)" test ! -s log
fi
finish
