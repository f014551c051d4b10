#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# --site-memory: what recurs on the pages of a host is dropped from the second
# run on; a story on many pages, small hosts and damaged files.
. "${srcdir:-.}/tests/lib.sh"

# pages HOST FIRST LAST [STORY]: one story a page, or the same one on all.
pages() {
    awk -v host="$1" -v first="$2" -v last="$3" -v story="${4:-}" '
    function words(seed, n,    text, i) {
        for (i = 0; i < n; i++) {
            seed = (seed * 7919 + 104729) % 1000003
            text = text (i ? " " : "") "word" seed % 997
        }
        return text
    }
    BEGIN {
        for (page = first; page <= last; page++) {
            seed = story == "" ? page : story
            printf "{\"id\":\"%s-%d\",\"url\":\"https://www.%s/news/%d\",\"html\":\"" \
                   "<html><head><title>Story %s of the day</title></head><body><article>" \
                   "<h1>Story %s of the day</h1>", host, page, host, page, seed, seed
            for (i = 1; i <= 5; i++)
                printf "<p>The council said on Monday that %s was about %s.</p>",
                       words(seed * 31 + i, 24), words(seed * 57 + i, 9)
            printf "<p>The Harbour Post has reported from the docks since 1901 and " \
                   "its reporters answer to nobody but its readers.</p>" \
                   "</article></body></html>\"}\n"
        }
    }'
}

run() { copydesk clean -f jsonl --site-memory "$work/sites" "$@"; }
dropped() { grep -c 'site:seen-on-'; }

pages big.example 1 12 >"$work/big.jsonl"
pages big.example 101 112 >"$work/more.jsonl"
pages small.example 1 6 >"$work/small.jsonl"
pages agency.example 1 9 >"$work/agency.jsonl"
pages agency.example 201 240 77 >>"$work/agency.jsonl"
cat "$work/big.jsonl" "$work/small.jsonl" "$work/agency.jsonl" >"$work/all.jsonl"

run "$work/all.jsonl" >"$work/first" || fail "the first run ended with $?"
[ "$(dropped <"$work/first")" = 0 ] || fail "a first run dropped blocks"

cp -r "$work/sites" "$work/sites1"
run -j1 "$work/more.jsonl" "$work/small.jsonl" "$work/agency.jsonl" >"$work/second"
mv "$work/sites" "$work/sites-j1"
cp -r "$work/sites1" "$work/sites"
run -j4 "$work/more.jsonl" "$work/small.jsonl" "$work/agency.jsonl" >"$work/threads"
cmp -s "$work/second" "$work/threads" || fail "threads change the output"
cmp -s "$work/sites/sites" "$work/sites-j1/sites" || fail "threads change the memory"

[ "$(grep -c 'site:seen-on-12-pages' "$work/second")" = 12 ] ||
    fail "what 12 pages have in common is not dropped from the next ones"
grep -q 'small.example.*site:seen-on' "$work/second" &&
    fail "a host of 6 pages lost something"
# The line of the paper goes, the story that was on 40 pages stays.
grep '"id":"agency.example-2[0-9][0-9]' "$work/second" | grep -o '"reason":"site:[^}]*' |
    grep -qv 'Harbour Post' && fail "a story on many pages was taken for boilerplate"
grep -c '"id":"agency.example-2[0-9][0-9].*site:seen-on-10-pages' "$work/second" | grep -qx 40 ||
    fail "40 copies of a page do not count as one"
pass

# Pages that are known teach nothing more.
run "$work/all.jsonl" >"$work/third"
grep -q 'site:seen-on-24-pages' "$work/third" || fail "24 pages are not counted as 24"
cp "$work/sites/sites" "$work/taught"
copydesk explain -f jsonl --site-memory "$work/sites" "$work/more.jsonl" |
    grep -q '"keep":false.*site:seen-on-24-pages' || fail "explain does not say why"
cmp -s "$work/sites/sites" "$work/taught" || fail "explain learnt something"
pass

# Files that are no memory, or none any more.
refused() { # WHAT MESSAGE
    run "$work/small.jsonl" >"$work/out" 2>"$work/err"
    [ $? = 4 ] || fail "$1: exit code"
    grep -q "$2" "$work/err" || fail "$1: $(cat "$work/err")"
    [ ! -s "$work/out" ] || fail "$1: something was written"
    pass
}
good=$work/good
cp "$work/sites/sites" "$good"
size=$(wc -c <"$good")
echo hello >"$work/sites/sites"
refused "a text" "no site memory"
head -c 17 "$good" >"$work/sites/sites"
refused "a mark alone" "cut off"
head -c $((size - 1)) "$good" >"$work/sites/sites"
refused "a file that lacks a byte" "checksum"
{ head -c 100 "$good"; printf 'X'; tail -c +102 "$good"; } >"$work/sites/sites"
refused "a byte that changed" "checksum"
sed '1s/sites 1/sites 2/' "$good" >"$work/sites/sites"
refused "another version" "another version"
finish
