#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What demo/README.md promises of the demo's pages.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99

copydesk run -q demo/pages -o "$work/out" 2>"$work/messages"
check "run: not exit code 3" test $? -eq 3
ledger=demo/pages/harrow-ledger
courier=demo/pages/dunmarsh-courier

# text PAGE: its article; has TEXT / lacks TEXT look into the last one
text() {
    page=$1
    copydesk clean --format=text "$page" >"$work/text" 2>/dev/null
}
has() { check "$page lost: $1" grep -qF -- "$1" "$work/text"; }
lacks() {
    if grep -qF -- "$1" "$work/text"; then fail "$page kept: $1"; else pass; fi
}

text $ledger/vantry-shares.html
has 'Vantry Shipping lost €700 million of its market value'
has 'A quarrel about nights'
has 'hardly any of the dispute had been in the price.'
for boilerplate in 'partners store cookies' 'Share on Facebook' \
    'Morning Ledger' 'Five stories before breakfast' 'Explore more' \
    "crane driver's day" 'Freight rates have risen 116 percent' 'Read next' \
    'Lindqvar picks Tarnholt' 'All rights reserved' 'Subscribe for'; do
    lacks "$boilerplate"
done
text $ledger/halm-ferry.html
has 'It was late, as usual.'
for comment in 'Brackish' 'waiting for the bus' 'cabin last month'; do
    lacks "$comment"
done
text $ledger/rowing-final.html
has 'two red flags and a swim.'
lacks '19 and a half, please.'
text $courier/norrlin.html # says UTF-8, is windows-1252
has 'rose by €22 million'
has '“We have sailed to Halm since 1961'
has 'last summer — a record.'
lacks 'newsagent'
text $courier/harvest.html
has 'thermometer at the airfield passed 35 °C'
lacks 'Late frost'
text $courier/bridge.html # NUL, <!-->, stray tags
has 'Drivers will pay €3 to cross the Elm bridge'
has 'three times as many as it was built for in 1931'
has 'a detour of 34 kilometres.'
text $courier/orchard.txt
has 'and neither do they."'
lacks 'Read next'
lacks 'Town clock'
lacks 'Swimmers will have to share'
text demo/pages/suederauer-bote/windpark.html
has 'ein Jahr später als geplant.'
lacks 'Schweißer'
lacks 'Newsletter'

# rejects: each input that cannot be read, once, with a reason
check "not 4 rejects" test "$(wc -l <"$work/out/rejects.jsonl")" -eq 4
for reject in 'crawl.warc.gz.*cut off' 'empty.html.*empty' \
    'photo-upload.html.*not a page' 'kestrel-wire.jsonl.*"line":3.*not JSON'; do
    check "no reject: $reject" grep -q "$reject" "$work/out/rejects.jsonl"
done
check "not 18 articles" test "$(wc -l <"$work/out/articles.jsonl")" -eq 18
check "an id that is a number" grep -q '^{"id":2043,' "$work/out/articles.jsonl"
check "fields of the input" grep -q '"desk":"transport","priority":2' \
    "$work/out/articles.jsonl"

# pair A B KIND: how many pairs of paragraphs of A and B are of the kind
pairs() {
    grep "^{\"a\":\"$1\",\"b\":\"$2\",\"kind\":\"$3\"" "$work/out/copies.jsonl" |
        wc -l
}
vantry=harrow-ledger/vantry-shares.html
halm=harrow-ledger/halm-ferry.html
check "the end rewords the beginning" \
    test "$(pairs $vantry $vantry reworded)" -eq 2
check "no other pair in that article" test "$(pairs $vantry '.*' '.*')" -eq 2
check "two paragraphs of the agency" test "$(pairs $halm kw-2041 same)" -eq 2
check "the dispatch with edits" \
    test "$(pairs dunmarsh-courier/norrlin.html kw-2041 edited)" -eq 4
check "340 and 430 jobs" grep -q \
    '"b":"kw-2041",.*"facts_differ":\[\["430","340","number"\]\]' \
    "$work/out/copies.jsonl"
check "market reports are no copies" test "$(pairs '.*0001' '.*' template)" -eq 1
check "no copies of the harvest" test "$(pairs '.*harvest.*' '.*' '.*')" -eq 0

# the contradictions that demo/README.md names, and no other
copydesk export --to=csv "$work/out" -o "$work/csv"
for numbers in '430,340' '"12,400","14,200"'; do
    check "no contradiction of $numbers" grep -q ",$numbers," "$work/csv/contradictions.csv"
done
check "not 2 contradictions" grep -q '"contradictions":2,' "$work/out/stats.json"

# claim DOC TEXT VALUE UNIT
claim() {
    check "$1 has no claim '$2' of $3 $4" grep -q \
        "\"doc\":\"$1\".*\"text\":\"$2\".*\"value\":$3,.*\"unit\":\"$4\"" \
        "$work/out/claims.jsonl"
}
claim $vantry '€700 million' 700000000 EUR
claim $vantry '22 percent' 22 %
claim $vantry '€2.5 billion' 2500000000 EUR
claim $vantry '8,400 tonnes of apples' 8400 t
claim $vantry 'one in five' 0.2 1
claim kw-2041 '340 jobs' 340 job
claim dunmarsh-courier/norrlin.html '430 jobs' 430 job
claim dunmarsh-courier/harvest.html '5.6 tonnes per hectare' 5.6 t/ha
claim dunmarsh-courier/harvest.html 'between 8 and 10 percent' '\[8,10\]' %
claim dunmarsh-courier/bridge.html '34 kilometres' 34 km
claim $halm '20 metres per second' 20 m/s

# the WARC files are what the script makes
mkdir "$work/warc"
sh demo/make-warc.sh "$work/warc"
check "demo/make-warc.sh makes another file" \
    cmp "$work/warc/kestrel-wire.warc" demo/pages/kestrel-wire.warc
finish
