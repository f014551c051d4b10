#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Inputs that cannot be used: each is one line in rejects.jsonl with a reason,
# the rest is done, and the exit code is 3.
. "${srcdir:-.}/tests/lib.sh"
cd "$work" || exit 99
mkdir in
ln -s . in/loop
: >in/empty.html
mkfifo in/pipe
head -c 20000 "$COPYDESK" >in/program.html
printf '\211PNG\r\n\032\n' >in/image.html
ln -s /nowhere/at/all in/dangling.html
printf '<html><body><article><p>The town bought nine buses on Monday, said the mayor.</p></article>' \
    >in/page.html
{
    echo '{"id":1,"text":"The first record is a good one, said the mayor."}'
    printf '{"id":2,"text":"'
    head -c 3000000 /dev/zero | tr '\0' x
    echo '"}'
    echo '{"id":3,"text":"The third record is a good one, said the mayor."}'
} >in/records.jsonl
if [ "$(id -u)" -ne 0 ]; then
    echo '<p>unreadable' >in/secret.html
    chmod 0 in/secret.html
    want=8
else
    want=7
fi
copydesk run -q --max-doc=1M in missing.html -o out 2>err
check "not exit code 3" test $? -eq 3
check "not three articles" test "$(wc -l <out/articles.jsonl)" -eq 3
check "not $((want + 1)) rejects: $(cat out/rejects.jsonl)" \
    test "$(wc -l <out/rejects.jsonl)" -eq $((want + 1))
check "a reject without a reason" \
    test "$(grep -c '"reason":"..*"' out/rejects.jsonl)" -eq $((want + 1))
check "an empty file takes over a place" \
    grep -q '"source":"in/empty.html","id":"empty.html","offset":0,"line":null' out/rejects.jsonl
check "the long line is not on line 2" \
    grep -q '"id":"records.jsonl#2","offset":66,"line":2' out/rejects.jsonl
check "rejects are not said" test "$(wc -l <err)" -eq $((want + 1))

copydesk clean --dry-run in >list 2>/dev/null
check "dry run: not exit code 3" test $? -eq 3
check "dry run: no JSONL" grep -q '"path":"in/records.jsonl","format":"jsonl"' list
# The bar, for people alone.
copydesk run -q --progress=always in -o out 2>err
check "no bar" grep -aq ' pages .*/s .* MB/s .* rejected' err
copydesk run -q in -o out 2>err
check "a bar in a file: $(head -n 1 err)" test "$(grep -ac 'MB/s' err)" -eq 0
finish
