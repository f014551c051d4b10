#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The export taken in by a real PostgreSQL, started here on a socket of its own:
# rows, types, decimals, Unicode and views.
. "${srcdir:-.}/tests/lib.sh"
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -n "$bin" ] || skip "no PostgreSQL"
command -v python3 >/dev/null || skip "no python3"
cd "$top" || exit 99

# The server refuses to run as root.
as_user() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        "$@"
    fi
}
stop() { as_user "$bin/pg_ctl" -D "$work/db" -m immediate stop >/dev/null 2>&1; }
query() { as_user psql -h "$work" -d postgres -X -A -t -c "$1"; }

chmod 755 "$work"
mkdir "$work/db"
[ "$(id -u)" -ne 0 ] || chown postgres "$work/db" "$work"
as_user "$bin/initdb" -D "$work/db" -E UTF8 --locale=C -A trust >"$work/log" 2>&1 ||
    skip "initdb: $(tail -n 2 "$work/log")"
as_user "$bin/pg_ctl" -D "$work/db" -w -l "$work/db.log" \
    -o "-c listen_addresses='' -k $work" start >"$work/log" 2>&1 ||
    skip "pg_ctl: $(tail -n 2 "$work/log")"
trap 'stop; rm -rf "$work"' EXIT

PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
python3 tests/naughty.py >"$work/in.jsonl"
echo '{"id":"exact","text":"The town paid 12345678901234567890.123456789 euros for the bridge over the river."}' \
    >>"$work/in.jsonl"
copydesk run -q "$work/in.jsonl" demo/pages -o "$work/out" 2>/dev/null
copydesk export --to=postgres "$work/out" -o "$work/out.sql"
check "export: not exit code 0" test $? -eq 0
as_user psql -h "$work" -d postgres -X -q -f "$work/out.sql" >"$work/log" 2>&1
code=$?
check "psql: $(head -n 3 "$work/log")" test $code -eq 0

for table in articles blocks claims clusters copies cluster_members rejects run \
    claim_groups claim_pairs contradictions; do
    want=$(python3 -c "import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM ' + sys.argv[2]).fetchone()[0])" \
        "$work/out/copydesk.sqlite" $table)
    check "$table: not $want rows" test "$(query "SELECT count(*) FROM $table")" = "$want"
done
for view in copied_most copied_articles claims_that_differ claims_that_contradict \
    site_boilerplate drop_reasons reject_reasons sites; do
    check "view $view" query "SELECT count(*) FROM $view" >/dev/null
done
# strings come back byte for byte, but for NUL, which PostgreSQL cannot hold
query "SELECT encode(convert_to(id || '|' || title || '|' || (extra::json->>'note'), 'UTF8'), 'hex')
    FROM articles WHERE title IS NOT NULL AND source = '$work/in.jsonl' AND id NOT LIKE 'nul%'
    ORDER BY number" >"$work/got"
python3 - "$work/in.jsonl" >"$work/want" <<'PY'
import json, sys
for line in open(sys.argv[1]):
    r = json.loads(line)
    if "title" in r and not r["id"].startswith("nul"):
        print("|".join((r["id"], r["title"], r["note"])).encode().hex())
PY
check "not a thousand strings" test "$(wc -l <"$work/want")" -gt 1000
check "a NUL: $(query "SELECT title FROM articles WHERE id LIKE 'nul%in it%'")" \
    test "$(query "SELECT title FROM articles WHERE id LIKE 'nul%in it%'")" = "nul�in it"
check "strings differ" cmp "$work/got" "$work/want"
check "a decimal is not exact" test "$(query "SELECT max(value_number) FROM claims")" = \
    12345678901234567890.123456789
check "keep is no boolean" test "$(query "SELECT count(*) > 0 FROM blocks WHERE keep IS TRUE")" = t
finish
