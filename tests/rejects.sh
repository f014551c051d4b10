#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What cannot be read costs only itself: one line in rejects.jsonl with a
# reason, exit code 3, and the rest is done.
. "${srcdir:-.}/tests/lib.sh"
cd "$work" || exit 99

mkdir -p in/sub
ln -s .. in/sub/loop
ln -s nowhere in/zz-dangling
: >in/empty.html
mkfifo in/pipe
printf '\0\1\2\3\4\5\6\7\177\200' >in/bytes.html
printf 'The mill closed on Monday, and 212 people lost their work.\n' >in/good.txt
printf 'No rights to read this.\n' >in/closed.txt
chmod 000 in/closed.txt
{
    printf '{"id":"long","text":"'
    head -c 300000 /dev/zero | tr '\0' a
    printf '"}\n{"id":"ok","text":"The mill has closed."}\n'
} >in/lines.jsonl

timeout 60 copydesk run -q --max-doc=100k in -o out 2>messages
check "not exit code 3" test $? -eq 3

# rejected NAME REASON: exactly one line says so
rejected() {
    check "$1 is not rejected once: $2" test \
        "$(grep -c "^{\"source\":\"in/$1\".*\"reason\":\".*$2" out/rejects.jsonl)" -eq 1
    check "no message about $1" grep -q "in/$1" messages
}
rejected sub/loop 'contains itself'
rejected zz-dangling 'cannot open'
rejected empty.html 'empty'
rejected pipe 'device or pipe'
rejected bytes.html 'not a page'
rejected lines.jsonl 'over --max-doc'
if [ -r in/closed.txt ]; then
    echo "rejects.sh: root reads every file, so no file was unreadable"
else
    rejected closed.txt 'cannot open'
fi
check "good.txt was lost" grep -q '"id":"good.txt"' out/articles.jsonl
check "the line after the long one was lost" grep -q '"id":"ok"' \
    out/articles.jsonl
check "a file that cannot be opened has no line" \
    grep -q '"source":"in/zz-dangling","id":"zz-dangling","offset":0,"line":null' \
    out/rejects.jsonl
finish
